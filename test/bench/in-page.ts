import type { Corpus } from '../../src/corpus/types';
import { Spotter } from '../../src/link/spotter';
import { gather } from '../../src/page/gather';

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
  for (const part of gather([{ root: document.body, deep: true }], () => undefined)) {
    if (part) chunks.push(part.text);
  }
  return chunks;
}

/** The middle of `rounds` measurements, ms a run; a clock that ticks in tenths needs many runs to one measurement. */
function timed(run: () => unknown, rounds: number): number {
  let runs = 1;
  const once = () => {
    const begun = performance.now();
    for (let i = 0; i < runs; i++) run();
    return performance.now() - begun;
  };
  while (once() < 20) runs *= 2;
  const times = Array.from({ length: rounds }, () => once() / runs);
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}

/** The costs of one page, warm, in turn in one run: the limit, gathering, and spotting over the gathered text; ms. */
export function costs(
  corpus: Corpus,
  rounds: number,
): { limit: number; gather: number; spot: number; length: number } {
  const spotter = new Spotter(corpus);
  const chunks = gathered();
  const spot = () => {
    const page = spotter.page();
    chunks.forEach((text, i) => {
      page.add(i, text);
    });
  };
  return {
    limit: timed(limit, rounds),
    gather: timed(gathered, rounds),
    spot: timed(spot, rounds),
    length: chunks.reduce((sum, text) => sum + text.length, 0),
  };
}
