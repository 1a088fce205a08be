import type { Corpus } from '../../src/corpus/types';
import { findOccurrences } from '../../src/link/matcher';
import { Spotter } from '../../src/link/spotter';
import { gather } from '../../src/page/gather';
import { timed } from './in-page';
import { madeLibrary } from './library';

let spotters: [size: number, spotter: Spotter][] = [];

/** Makes a spotter for a library of each size; they stay in this page. */
export function prepare(base: Corpus, sizes: readonly number[]): void {
  spotters = sizes.map((size) => [size, new Spotter(madeLibrary(base, size))]);
}

/** The least a program can do with a document's text: walk its text nodes and read how long each is. */
function limit(document: Document): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

export interface Matching {
  /** Milliseconds a run of the limit. */
  limit: number;
  units: number;
  /** By size of the library: what is found, and milliseconds a run of matching alone and of spotting as a whole. */
  sizes: { size: number; found: number; match: number; spot: number }[];
}

/** Matching and spotting of the text of a page, shown in a frame of this one, with each library; all in turn in one run. */
export async function matching(html: string, rounds: number): Promise<Matching> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-same-origin');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument!;
  const chunks: string[] = [];
  for (const part of gather([{ root: page.body, deep: true }])) if (part) chunks.push(part.text);
  const what: Record<string, () => unknown> = { limit: () => limit(page) };
  for (const [size, spotter] of spotters) {
    what[`match ${size}`] = () => {
      for (const text of chunks) findOccurrences(spotter.gazetteer, text);
    };
    what[`spot ${size}`] = () => {
      const spotting = spotter.page();
      chunks.forEach((text, i) => {
        spotting.add(i, text);
      });
    };
  }
  for (const run of Object.values(what)) for (let i = 0; i < 3; i++) run();
  const times = timed(what, rounds);
  frame.remove();
  return {
    limit: times.limit!,
    units: chunks.reduce((sum, text) => sum + text.length, 0),
    sizes: spotters.map(([size, { gazetteer }]) => ({
      size,
      found: chunks.reduce((sum, text) => sum + findOccurrences(gazetteer, text).length, 0),
      match: times[`match ${size}`]!,
      spot: times[`spot ${size}`]!,
    })),
  };
}
