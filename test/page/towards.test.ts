import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, isTowards } from '../../src/page/towards';

const card = { left: 100, top: 100, right: 300, bottom: 400 };
const from = { x: 120, y: 60 };

describe('the way to the card', () => {
  it('is taken when the pointer goes straight or slantwise to it', () => {
    expect(isTowards(from, from, { x: 125, y: 80 }, card)).toBe(true);
    expect(isTowards(from, { x: 150, y: 75 }, { x: 180, y: 88 }, card)).toBe(true);
  });

  it('is left when the pointer goes away or beside it', () => {
    expect(isTowards(from, from, { x: 120, y: 40 }, card)).toBe(false);
    expect(isTowards(from, from, { x: 60, y: 70 }, card)).toBe(false);
    expect(isTowards(from, { x: 125, y: 90 }, { x: 125, y: 80 }, card)).toBe(false);
  });

  it('holds for every step of every straight way from the mark into the card', () => {
    const inside = fc.record({
      x: fc.integer({ min: card.left, max: card.right }),
      y: fc.integer({ min: card.top, max: card.bottom }),
    });
    const outside = fc.record({
      x: fc.integer({ min: -200, max: 600 }),
      y: fc.integer({ min: -200, max: 600 }),
    });
    fc.assert(
      fc.property(outside, inside, (start, aim) => {
        let before = start;
        for (let step = 1; step <= 10; step++) {
          const at = {
            x: start.x + ((aim.x - start.x) * step) / 10,
            y: start.y + ((aim.y - start.y) * step) / 10,
          };
          // On a straight way into a convex box the distance never grows.
          expect(distance(at, card)).toBeLessThanOrEqual(distance(before, card) + 1e-9);
          if (distance(before, card) - distance(at, card) > 1e-6)
            expect(isTowards(start, before, at, card)).toBe(true);
          before = at;
        }
      }),
    );
  });
});
