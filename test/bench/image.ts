import { readFileSync } from 'node:fs';
import type { Corpus } from '../../src/corpus/types';
import { done, type Work } from '../../src/corpus/work';
import { ImageBuilder } from '../../src/link/base';
import { corpusArticles, corpusEntities } from '../../src/link/corpus-rows';
import { deltaImage, type LibraryChange } from '../../src/link/delta';
import { folded } from '../../src/link/fold';
import { Image } from '../../src/link/image';
import { findOccurrences } from '../../src/link/matcher';
import type { SpottedArticle, SpottedEntity } from '../../src/link/rows';
import { Spotter } from '../../src/link/spotter';
import { madeLibrary } from './library';
import { median, type Row, row } from './table';

/** Entities in the library, and articles that came after its image was made. */
const SIZES = [30_000, 100_000];
const LATER = [30, 300];
const ROUNDS = 7;

interface Rows {
  entities: Map<string, SpottedEntity>;
  articles: Map<string, SpottedArticle>;
}

/** The rows of a library's first articles. */
function rowsOf(library: Corpus, articles: number): Rows {
  const readings = library.readings.slice(0, articles);
  const named = new Set(readings.flatMap(({ entities }) => entities.map(({ id }) => id)));
  const part = {
    ...library,
    articles: library.articles.slice(0, articles),
    readings,
    entities: library.entities.filter(({ id }) => named.has(id)),
  };
  return {
    entities: new Map([...corpusEntities(part)].map((one) => [one.id, one])),
    articles: new Map([...corpusArticles(part)].map((one) => [one.id, one])),
  };
}

/** What has come since. */
function changeOf(before: Rows, after: Rows): LibraryChange {
  const articles = new Map([...after.articles].filter(([id]) => !before.articles.has(id)));
  const ids = new Set([...articles.values()].flatMap(({ entities }) => entities));
  return { articles, entities: new Map([...after.entities].filter(([id]) => ids.has(id))) };
}

const timed = <T>(work: () => T): { ms: number; made: T } => {
  const begun = performance.now();
  const made = work();
  return { ms: performance.now() - begun, made };
};

const middle = (work: () => unknown): number => median(Array.from({ length: ROUNDS }, () => timed(work).ms));

/** A work as a background does it: in all, and the longest stretch without a stop, in milliseconds. */
function stretches<T>(work: Work<T>): { ms: number; longest: number; made: T } {
  let [ms, longest] = [0, 0];
  for (;;) {
    const step = timed(() => work.next());
    ms += step.ms;
    longest = Math.max(longest, step.ms);
    if (step.made.done) return { ms, longest, made: step.made.value };
  }
}

/** A text that names many of a library's entities. */
const textOf = ({ entities }: Rows): string =>
  [...entities.values()]
    .filter((_, i) => i % 50 === 0)
    .map(({ name }) => `At dawn ${name} said that the ferries waited, and nobody else spoke before nine.`)
    .join('\n');

/**
 * What it costs to open, to make and to change what spotting needs of a library, in Node, medians of one run. `corpusFile`
 * is the bundled corpus, which every library holds too.
 */
export function imageRows(corpusFile: URL): Row[] {
  const corpus: Corpus = JSON.parse(readFileSync(corpusFile, 'utf8'));
  return SIZES.flatMap((size) => {
    const library = madeLibrary(corpus, size);
    const all = library.articles.length;
    const now = rowsOf(library, all);
    const text = textOf(now);
    const what = `${size.toLocaleString('en')} entities of ${all.toLocaleString('en')} articles`;
    const { ms, longest, made } = imageOf(now);
    return [
      row(`${what}: making the image (${(made.length / 1e6).toFixed(1)} MB)`, ms, 'ms', 2000),
      row(`${what}: the longest stretch of it without a stop`, longest, 'ms', 50),
      row(
        `${what}: opening it`,
        middle(() => new Spotter(made)),
        'ms',
        10,
      ),
      ...LATER.flatMap((later) => laterRows(what, later, rowsOf(library, all - later), now, text)),
    ];
  });
}

/** What it costs to lay what came later over an image, and to answer with both. */
function laterRows(of: string, later: number, before: Rows, now: Rows, text: string): Row[] {
  const base = new Image(imageOf(before).made);
  const change = changeOf(before, now);
  const delta = done(deltaImage(base, change, ''));
  const what = `${of}, ${later} of them later (${change.entities.size} entities, ${(delta.length / 1e3).toFixed(0)} kB)`;
  const { gazetteers } = new Spotter(base, new Image(delta));
  const alone = middle(() => findOccurrences(base.gazetteer, text));
  const both = middle(() => findOccurrences(base.gazetteer, text, gazetteers.overlay));
  return [
    row(
      `${what}: laying over`,
      middle(() => done(deltaImage(base, change, ''))),
      'ms',
      30,
    ),
    row(
      `${what}: opening`,
      middle(() => new Spotter(base, new Image(delta))),
      'ms',
      5,
    ),
    row(`${what}: matching, over the lower image alone`, both / alone, '×', null),
    row(`${what}: folding`, stretches(folded(base, new Image(delta), '')).ms, 'ms', null),
  ];
}

function imageOf({ entities, articles }: Rows): ReturnType<typeof stretches<Uint8Array<ArrayBuffer>>> {
  const builder = new ImageBuilder();
  const added = timed(() => {
    for (const entity of entities.values()) builder.add(entity);
    for (const article of articles.values()) builder.addArticle(article);
  });
  const made = stretches(builder.build(''));
  return { ...made, ms: made.ms + added.ms };
}
