/** A point of the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const inBox = ({ x, y }: Point, box: Box, slack = 0): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;

/** Slack around the way to the card, in CSS pixels. */
const SLACK = 4;

/**
 * Safe polygon: true when the pointer, having left its mark at `from`, is at `to` inside the hull of that point and
 * the card's box and is no farther from the card than before. Then it travels towards the card, which stays open.
 */
export function isTowards(from: Point, before: Point, to: Point, card: Box): boolean {
  if (distance(to, card) > distance(before, card)) return false;
  const box = {
    left: card.left - SLACK,
    top: card.top - SLACK,
    right: card.right + SLACK,
    bottom: card.bottom + SLACK,
  };
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  if (inBox(to, box)) return true;
  // The hull of a point and a box is the box and the triangles over the box's edges.
  return corners.some((corner, i) => inTriangle(to, from, corner, corners[(i + 1) % 4]!));
}

/** Distance from a point to the nearest point of a box. */
export function distance({ x, y }: Point, box: Box): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const d1 = side(p, a, b);
  const d2 = side(p, b, c);
  const d3 = side(p, c, a);
  return !((d1 < 0 || d2 < 0 || d3 < 0) && (d1 > 0 || d2 > 0 || d3 > 0));
}

const side = (p: Point, a: Point, b: Point): number => (p.x - b.x) * (a.y - b.y) - (a.x - b.x) * (p.y - b.y);
