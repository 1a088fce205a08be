import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import type { Corpus } from '../../src/corpus/types';
import { Spotter } from '../../src/link/spotter';
import { BLOCK_SEPARATOR } from '../../src/text/separator';
import { madeLibrary } from '../bench/library';

let corpus: Corpus;
let spotter: Spotter;
/** Texts that name what a library of a thousand has, common surnames above all. */
let sentences: string[];
beforeAll(() => {
  corpus = madeLibrary(corpusOfSeeds(), 1000);
  spotter = new Spotter(corpus);
  const bearers = new Map<string, string[]>();
  for (const { kind, name } of corpus.entities) {
    const family = name.split(' ').at(-1)!;
    if (kind === 'person') bearers.set(family, [...(bearers.get(family) ?? []), name]);
  }
  const [[family, names]] = [...bearers].sort((a, b) => b[1].length - a[1].length) as [[string, string[]]];
  expect(names.length).toBeGreaterThan(20);
  const story = corpus.readings[40]!.entities.map(({ name }) => name);
  sentences = [
    `Then ${family} spoke.`,
    `Minister ${family} said that ferries waited; ${family} left.`,
    `${names[0]} opened a shop.`,
    `${names.at(-1)} spoke of prices and grain.`,
    `${names.at(-1)}, the minister, met ${names.at(-2)}.`,
    `Orlando ${family} is nobody here. ${family} knew.`,
    ...story
      .slice(0, 8)
      .map((name) => `At dawn ${name} said that prices rose; ${name.split(' ').at(-1)} nodded.`),
    'President Donald Trump met Shigeru Ishiba.',
    'Trump left. Glass bowed to Ambassador Glass.',
    'Nothing at all.',
  ];
});

const marked = (mentions: readonly { start: number; entity: string; marked: boolean }[]): string =>
  mentions.flatMap((m) => (m.marked ? [`${m.start} ${m.entity}`] : [])).join();

describe('a page in chunks', () => {
  it('is marked alike in whatever order its chunks come, and however often they are replaced', () => {
    const told = fc.record({ chunk: fc.nat(5), parts: fc.array(fc.nat(999), { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 14 }), (steps) => {
        const page = spotter.page();
        const texts = new Map<number, string>();
        const marks = new Map<number, string>();
        for (const { chunk, parts } of steps) {
          const text = parts.map((part) => sentences[part % sentences.length]).join('\n');
          texts.set(chunk, text);
          for (const answer of page.add(chunk, text)) marks.set(answer.chunk, marked(answer.mentions));
        }
        const anew = spotter.page();
        const wanted = new Map<number, string>();
        for (const [chunk, text] of [...texts].sort(([a], [b]) => a - b))
          for (const answer of anew.add(chunk, text)) wanted.set(answer.chunk, marked(answer.mentions));
        expect([...marks].sort()).toEqual([...wanted].sort());
        // and as one text, told at once
        const order = [...texts.keys()].sort((a, b) => a - b);
        const whole = spotter.spot(order.map((chunk) => texts.get(chunk)).join(BLOCK_SEPARATOR));
        let from = 0;
        for (const chunk of order) {
          const to = from + texts.get(chunk)!.length;
          const inside = whole.filter(({ start }) => from <= start && start < to);
          expect(marked(inside.map((m) => ({ ...m, start: m.start - from })))).toBe(marks.get(chunk));
          from = to + 1;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('marks a surname that many bear where the page names one of them in full', () => {
    const [many] = sentences as [string];
    const family = many.split(' ')[1]!;
    const last = corpus.entities.filter((e) => e.kind === 'person' && e.name.endsWith(` ${family}`)).at(-1)!;
    const page = spotter.page();
    expect(page.add(0, `Then ${family} spoke.`)[0]!.mentions.some((m) => m.marked)).toBe(false);
    const answers = page.add(1, `${last.name} met the press.`);
    expect(answers.find(({ chunk }) => chunk === 0)!.mentions[0]).toMatchObject({
      entity: last.id,
      marked: true,
    });
  });
});
