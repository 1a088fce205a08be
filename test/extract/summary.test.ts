import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProse } from '../../src/extract/boilerplate';
import { prepare } from '../../src/extract/document';
import { summarise } from '../../src/extract/summary';
import { cosine } from '../../src/extract/summary/telling';

function summary(text: string, title?: string): string[] {
  const doc = prepare({ id: 'a', text, title, published: { date: null, basis: 'none' }, origin: 'imported' });
  return summarise(doc, findProse(doc), [], []).map(({ start, end }) => text.slice(start, end));
}

const LEAD =
  'The council of Bergen voted on Monday to close the old harbour to cruise ships from next summer.';
const STORY = [
  LEAD,
  '"It was time," the mayor said of the vote.',
  'Cruise ships brought half a million visitors to the harbour of Bergen last year, the council found.',
  'It was a long night.',
  'The council voted on Monday to close the old harbour of Bergen to cruise ships from next summer.',
  'Shops near the quay fear for their trade, and a shipping line has gone to court against the closure.',
];

describe('summarise', () => {
  it('gives three telling sentences, the most telling first and none twice', () => {
    const found = summary(STORY.join('\n'));
    expect(found[0]).toBe(LEAD);
    expect(found).toHaveLength(3);
    expect(found).not.toContain(STORY[4]);
    expect(found).not.toContain(STORY[3]);
  });

  it('passes over an opening that leans on something else', () => {
    const text = ['But it was quiet.', ...STORY].join('\n');
    expect(summary(text, 'Bergen closes old harbour to cruise ships')[0]).toBe(LEAD);
  });

  it('gives what there is of a short text, and nothing of none', () => {
    expect(summary('Rain fell on Oslo.')).toEqual(['Rain fell on Oslo.']);
    expect(summary('')).toEqual([]);
  });

  it('measures likeness from 0 to 1, the same both ways', () => {
    const bag = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(bag, bag, (one, other) => {
        const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
        const likeness = cosine(a, b);
        const same = a.size > 0 && Math.abs(cosine(a, a) - 1) > 1e-9;
        return likeness >= 0 && likeness <= 1 + 1e-9 && Math.abs(likeness - cosine(b, a)) < 1e-9 && !same;
      }),
    );
  });
});
