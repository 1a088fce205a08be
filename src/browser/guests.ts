import { frameAt, into, outOf } from '../page/frames';
import type { Services } from '../page/services';
import type { Guest, GuestWord, HostWord, WordAnswer } from '../page/words';
import type { Cards, Subject } from './cards';

/** The cards that the top frame shows for frames that have no room for them. */
export class Guests {
  /** Where each one's mention is in its frame, by frame and token. */
  private readonly places = new Map<string, Guest>();

  constructor(
    private readonly cards: Cards,
    private readonly services: Pick<Services, 'tell'>,
  ) {}

  /** What a frame has to tell of its card. */
  async hear(frame: number, word: Exclude<GuestWord, { type: 'dismiss' }>): Promise<WordAnswer> {
    if (word.type === 'show') return this.show(frame, word.guest);
    if (word.type === 'hide') this.cards.hide(frame);
    else {
      const guest = this.places.get(`${frame} ${word.token}`);
      if (guest) guest.rects = word.rects;
      this.cards.refresh();
    }
    return true;
  }

  private async show(frame: number, guest: Guest): Promise<WordAnswer> {
    const holder = frameAt(guest.index);
    if (!holder) return null;
    const { token, size, by } = guest;
    const key = `${frame} ${token}`;
    this.places.set(key, guest);
    const tell = (word: HostWord) => this.services.tell(frame, word);
    const { entity, surface, because } = guest;
    const subject: Subject = {
      ...{ frame, entity, surface, because },
      anchor: () => ({ holder, writing: guest, rects: () => outOf(holder, size, guest.rects) }),
      pinned: () => void tell({ type: 'pinned', token }),
      unpinned: () => void tell({ type: 'unpinned', token }),
      closed: (back) => {
        this.places.delete(key);
        void tell({ type: 'closed', token, back });
      },
      rejected: () => void tell({ type: 'rejected', token }),
      find: async () => (await tell({ type: 'find', token })) === true,
      pointed: (on) => void tell({ type: 'over', on }),
    };
    const [point] = guest.at
      ? outOf(holder, size, [{ left: guest.at.x, top: guest.at.y, right: guest.at.x, bottom: guest.at.y }])
      : [];
    const box = await this.cards.show(subject, { by, at: point ? { x: point.left, y: point.top } : null });
    return box && into(holder, size, box);
  }
}
