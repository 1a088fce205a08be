import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../src/ui/dossier/paragraphs';

const runs = fc.array(
  fc.record({
    text: fc.stringMatching(/^[a\n ]{0,6}$/),
    entity: fc.option(fc.constant('e'), { nil: undefined }),
  }),
  { maxLength: 8 },
);
const textOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');

describe('paragraphsOf', () => {
  it('cuts at line breaks and at the passage, names kept', () => {
    const made = paragraphsOf(
      [{ text: 'One ' }, { text: 'Two', entity: 'e' }, { text: ' three.\n\nFour.' }],
      {
        start: 6,
        end: 13,
      },
    );
    expect(made).toEqual([
      {
        start: 0,
        stretches: [
          { start: 0, inPassage: false, pieces: [{ text: 'One ' }, { text: 'Tw', entity: 'e' }] },
          { start: 6, inPassage: true, pieces: [{ text: 'o', entity: 'e' }, { text: ' three' }] },
          { start: 13, inPassage: false, pieces: [{ text: '.' }] },
        ],
      },
      { start: 16, stretches: [{ start: 16, inPassage: false, pieces: [{ text: 'Four.' }] }] },
    ]);
  });

  it('loses nothing but blank lines, and marks the passage and nothing else', () => {
    fc.assert(
      fc.property(runs, fc.nat(30), fc.nat(30), (given, x, y) => {
        const passage = { start: Math.min(x, y), end: Math.max(x, y) };
        const text = textOf(given);
        const paragraphs = paragraphsOf(given, passage);
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        expect(paragraphs.map(({ stretches }) => textOf(stretches.flatMap((s) => s.pieces)))).toEqual(lines);
        for (const { start, inPassage, pieces: inside } of paragraphs.flatMap((p) => p.stretches)) {
          const stretch = textOf(inside);
          expect(text.slice(start, start + stretch.length)).toBe(stretch);
          const held = passage.start <= start && start + stretch.length <= passage.end;
          expect(inPassage).toBe(held && passage.start < passage.end);
        }
      }),
    );
  });

  it('tells what stands in a quotation or a date, names in them too', () => {
    const [only] = paragraphsOf(
      [{ text: 'He said “' }, { text: 'Lund', entity: 'e' }, { text: ' on Monday” then.' }],
      null,
      {
        quotes: [{ start: 9, end: 23 }],
        dates: [{ start: 17, end: 23 }],
      },
    );
    expect(only!.stretches.flatMap(({ pieces }) => pieces)).toEqual([
      { text: 'He said “' },
      { text: 'Lund', entity: 'e', quoted: true },
      { text: ' on ', quoted: true },
      { text: 'Monday', quoted: true, when: true },
      { text: '” then.' },
    ]);
  });

  it('marks every letter of quotations and dates and no other, however they overlap', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(30), fc.nat(30)).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(runs, spans, spans, (given, quotes, dates) => {
        for (const { start, stretches } of paragraphsOf(given, null, { quotes, dates })) {
          let at = start;
          for (const { text, quoted = false, when = false } of stretches.flatMap((s) => s.pieces)) {
            for (const end = at + text.length; at < end; at++) {
              expect(quoted).toBe(quotes.some((span) => span.start <= at && at < span.end));
              expect(when).toBe(dates.some((span) => span.start <= at && at < span.end));
            }
          }
        }
      }),
    );
  });
});
