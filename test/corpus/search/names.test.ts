import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, nameRanges, nameWords, phraseOf } from '../../../src/corpus/search/names';

const row = fc.record({
  name: fc
    .array(fc.stringMatching(/^[ab]{1,3}$/), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' ')),
  aliases: fc.array(fc.constantFrom('Bab', '石破茂', 'aa b', 'NGA'), { maxLength: 2 }),
  weight: fc.double({ min: 0, max: 2000, noNaN: true }),
});

describe('nameRanges and named', () => {
  it('find the entities that a walk over all of them finds, in the same order', () => {
    const query = fc.oneof(
      fc.stringMatching(/^[ab ]{0,6}$/),
      fc.constantFrom('石', '石破', '石破茂', 'nga', 'ng'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 18 }), query, (list, typed) => {
        const rows = list.map((one, i) => ({ id: `e${i}`, ...one }));
        const phrase = phraseOf(typed);
        const read = nameRanges(phrase).flatMap(({ from, to, most }) =>
          rows.filter((one) => nameWords(one).some((word) => word >= from && word <= to)).slice(0, most),
        );
        const everyone = phrase ? named(rows, phrase, 6) : [];
        expect(named(read, phrase, 6)).toEqual(everyone);
      }),
    );
  });

  it('reads those most in the news first, however many share a name', () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({
      id: `e${i}`,
      name: `Mara ${String.fromCharCode(97 + (i % 26))}orlov`,
      aliases: [],
      weight: i === 300 ? 900 : 1,
    }));
    const index = rows.flatMap((one) => nameWords(one).map((word) => ({ word, one })));
    const read = nameRanges('mar').flatMap(({ from, to, most }) =>
      index.filter(({ word }) => word >= from && word <= to).slice(0, most),
    );
    expect(
      named(
        read.map(({ one }) => one),
        'mar',
        6,
      )[0]!.id,
    ).toBe('e300');
    expect(read.length).toBeLessThan(200);
  });
});
