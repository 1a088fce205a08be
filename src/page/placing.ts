import { type Box, distance, type Point } from './towards';

/** Room between cards, in CSS pixels. */
const BETWEEN = 8;

const sized = ({ x, y }: Point, box: Box): Box => ({
  left: x,
  top: y,
  right: x + box.right - box.left,
  bottom: y + box.bottom - box.top,
});

const isWithin = (box: Box, view: Box): boolean =>
  box.left >= view.left && box.top >= view.top && box.right <= view.right && box.bottom <= view.bottom;

const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a box goes so that it stands in a view; one that is larger begins where the view does. */
export const clamped = (box: Box, view: Box): Point => ({
  x: Math.max(view.left, Math.min(box.left, view.right - (box.right - box.left))),
  y: Math.max(view.top, Math.min(box.top, view.bottom - (box.bottom - box.top))),
});

/**
 * Where a card goes so that it covers none of the others: where it is if it covers none, else the nearest place right
 * beside, above or below one of them that is in the view; where there is none it stays.
 */
export function asideOf(box: Box, others: readonly Box[], view: Box): Point {
  const here = { x: box.left, y: box.top };
  if (!others.some((other) => meets(box, other))) return here;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const xs = others.flatMap(({ left, right }) => [right + BETWEEN, left - BETWEEN - width]);
  const ys = others.flatMap(({ top, bottom }) => [bottom + BETWEEN, top - BETWEEN - height]);
  const places = [here.x, ...xs].flatMap((x) => [here.y, ...ys].map((y) => ({ x, y })));
  const way = ({ x, y }: Point) => Math.hypot(x - here.x, y - here.y);
  return places
    .filter((place) => {
      const there = sized(place, box);
      return isWithin(there, view) && !others.some((other) => meets(there, other));
    })
    .reduce<Point>((best, place) => (best === here || way(place) < way(best) ? place : best), here);
}

/** The next of the view's corners, clockwise from the one that a card is nearest to. */
export function nextCorner(box: Box, view: Box): Point {
  const right = view.right - (box.right - box.left);
  const bottom = view.bottom - (box.bottom - box.top);
  const corners = [
    { x: view.left, y: view.top },
    { x: right, y: view.top },
    { x: right, y: bottom },
    { x: view.left, y: bottom },
  ];
  const distances = corners.map(({ x, y }) => Math.hypot(x - box.left, y - box.top));
  const nearest = distances.indexOf(Math.min(...distances));
  // One that is in no corner yet goes to the nearest.
  return distances[nearest]! > 1 ? corners[nearest]! : corners[(nearest + 1) % corners.length]!;
}

/** Pieces whose boxes share more than this of the smaller one's height (or width) stand in one line. */
const SHARED = 0.5;

/**
 * The one line of a wrapped name that a card stands beside: the line under the pointer, without one the last, since the
 * card comes below it. Lines of vertical writing are columns. Gives the box of all the line's pieces; null of none.
 */
export function lineAt(rects: readonly Box[], at: Point | null, vertical: boolean): Box | null {
  const [start, end] = vertical ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const lines: Box[] = [];
  for (const rect of rects) {
    const line = lines.find((it) => {
      const shared = Math.min(it[end], rect[end]) - Math.max(it[start], rect[start]);
      return shared > SHARED * Math.min(it[end] - it[start], rect[end] - rect[start]);
    });
    if (line) Object.assign(line, union(line, rect));
    else lines.push({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  }
  if (!at) return lines.at(-1) ?? null;
  return lines.reduce<Box | null>(
    (best, line) => (best && distance(at, best) <= distance(at, line) ? best : line),
    null,
  );
}

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
