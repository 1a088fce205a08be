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

/** Whether the reader's keys come to this document: one around the frame that has the focus counts as having it too. */
const hasKeys = (): boolean =>
  document.hasFocus() && !(document.activeElement && 'contentWindow' in document.activeElement);

/** Joins a frame's cards to its mentions: those that stand in it, those that the top frame shows for it, and its guests. */
export function createCard(host: Host, services: Services, frame: FrameSide): CardView {
  const cards = new Cards(host, services);
  const visits = new Visits(frame);
  const above = new Above(services, frame, visits);
  const guests = new Guests(cards, services);

  /** The frame whose card Escape closes, though the focus is here. */
  let elsewhere: number | null = null;
  let watched = false;
  /** A card is open here under the pointer, while the keys go to another frame; or it is no more. */
  const watch = (on: boolean): void => {
    if (watched === on) return;
    watched = on;
    void services.tell('others', { type: 'escape', on });
  };

  const dismiss = (): boolean => {
    if (cards.dismiss() || above.dismiss()) return true;
    if (elsewhere === null) return false;
    void services.tell(elsewhere, { type: 'dismiss' });
    elsewhere = null;
    return true;
  };

  const subjectOf = (mark: PageMark, token: number): Subject => ({
    frame: null,
    entity: mark.entity,
    surface: mark.surface,
    because: mark.because,
    anchor: () => anchorOf(mark),
    pinned: () => frame.pinned(token),
    unpinned: () => frame.unpinned(token, mark),
    closed: () => {
      watch(false);
      frame.closed(token);
    },
    rejected: () => frame.rejected(mark),
    find: () => visits.find(mark),
  });

  return {
    async show(mark, opening) {
      watch(opening.by === 'pointer' && !hasKeys());
      if (isCramped() && (await above.show(mark, opening))) return;
      await cards.show(subjectOf(mark, opening.token), opening);
    },
    hide() {
      watch(false);
      above.hide();
      cards.hide(null);
    },
    dismiss,
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
        case 'escape':
          elsewhere = word.on ? from : null;
          return true;
        case 'dismiss':
          return dismiss();
        case 'show':
        case 'moved':
        case 'hide':
          return guests.hear(from, word);
        default:
          return above.hear(word);
      }
    },
  };
}
