import { anchorOf } from '../page/anchor';
import { standing } from '../page/frames';
import type { PageMark } from '../page/marks';
import type { FrameSide, Opening, Services } from '../page/services';
import { type Box, isTowards, type Point } from '../page/towards';
import type { Visits } from '../page/visits';
import type { HostWord } from '../page/words';

/** The top frame, as browsers number frames. */
const TOP = 0;
/** While the frame scrolls, the top one hears this often where the mention is, in milliseconds. */
const PACE = 80;

/**
 * The cards of a frame that has no room for them, shown above it by the top frame. The page's scripts learn nothing of
 * it: all goes by way of the background.
 */
export class Above {
  private current: { token: number; mark: PageMark } | null = null;
  /** What the top frame may still show, pinned cards too. */
  private readonly kept = new Map<number, PageMark>();
  /** Where the unpinned card stands, as this frame counts. */
  private box: Box | null = null;
  private before: Element | null = null;
  private following: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly services: Pick<Services, 'tell'>,
    private readonly frame: FrameSide,
    private readonly visits: Visits,
  ) {}

  /** Asks the top frame for a card; false where it cannot show it, and nobody has asked for another meanwhile. */
  async show(mark: PageMark, { token, by, at }: Opening): Promise<boolean> {
    const place = standing();
    const anchor = anchorOf(mark);
    if (!place || !anchor) return false;
    this.current = { token, mark };
    this.kept.set(token, mark);
    this.box = null;
    if (by !== 'pointer') this.before = document.activeElement;
    const { entity, surface, because } = mark;
    const rects = place.boxes(anchor.rects());
    const point = at && place.boxes([{ left: at.x, top: at.y, right: at.x, bottom: at.y }])[0]!;
    const guest = { token, by, entity, surface, because, rects, index: place.index, size: place.size };
    const answer = await this.services.tell(TOP, {
      type: 'show',
      guest: { ...guest, ...anchor.writing, at: point && { x: point.left, y: point.top } },
    });
    if (answer && typeof answer === 'object') {
      if (this.current?.token === token) this.box = answer;
      this.follow();
      return true;
    }
    this.kept.delete(token);
    const isLate = this.current?.token !== token;
    if (!isLate) this.current = null;
    return isLate;
  }

  /** Takes the unpinned card away. */
  hide(): void {
    if (!this.current) return;
    this.kept.delete(this.current.token);
    this.current = null;
    this.box = null;
    void this.services.tell(TOP, { type: 'hide' });
  }

  /** Has the top frame close its newest card; false where it shows none of this frame's. */
  dismiss(): boolean {
    if (this.kept.size === 0) return false;
    void this.services.tell(TOP, { type: 'dismiss' });
    return true;
  }

  isTowards(from: Point, before: Point, to: Point): boolean {
    return this.box !== null && isTowards(from, before, to, this.box);
  }

  /** What the top frame has to tell of a card. */
  hear(word: HostWord): boolean {
    const { frame, kept } = this;
    if (word.type === 'over') {
      if (this.current) frame.pointed(word.on);
      return true;
    }
    const { token } = word;
    const mark = kept.get(token);
    const isCurrent = this.current?.token === token;
    if (word.type === 'closed') {
      kept.delete(token);
      if (isCurrent) this.current = null;
      frame.closed(token);
      if (word.back && this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
      return true;
    }
    if (!mark) return false;
    if (word.type === 'find') return this.visits.find(mark);
    if (word.type === 'rejected') frame.rejected(mark);
    else if (word.type === 'unpinned') {
      this.current = { token, mark };
      frame.unpinned(token, mark);
    } else {
      if (isCurrent) this.current = null;
      frame.pinned(token);
    }
    return true;
  }

  /** Tells the top frame where the mentions are now. */
  readonly refresh = (): void => {
    if (this.kept.size === 0) this.unfollow();
    else
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        const place = standing();
        for (const [token, mark] of place ? this.kept : [])
          void this.services.tell(TOP, {
            type: 'moved',
            token,
            rects: place!.boxes(anchorOf(mark)?.rects() ?? []),
          });
      }, PACE);
  };

  clear(): void {
    this.hide();
    this.kept.clear();
    this.unfollow();
  }

  private follow(): void {
    this.following ??= new AbortController();
    const options = { capture: true, passive: true, signal: this.following.signal };
    for (const type of ['scroll', 'resize']) window.addEventListener(type, this.refresh, options);
  }

  private unfollow(): void {
    this.following?.abort();
    this.following = null;
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
