import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeDays } from '../../src/ui/parts/timeline';

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe('placeDays', () => {
  it('places days in proportion, the page’s own among them', () => {
    const strip = placeDays(['2025-04-10', '2025-04-20', '2025-04-20'], '2025-04-30')!;
    expect([strip.from, strip.to]).toEqual(['2025-04-10', '2025-04-30']);
    expect(strip.dots).toEqual([
      { day: '2025-04-10', at: 3, count: 1 },
      { day: '2025-04-20', at: 50, count: 2 },
    ]);
    expect(strip.now).toBe(97);
  });

  it('has no strip without a day, and one day in the middle', () => {
    expect(placeDays([], null)).toBeNull();
    expect(placeDays(['no day'], null)).toBeNull();
    expect(placeDays(['2025-04-10'], null)!.dots[0]!.at).toBe(50);
  });

  it('keeps order and stays on the strip', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.option(day), (days, page) => {
        const { dots, now } = placeDays(days, page)!;
        for (const a of dots) {
          expect(a.at).toBeGreaterThanOrEqual(3);
          expect(a.at).toBeLessThanOrEqual(97);
          for (const b of dots) if (a.day < b.day) expect(a.at).toBeLessThan(b.at);
          if (page && now !== null && a.day < page) expect(a.at).toBeLessThan(now);
        }
      }),
    );
  });
});
