import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/text/tokens';

const words = (text: string) => tokenise(text).map((t) => t.surface);

describe('tokenise', () => {
  it.each([
    ["O'Brien met Ishiba's aide", ["O'Brien", 'met', 'Ishiba', "'s", 'aide']],
    [
      'Ishiba’s U.S. trip, the U.S-Japan pact',
      ['Ishiba', '’s', 'U.S.', 'trip', ',', 'the', 'U.S', '-', 'Japan', 'pact'],
    ],
    ['the ministry (METI) and AT&T', ['the', 'ministry', '(', 'METI', ')', 'and', 'AT&T']],
    ['Al-Sisi and von der Leyen', ['Al-Sisi', 'and', 'von', 'der', 'Leyen']],
    [
      'a Tokyo-based, US-led, Japan-US thing',
      ['a', 'Tokyo', '-', 'based', ',', 'US', '-', 'led', ',', 'Japan', '-', 'US', 'thing'],
    ],
    [
      'T - Mobile paid $1.4 billion, 54,000 of it',
      ['T', '-', 'Mobile', 'paid', '$', '1.4', 'billion', ',', '54,000', 'of', 'it'],
    ],
    ['John F. Kennedy Jr.', ['John', 'F', '.', 'Kennedy', 'Jr', '.']],
    ['グラス駐日大使は「はい」', ['グラス駐日大使は', '「', 'はい', '」']],
    ["don't won’t ISHIBA'S", ["don't", 'won’t', 'ISHIBA', "'S"]],
    ['𝒜𝓁 said 😀', ['𝒜𝓁', 'said', '😀']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tells words, numbers and marks apart', () => {
    expect(tokenise('Mr. 54,000 (é)').map((t) => t.kind)).toEqual([
      'word',
      'punctuation',
      'number',
      'punctuation',
      'word',
      'punctuation',
    ]);
  });

  it('covers every visible character of any string once, in order, with slices that agree', () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aB.-'’s9&,( \n\u00ad\u200d\ud800\udc00😀石é\u0301"),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join('');
        let end = 0;
        for (const token of tokenise(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.surface);
          expect(token.surface.length).toBeGreaterThan(0);
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Cc}]*$/u);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Cc}]*$/u);
      }),
      { numRuns: 500 },
    );
  });
});
