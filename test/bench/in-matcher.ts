import type { Corpus } from '../../src/corpus/types';
import { spottingImage } from '../../src/link/base';
import { findOccurrences } from '../../src/link/matcher';
import { Spotter } from '../../src/link/spotter';
import { gather } from '../../src/page/gather';
import { timed } from './in-page';
import { madeLibrary } from './library';

let spotters: [size: number, spotter: Spotter][] = [];

/** What a library of some size costs before any text comes. */
export interface Opening {
  size: number;
  /** Bytes of the image that spotting needs. */
  bytes: number;
  /** Milliseconds to open it for the first time, as a worker does that wakes, and in the middle of later times. */
  first: number;
  later: number;
}

/** Makes the image of a library of each size and opens it as the background does; the spotters stay in this page. */
export function prepare(base: Corpus, sizes: readonly number[]): Opening[] {
  spotters = [];
  return sizes.map((size) => {
    const image = spottingImage(madeLibrary(base, size));
    const begun = performance.now();
    spotters.push([size, new Spotter(image)]);
    const first = performance.now() - begun;
    const { later } = timed({ later: () => new Spotter(image) }, 7);
    return { size, bytes: image.length, first, later };
  });
}

/** Milliseconds to spot a page of so many chunks, each full of names of the greatest library; the middle of three. */
export function inChunks(chunks: number): number {
  const [, spotter] = spotters.at(-1)!;
  const name = (at: number) => spotter.roster.entity((at * 37) % 3000).name;
  const texts = Array.from({ length: chunks }, (_, chunk) =>
    Array.from({ length: 300 }, (_, i) => {
      const at = chunk * 300 + i;
      return `At dawn ${name(at)} said that the ferries waited, and that ${name(at % 40)} had asked for prices of grain and rope; nobody else spoke before the office opened its gate again at nine.`;
    }).join('\n'),
  );
  return timed(
    {
      page: () => {
        const page = spotter.page();
        texts.forEach((text, chunk) => {
          page.add(chunk, text);
        });
      },
    },
    3,
  ).page;
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
      for (const text of chunks) findOccurrences(spotter.gazetteers.base, text);
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
    sizes: spotters.map(([size, { gazetteers }]) => ({
      size,
      found: chunks.reduce((sum, text) => sum + findOccurrences(gazetteers.base, text).length, 0),
      match: times[`match ${size}`]!,
      spot: times[`spot ${size}`]!,
    })),
  };
}
