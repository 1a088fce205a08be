import type { PageMark } from './marks';
import { boxOf } from './nodes';
import { elementOf, rectsOf } from './rects';

/** At most this many mentions are drawn: each costs every frame that changes anything, some 25 µs. */
const MOST_DRAWN = 100;
/** So many mentions are looked at one by one; of more, those in view are found by a binary search. */
const FEW = 600;

interface Placed {
  mark: PageMark;
  /** Distance from the viewport in CSS pixels, 0 inside it. */
  away: number;
}

/**
 * The mentions in and near the viewport (one screen above and below), the nearest ones if there are more than may be
 * drawn. Of many, the first in view is found by a binary search over their rectangles, which takes
 * page order for order from top to bottom.
 */
export function inView(marks: readonly PageMark[], height: number): PageMark[] {
  const margin = height;
  const rectOf = rectangles(height);
  let from = 0;
  let to = marks.length;
  if (marks.length > FEW) {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const rect = firstRendered(marks, middle, high, rectOf);
      if (rect && rect.bottom < 0) low = middle + 1;
      else high = middle;
    }
    from = Math.max(0, low - FEW / 2);
    to = Math.min(marks.length, low + FEW / 2);
  }
  const placed: Placed[] = [];
  for (let i = from; i < to; i++) {
    const rect = rectOf(marks[i]!);
    if (!rect) continue;
    const away = Math.max(0, -rect.bottom, rect.top - height);
    if (away <= margin) placed.push({ mark: marks[i]!, away });
  }
  if (placed.length > MOST_DRAWN) placed.sort((a, b) => a.away - b.away).length = MOST_DRAWN;
  return placed.map(({ mark }) => mark);
}

type RectOf = (mark: PageMark) => DOMRect | null;

/** The rectangle of a mention's element stands for it, which its neighbours share; in one taller than the viewport its own. */
function rectangles(height: number): RectOf {
  const known = new Map<Element, DOMRect | null>();
  return (mark) => {
    const element = elementOf(mark);
    if (!element) return null;
    let rect = known.get(element);
    if (rect === undefined) {
      const box = boxOf(element);
      rect = box.width === 0 && box.height === 0 ? null : box;
      known.set(element, rect);
    }
    return rect && rect.height > height ? (rectsOf(mark)[0] ?? null) : rect;
  };
}

function firstRendered(marks: readonly PageMark[], from: number, to: number, rectOf: RectOf): DOMRect | null {
  for (let i = from; i < to; i++) {
    const rect = rectOf(marks[i]!);
    if (rect) return rect;
  }
  return null;
}
