import { browser } from 'wxt/browser';
import { createSearch } from '../brief/search';
import type { SearchResult } from '../brief/types';
import { mergeCorpora } from '../corpus/compile';
import { checkCorpus } from '../corpus/pack';
import { type Corpus, SCHEMA_VERSION } from '../corpus/types';
import { loadModel, type Model } from '../extract/model';
import { Spotter } from '../link/spotter';
import { allKept, countKept, readJoined, writeJoined } from './library';
import { Failure } from './problem';

/** All that the background knows, made from what is stored and made again whenever the worker was asleep. */
export interface Knowledge {
  /** The bundled corpus and the reader's library as one. */
  corpus: Corpus;
  spotter: Spotter;
  /** Of the bundled corpus alone; the same object as `spotter` where the library is empty. */
  bundled: Spotter;
  search(query: string): SearchResult;
}

let known: Promise<Knowledge> | null = null;
let model: Promise<Model> | null = null;

/** The knowledge, loaded at the first call. Rejects with a clear message if the corpus cannot be read. */
export function knowledge(): Promise<Knowledge> {
  known ??= load();
  known.catch(() => {
    known = null;
  });
  return known;
}

/** To be called when the library has changed. */
export function forgetKnowledge(): void {
  known = null;
}

/** The model for reading articles, loaded only when one is to be read. */
export function readingModel(): Promise<Model> {
  model ??= asset('reader.bin').then(async (answer) => loadModel(new Uint8Array(await answer.arrayBuffer())));
  model.catch(() => {
    model = null;
  });
  return model;
}

async function load(): Promise<Knowledge> {
  const own = await asset('corpus.json').then((answer) => answer.json());
  const corpus = checkCorpus(own);
  const bundled = new Spotter(corpus);
  if ((await countKept()) === 0) return withSearch(corpus, bundled, bundled);
  const of = `${SCHEMA_VERSION}:${browser.runtime.getManifest().version}:${corpus.articles.map(({ id }) => id).join()}`;
  let joined = await readJoined(of);
  if (!joined) {
    joined = mergeCorpora([corpus, ofLibrary(await allKept())]);
    await writeJoined(of, joined);
  }
  return withSearch(joined, new Spotter(joined), bundled);
}

function withSearch(corpus: Corpus, spotter: Spotter, bundled: Spotter): Knowledge {
  let search: ReturnType<typeof createSearch> | null = null;
  return {
    corpus,
    spotter,
    bundled,
    search(query) {
      search ??= createSearch(corpus);
      return search(query);
    },
  };
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

async function asset(name: string): Promise<Response> {
  const answer = await fetch(browser.runtime.getURL(`/${name}` as '/popup.html'));
  if (!answer.ok) throw new Failure('asset', [name]);
  return answer;
}
