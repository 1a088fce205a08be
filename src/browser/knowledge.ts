import { browser } from 'wxt/browser';
import { createSearch } from '../brief/search';
import type { SearchResult } from '../brief/types';
import { mergeCorpora } from '../corpus/compile';
import { type Corpus, SCHEMA_VERSION } from '../corpus/types';
import { loadModel, type Model } from '../extract/model';
import { spottingImage } from '../link/base';
import { Spotter } from '../link/spotter';
import { allKept, countKept, readJoined, readJoinedImage, writeJoined } from './library';

/**
 * All that the background knows, made from what is stored and made again whenever the worker was asleep. Spotting begins
 * with an image alone; the corpus itself is read when a card, a brief or a search asks for it.
 */
export interface Knowledge {
  /** Of the bundled corpus and the reader's library as one. */
  spotter: Spotter;
  /** Of the bundled corpus alone; the same object as `spotter` where the library is empty. */
  bundled: Spotter;
  /** The bundled corpus and the reader's library as one. */
  corpus(): Promise<Corpus>;
  search(query: string): Promise<SearchResult>;
}

let known: Promise<Knowledge> | null = null;
let model: Promise<Model> | null = null;

/** The knowledge, loaded at the first call. Rejects with a clear message if it cannot be read. */
export function knowledge(): Promise<Knowledge> {
  known ??= load();
  known.catch(() => {
    known = null;
  });
  return known;
}

/** The corpus that all answers are made from. */
export const corpusAtHand = async (): Promise<Corpus> => (await knowledge()).corpus();

/** To be called when the library has changed. */
export function forgetKnowledge(): void {
  known = null;
}

/** The model for reading articles, loaded only when one is to be read. */
export function readingModel(): Promise<Model> {
  model ??= bytesOf('reader.bin').then(loadModel);
  model.catch(() => {
    model = null;
  });
  return model;
}

/** The bundled corpus. It is not checked: the build wrote it, and nobody else can. */
export const bundledCorpus = async (): Promise<Corpus> => (await asset('corpus.json')).json();

async function load(): Promise<Knowledge> {
  const [bundled, own, stored] = await Promise.all([bundledSpotter(), countKept(), readJoinedImage()]);
  if (own === 0) return withCorpus(bundled, bundled, bundledCorpus);
  const of = `${SCHEMA_VERSION}:${browser.runtime.getManifest().version}:${bundled.of}`;
  const spotter = stored?.of === of ? spotterOver(stored.image) : null;
  if (spotter)
    return withCorpus(spotter, bundled, async () => (await readJoined(of)) ?? (await join(of)).corpus);
  const { corpus, image } = await join(of);
  return withCorpus(new Spotter(image), bundled, async () => corpus);
}

/** Joins the bundled corpus with the library, and keeps what came of it for the next time. */
async function join(of: string): Promise<{ corpus: Corpus; image: Uint8Array<ArrayBuffer> }> {
  const [bundled, kept] = await Promise.all([bundledCorpus(), allKept()]);
  const corpus = mergeCorpora([bundled, ofLibrary(kept)]);
  const image = spottingImage(corpus, of);
  await writeJoined(of, corpus, image.buffer);
  return { corpus, image };
}

/** An image that cannot be read is made anew from what it was made of. */
async function bundledSpotter(): Promise<Spotter> {
  const image = spotterOver((await bytesOf('spotting.bin')).buffer);
  return image ?? new Spotter(spottingImage(await bundledCorpus()));
}

function spotterOver(image: ArrayBuffer): Spotter | null {
  try {
    return new Spotter(new Uint8Array(image));
  } catch {
    return null;
  }
}

function withCorpus(spotter: Spotter, bundled: Spotter, read: () => Promise<Corpus>): Knowledge {
  let corpus: Promise<Corpus> | null = null;
  let search: Promise<ReturnType<typeof createSearch>> | null = null;
  const made: Knowledge = {
    spotter,
    bundled,
    corpus() {
      corpus ??= read();
      corpus.catch(() => {
        corpus = null;
      });
      return corpus;
    },
    async search(query) {
      search ??= made.corpus().then(createSearch);
      search.catch(() => {
        search = null;
      });
      return (await search)(query);
    },
  };
  return made;
}

/** The library in the shape that corpora are merged in; its own index and gazetteer are of no use before. */
function ofLibrary(pairs: Awaited<ReturnType<typeof allKept>>): Corpus {
  return {
    schemaVersion: SCHEMA_VERSION,
    articles: pairs.map(({ article }) => article),
    readings: pairs.map(({ reading }) => reading),
    entities: [],
    index: null,
    gazetteer: '',
    covers: { from: null, to: null },
  };
}

const bytesOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await asset(name)).arrayBuffer());

async function asset(name: string): Promise<Response> {
  const answer = await fetch(browser.runtime.getURL(`/${name}` as '/popup.html'));
  if (!answer.ok) throw new Error(`${name} of the extension cannot be read`);
  return answer;
}
