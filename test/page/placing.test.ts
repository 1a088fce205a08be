import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asideOf, clamped, lineAt, nextCorner } from '../../src/page/placing';
import type { Box, Point } from '../../src/page/towards';

const view: Box = { left: 8, top: 8, right: 1272, bottom: 792 };
const box = (x: number, y: number, width = 368, height = 400): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});
const at = ({ x, y }: Point, { left, top, right, bottom }: Box): Box => box(x, y, right - left, bottom - top);
const meets = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a: Box) =>
  a.left >= view.left && a.top >= view.top && a.right <= view.right && a.bottom <= view.bottom;

/** A box with what is kept between cards around it. */
const grown = ({ left, top, right, bottom }: Box, gap: number): Box => ({
  left: left - gap,
  top: top - gap,
  right: right + gap,
  bottom: bottom + gap,
});

const boxes = fc
  .record({ x: fc.integer({ min: 8, max: 900 }), y: fc.integer({ min: 8, max: 390 }) })
  .map(({ x, y }) => box(x, y));

describe('a card beside others', () => {
  it('stays where it covers none', () => {
    expect(asideOf(box(600, 100), [box(100, 100)], view)).toEqual({ x: 600, y: 100 });
  });

  it('goes to the nearest side of the one it would cover', () => {
    expect(asideOf(box(300, 120), [box(100, 100)], view)).toEqual({ x: 476, y: 120 });
    expect(asideOf(box(500, 120), [box(700, 100)], view)).toEqual({ x: 324, y: 120 });
  });

  it('covers none wherever there is a place, and else stays (any cards; every place tried)', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 4 }), (card, others) => {
        const place = asideOf(card, others, view);
        const free = (point: Point, gap = 0) => {
          const there = at(point, card);
          return within(there) && !others.some((other) => meets(grown(there, gap), other));
        };
        if (!others.some((other) => meets(card, other))) expect(place).toEqual({ x: card.left, y: card.top });
        else if (free(place)) {
          // No place of a coarse net that is free is nearer along one axis.
          const distance = Math.hypot(place.x - card.left, place.y - card.top);
          for (let x = 8; x <= 904; x += 16)
            if (free({ x, y: card.top }, 8))
              expect(distance).toBeLessThanOrEqual(Math.abs(x - card.left) + 16);
        } else {
          expect(place).toEqual({ x: card.left, y: card.top });
          for (let x = 8; x <= 904; x += 16)
            for (let y = 8; y <= 392; y += 16) expect(free({ x, y }, 8)).toBe(false);
        }
      }),
    );
  });
});

describe('a card in the window', () => {
  it('is put back into it from anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 }), (x, y) => {
        const place = clamped(box(x, y), view);
        expect(within(at(place, box(x, y)))).toBe(true);
        if (within(box(x, y))) expect(place).toEqual({ x, y });
      }),
    );
  });

  it('begins where the window does if it is larger', () => {
    expect(clamped(box(50, 50, 2000, 2000), view)).toEqual({ x: 8, y: 8 });
  });

  it('goes from corner to corner and comes back', () => {
    const card = box(600, 20);
    const corners: Point[] = [];
    let now = card;
    for (let i = 0; i < 5; i++) {
      corners.push(nextCorner(now, view));
      now = at(corners.at(-1)!, card);
      expect(within(now)).toBe(true);
    }
    expect(new Set(corners.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
    expect(corners[0]).toEqual({ x: 904, y: 8 });
    expect(corners[4]).toEqual(corners[0]);
  });
});

/** "Shigeru / Ishi|ba": wrapped, its second line in two pieces of which one is set smaller. */
const wrapped = [box(400, 100, 80, 20), box(20, 124, 40, 20), box(60, 127, 16, 14)];

describe('the line of a name that a card stands beside', () => {
  it('is the one under the pointer, with all its pieces', () => {
    expect(lineAt(wrapped, { x: 440, y: 110 }, false)).toEqual(wrapped[0]);
    expect(lineAt(wrapped, { x: 30, y: 130 }, false)).toEqual(box(20, 124, 56, 20));
    expect(lineAt(wrapped, { x: 70, y: 130 }, false)).toEqual(box(20, 124, 56, 20));
  });

  it('is the nearest where the pointer is a little beside them, and the last where keys have asked', () => {
    expect(lineAt(wrapped, { x: 440, y: 121 }, false)).toEqual(wrapped[0]);
    expect(lineAt(wrapped, null, false)).toEqual(box(20, 124, 56, 20));
    expect(lineAt([], { x: 0, y: 0 }, false)).toBeNull();
  });

  it('is a column in vertical writing', () => {
    const columns = [box(300, 500, 20, 60), box(270, 20, 20, 40)];
    expect(lineAt(columns, { x: 280, y: 30 }, true)).toEqual(columns[1]);
    // Side by side they would share a line if the writing were horizontal.
    const level = [box(300, 20, 20, 60), box(270, 20, 20, 40)];
    expect(lineAt(level, { x: 310, y: 30 }, true)).toEqual(level[0]);
    expect(lineAt(level, { x: 310, y: 30 }, false)).toEqual(box(270, 20, 50, 60));
  });

  it('holds the piece that the pointer is on, whatever the lines', () => {
    const pieces = fc.array(
      fc.record({
        line: fc.nat({ max: 4 }),
        left: fc.nat({ max: 600 }),
        width: fc.integer({ min: 1, max: 90 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(), (drawn, pick) => {
        const rects = drawn.map(({ line, left, width }) => box(left, line * 24, width, 20));
        const one = pick % rects.length;
        const at = { x: rects[one]!.left + 0.5, y: rects[one]!.top + 10 };
        const mates = drawn.flatMap(({ line }, i) => (line === drawn[one]!.line ? [rects[i]!] : []));
        expect(lineAt(rects, at, false)).toEqual({
          left: Math.min(...mates.map(({ left }) => left)),
          top: drawn[one]!.line * 24,
          right: Math.max(...mates.map(({ right }) => right)),
          bottom: drawn[one]!.line * 24 + 20,
        });
      }),
    );
  });
});
