import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENOUGH, lotOf, sampleOf } from '../../src/link/rows';

describe('sampleOf', () => {
  it('is the same of all articles as of the newest days and the least lots alone', () => {
    const day = fc.constantFrom('', '2024-01-01', '2024-01-02', '2024-02-01', '2025-01-01');
    fc.assert(
      fc.property(fc.array(day, { minLength: ENOUGH + 1, maxLength: 120 }), (days) => {
        const all = days.map((date, i) => ({ id: `a${i}`, date }));
        const newestLast = [...all].sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1));
        const from = newestLast.at(-ENOUGH / 2)!.date;
        const least = [...all].sort((a, b) => lotOf(a.id) - lotOf(b.id)).slice(0, ENOUGH + 1);
        const some = new Set([...all.filter(({ date }) => date >= from), ...least]);
        expect(sampleOf([...some])).toEqual(sampleOf(all));
      }),
    );
  });
});
