import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import { Spotter } from '../../src/link/spotter';
import { BLOCK_SEPARATOR } from '../../src/text/separator';

let spotter: Spotter;
beforeAll(() => {
  spotter = new Spotter(corpusOfSeeds());
});

const BLOCKS = [
  'Glass bowed.',
  'Ambassador George Glass spoke in Tokyo.',
  'Philip Glass wrote an opera.',
  'Then Glass said so. Trump agreed with Glass.',
  'President Donald Trump met Ishiba.',
  'Ivanka Trump opened a shop.',
  'Prime Minister Shigeru Ishiba told Akazawa about the tariffs.',
  'Ryosei Akazawa, the tariffs envoy, left.',
  'Denzel Washington won. Washington cheered.',
  'Washington and Tokyo speak of tariffs; Bessent listens.',
  'Nothing here.',
  'Ms Glass teaches. The Glass family owns it.',
];

interface Block {
  chunk: number;
  text: string;
  position: number;
}

/** What happens to the page: some blocks come at a place in one chunk, or one goes. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        at: fc.nat(),
        texts: fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ at: fc.nat(), texts: fc.constant(null) }) },
  ),
  { minLength: 1, maxLength: 25 },
);

const STEP = 1e-3;

describe('a page that changes', () => {
  it('is marked as the same page told at once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const page = spotter.page();
        const blocks: (Block & { start: number })[] = [];
        const marks = new Map<number, Map<number, string>>();
        const gone: { chunk: number; spans: { start: number; end: number }[] }[] = [];
        let chunk = 0;
        const tell = (text: string, from: number) => {
          const change = { places: [{ at: 0, from, step: STEP }], gone: gone.splice(0) };
          for (const answer of page.add(chunk, text, change))
            marks.set(answer.chunk, new Map(answer.mentions.map((m) => [m.start, m.marked ? m.entity : ''])));
          chunk++;
        };
        for (const { at, texts } of all) {
          const index = at % (blocks.length + 1);
          if (texts) {
            const before = blocks[index - 1]?.position ?? -1e6;
            const after = blocks[index]?.position ?? 1e6;
            const from = before + (after - before) / 2;
            let start = 0;
            const added = texts.map((text) => {
              const block = { chunk, text, start, position: from + (start + text.length) * STEP };
              start += text.length + BLOCK_SEPARATOR.length;
              return block;
            });
            fc.pre(blocks.length === 0 || (added.at(-1)!.position < after && from > before + 1e-6));
            tell(texts.join(BLOCK_SEPARATOR), from);
            blocks.splice(index, 0, ...added);
          } else if (blocks[index]) {
            const [{ chunk: of, start, text }] = blocks.splice(index, 1) as [Block & { start: number }];
            gone.push({ chunk: of, spans: [{ start, end: start + text.length }] });
          }
        }
        tell('', 2e6);
        const left = blocks.map((b) =>
          [...(marks.get(b.chunk) ?? [])]
            .filter(([s]) => b.start <= s && s < b.start + b.text.length)
            .map(([s, entity]) => [s - b.start, entity]),
        );
        const anew =
          blocks.length > 0 ? spotter.spot(blocks.map(({ text }) => text).join(BLOCK_SEPARATOR)) : [];
        let start = 0;
        const wanted = blocks.map(({ text }) => {
          const inside = anew.filter((m) => start <= m.start && m.start < start + text.length);
          const one = inside.map((m) => [m.start - start, m.marked ? m.entity : '']);
          start += text.length + BLOCK_SEPARATOR.length;
          return one;
        });
        expect(left).toEqual(wanted);
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });
});
