import { anchorOf } from '../page/anchor';
import { unflash } from '../page/flash';
import { isCramped } from '../page/frames';
import type { Host } from '../page/host';
import type { PageMark } from '../page/marks';
import type { CardView, FrameSide, Services } from '../page/services';
import { inBox, isTowards } from '../page/towards';
import { Visits } from '../page/visits';
import { countText } from '../ui/card/count';
import { Above } from './above';
import { Cards, type Subject } from './cards';
import { Guests } from './guests';
import { sayIn } from './say';

/** Joins a frame's cards to its mentions: those that stand in it, those that the top frame shows for it, and its guests. */
export function createCard(host: Host, services: Services, frame: FrameSide): CardView {
  const cards = new Cards(host, services);
  const visits = new Visits(frame);
  const above = new Above(services, frame, visits);
  const guests = new Guests(cards, services);

  const subjectOf = (mark: PageMark, token: number): Subject => ({
    frame: null,
    entity: mark.entity,
    surface: mark.surface,
    because: mark.because,
    anchor: () => anchorOf(mark),
    pinned: () => frame.pinned(token),
    unpinned: () => frame.unpinned(token, mark),
    closed: () => frame.closed(token),
    rejected: () => frame.rejected(mark),
    find: () => visits.find(mark),
  });

  return {
    async show(mark, opening) {
      if (isCramped() && (await above.show(mark, opening))) return;
      await cards.show(subjectOf(mark, opening.token), opening);
    },
    hide() {
      above.hide();
      cards.hide(null);
    },
    dismiss: () => cards.dismiss() || above.dismiss(),
    refresh() {
      cards.refresh();
      above.refresh();
    },
    clear() {
      unflash();
      above.clear();
      cards.clear();
    },
    isOver(point) {
      const box = cards.boxOf(null);
      return box !== null && inBox(point, box);
    },
    isTowards(from, before, to) {
      const box = cards.boxOf(null);
      return box ? isTowards(from, before, to, box) : above.isTowards(from, before, to);
    },
    jump: (entity) => visits.jump(entity),
    step: (direction, enter) => visits.step(direction, enter),
    stands: () => visits.stands(),
    async take(from, word) {
      switch (word.type) {
        case 'count':
          sayIn(host, countText(word));
          return true;
        case 'show':
        case 'moved':
        case 'hide':
        case 'dismiss':
          return guests.hear(from, word);
        default:
          return above.hear(word);
      }
    },
  };
}
