import { flash } from './flash';
import type { PageMark } from './marks';
import { bringIntoView } from './scrolling';
import type { FrameSide } from './services';

/** Goes from mention to mention, by keys and from the popup's list. */
export class Visits {
  /** Where the keys, or the list, last went. */
  private cursor: PageMark | null = null;

  constructor(private readonly frame: Pick<FrameSide, 'mentions' | 'want' | 'lay'>) {}

  /** Scrolls to the next mention of an entity and flashes it; false if this frame has none. */
  jump(entity: string): boolean {
    const marks = this.frame.mentions(false).filter((mark) => mark.entity === entity);
    if (marks.length === 0) return false;
    const at = this.cursor ? marks.indexOf(this.cursor) : -1;
    this.goTo(marks[(at + 1) % marks.length]!);
    return true;
  }

  /** Shows where a card's mention stands; if it has gone, the next one of its entity. */
  find(mark: PageMark): boolean {
    if (!this.frame.mentions(false).includes(mark)) return this.jump(mark.entity);
    this.goTo(mark);
    return true;
  }

  /** Whether the mention that a step starts from is here. */
  stands(): boolean {
    return this.cursor !== null && this.frame.mentions(false).includes(this.cursor);
  }

  /** Moves to the next or previous mark and asks for its card; false past the last. */
  step(direction: 1 | -1, enter: boolean): boolean {
    const marks = this.frame.mentions(true);
    const from = enter || !this.cursor ? -1 : marks.indexOf(this.cursor);
    const next = from >= 0 ? from + direction : direction === 1 ? 0 : marks.length - 1;
    this.cursor = marks[next] ?? null;
    if (!this.cursor) return false;
    bringIntoView(this.cursor, false);
    this.frame.want(this.cursor);
    return true;
  }

  private goTo(mark: PageMark): void {
    this.cursor = mark;
    bringIntoView(mark, true);
    flash(mark, this.frame.lay);
  }
}
