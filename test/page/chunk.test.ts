import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chunk } from '../../src/page/chunk';

const SEPARATOR = '\u001f';

describe('a chunk of page text', () => {
  it('joins inline text without a gap and ends blocks with one separator', () => {
    const chunk = new Chunk<string>();
    chunk.separate();
    chunk.add('one', 'Shigeru ');
    chunk.add('two', 'Ishiba');
    chunk.separate();
    chunk.separate();
    chunk.add('three', 'next');
    expect(chunk.text).toBe(`Shigeru Ishiba${SEPARATOR}next`);
    expect(chunk.length).toBe(chunk.text.length);
  });

  it('finds the stretches of a name that is split over nodes', () => {
    const chunk = new Chunk<string>();
    chunk.add('one', 'PM Shigeru ');
    chunk.add('two', 'Ishi');
    chunk.add('three', 'ba said');
    expect(chunk.locate({ start: 3, end: 17 })).toEqual([
      { node: 'one', start: 3, end: 11 },
      { node: 'two', start: 0, end: 4 },
      { node: 'three', start: 0, end: 2 },
    ]);
    expect(chunk.locate({ start: 40, end: 42 })).toBeNull();
  });

  it('maps every span to stretches that hold its very text (any nodes, any pieces)', () => {
    const node = fc.record({
      before: fc.string({ maxLength: 4 }),
      text: fc.string({ maxLength: 6 }),
      ends: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1 }), fc.nat(), fc.nat(), (nodes, a, b) => {
        const chunk = new Chunk<{ data: string }>();
        let whole = '';
        nodes.forEach(({ before, text, ends }) => {
          chunk.add({ data: before + text }, text, before.length);
          whole += text;
          if (ends && whole !== '' && !whole.endsWith(SEPARATOR)) {
            chunk.separate();
            whole += SEPARATOR;
          }
        });
        expect(chunk.text).toBe(whole);
        const start = a % (whole.length + 1);
        const end = start + (b % (whole.length - start + 1));
        const found = chunk.locate({ start, end });
        const text = (found ?? []).map((s) => s.node.data.slice(s.start, s.end)).join('');
        expect(text).toBe(whole.slice(start, end).replaceAll(SEPARATOR, ''));
      }),
    );
  });
});
