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

/** The middle of `rounds` runs, ms. */
function timed(run: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
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
  for (let warm = 0; warm < rounds; warm++) {
    limit();
    gathered();
    spot();
  }
  return {
    limit: timed(limit, rounds * 4),
    gather: timed(gathered, rounds * 2),
    spot: timed(spot, rounds),
    length: chunks.reduce((sum, text) => sum + text.length, 0),
  };
}
