import { boxOf } from './nodes';
import type { Point } from './towards';

/** How long the pointer stays about where it is to have come to rest, in milliseconds. */
const REST = 120;
/** A hand that trembles moves it less than this, in CSS pixels. */
const TREMBLE = 4;

/** Finds out when the pointer has come to rest in an element that does not move under it. */
export class Rest {
  /** It has, and is being looked at. */
  isOver = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private at: { point: Point; target: Element } | null = null;

  /** `look` is told since when. */
  constructor(private readonly look: (since: number) => void) {}

  /** The pointer is here now. */
  begin(point: Point, target: Element): void {
    const { at } = this;
    if (at?.target === target && Math.hypot(point.x - at.point.x, point.y - at.point.y) < TREMBLE) return;
    this.end();
    this.at = { point, target };
    const since = performance.now();
    const { x, y } = boxOf(target);
    this.timer = setTimeout(() => {
      this.at = null;
      const now = boxOf(target);
      if (now.x !== x || now.y !== y) return;
      this.isOver = true;
      this.look(since);
      this.isOver = false;
    }, REST);
  }

  end(): void {
    clearTimeout(this.timer);
    this.at = null;
  }
}
