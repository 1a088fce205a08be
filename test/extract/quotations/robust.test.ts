import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/extract/quotations';
import { documentOf } from './reading';

const PIECES = [
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '``',
  '«',
  '»',
  '「',
  '」',
  ',',
  '.',
  '?',
  '!',
  ':',
  ';',
  '—',
  '(',
  ')',
  '\n',
  '\n\n',
  '\r\n',
  ' said',
  ' says',
  ' told',
  ' according to',
  ' saying',
  ' called',
  ' that',
  ' and',
  ' who',
  ' he',
  ' Ann Lee',
  ' Lee',
  ' Diaz',
  ' the Harbour Trust',
  ' in a statement',
  ' on Monday',
  ' was',
  ' would',
  ' to',
  ' of',
  ' not',
  " don't",
  ' “x”',
  ' LEE:',
  ' put it',
  " 's claim",
  ' on',
  ' discuss',
  '\ud800',
  '\u0000',
  ' 中文',
  ' 6\'2"',
  ' ',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('on any text', () => {
  it('gives spans of the text in order, with something said in each, and never throws', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { doc, names } = documentOf(text);
        const quotations = findQuotations(doc, names);
        let last = 0;
        for (const { content, cue, speaker } of quotations) {
          expect(content.length).toBeGreaterThan(0);
          expect(content[0]!.start).toBeGreaterThanOrEqual(last);
          last = content[0]!.start;
          for (const span of [...content, cue, speaker]) {
            if (!span) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a text that breaks off behind a noun of saying, or begins within a phrase', () => {
    for (const text of ["Diaz rejected Lee's claim that", 'on to discuss the pier'])
      expect(() => {
        const { doc, names } = documentOf(text);
        findQuotations(doc, names);
      }, text).not.toThrow();
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { doc, names } = documentOf(text);
        expect(findQuotations(doc, names)).toEqual(findQuotations(doc, names));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its work bounded where a mark is never closed', () => {
    const text = `“${'the pier is old, Lee said, and '.repeat(3000)}`;
    const { doc, names } = documentOf(text);
    expect(findQuotations(doc, names).length).toBeGreaterThan(0);
  });
});
