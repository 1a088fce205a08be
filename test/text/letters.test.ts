import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUpperAt, startsLetter, startsLower, startsUpper } from '../../src/text/letters';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'Éa', 'ß', 'ǅ', '𝐀', '𐐀x', '𐐨', '\ud800', '\udc00a', '漢', '’s', 'İ', '9', ' '),
);

describe('the first character of a word', () => {
  it('is what the Unicode properties say it is', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(startsUpper(word)).toBe(/^\p{Lu}/u.test(word));
        expect(startsLower(word)).toBe(/^\p{Ll}/u.test(word));
        expect(startsLetter(word)).toBe(/^\p{L}/u.test(word));
      }),
      { numRuns: 2000 },
    );
  });

  it('may be looked for further on', () => {
    expect(isUpperAt('aB', 1)).toBe(true);
    expect(isUpperAt('aB', 0)).toBe(false);
    expect(isUpperAt('aB', 2)).toBe(false);
  });
});
