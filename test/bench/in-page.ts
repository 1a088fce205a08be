import type { Corpus } from '../../src/corpus/types';
import { Spotter } from '../../src/link/spotter';
import { gather } from '../../src/page/gather';
import { shadowsIn } from '../../src/page/shadows';

/** One measurement takes at least this long, in milliseconds. */
const LEAST = 10;

/** The least a program can do with a page's text: walk its text nodes and read how long each is. */
export function limit(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

/** What the content script does: the text of the page's blocks, put together in chunks. */
export function gathered(): string[] {
  const chunks: string[] = [];
  for (const part of gather([{ root: document.body, deep: true }])) {
    if (part) chunks.push(part.text);
  }
  return chunks;
}

/** What the content script does after the first marks: asks every element for a shadow root. */
export function shadows(): number {
  let found = 0;
  for (const root of shadowsIn([document.body])) if (root) found++;
  return found;
}

/** How often to run something for one measurement: a clock that ticks in tenths needs many runs. */
function runsOf(run: () => unknown): number {
  let runs = 1;
  for (;;) {
    const begun = performance.now();
    for (let i = 0; i < runs; i++) run();
    if (performance.now() - begun >= LEAST) return runs;
    runs *= 2;
  }
}

/** The middle of `rounds` measurements of each, in turn so that a busy machine slows all alike; ms a run. */
export function timed<Name extends string>(
  what: Record<Name, () => unknown>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(what) as Name[];
  const runs = names.map((name) => runsOf(what[name]));
  const times = names.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    names.forEach((name, which) => {
      const begun = performance.now();
      for (let i = 0; i < runs[which]!; i++) what[name]();
      times[which]!.push((performance.now() - begun) / runs[which]!);
    });
  const middles = times.map((list) => list.sort((a, b) => a - b)[rounds >> 1]!);
  return Object.fromEntries(names.map((name, which) => [name, middles[which]!])) as Record<Name, number>;
}

/** The costs of one page, warm, in turn in one run: the limit, gathering, and spotting over the gathered text; ms. */
export function costs(
  corpus: Corpus,
  rounds: number,
): { limit: number; gather: number; shadows: number; spot: number; length: number } {
  const spotter = new Spotter(corpus);
  const chunks = gathered();
  const spot = () => {
    const page = spotter.page();
    chunks.forEach((text, i) => {
      page.add(i, text);
    });
  };
  return {
    ...timed({ limit, gather: gathered, shadows, spot }, rounds),
    length: chunks.reduce((sum, text) => sum + text.length, 0),
  };
}
