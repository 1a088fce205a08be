import type { Corpus, CuratedEntity } from '../../corpus/types';
import { READER_VERSION } from '../../extract/version';
import { hashWord } from '../../text/hash';
import { bundledCorpus } from '../assets';
import type { Stored } from './schema';
import { storedOf } from './stored';

/** The articles that came along, as they take part in a library. */
export interface Bundle {
  /** Another wherever anything of it is another. */
  readonly of: string;
  readonly stored: readonly Stored[];
  ids: ReadonlySet<string>;
  curated: readonly CuratedEntity[];
  /** As it was compiled, for a library with nothing of the reader's own. */
  corpus: Corpus;
}

let known: Promise<Bundle> | null = null;

/** The bundled articles and the curated list, read at the first call. */
export function bundle(): Promise<Bundle> {
  known ??= bundledCorpus().then(bundleOf);
  known.catch(() => {
    known = null;
  });
  return known;
}

/** A corpus as one that came along. What only a library with own articles asks for is made when it does: a popup or a card waits for the rest. */
export function bundleOf(corpus: Corpus): Bundle {
  const { articles, readings, entities } = corpus;
  const curated = entities.filter((entity) => entity.curated);
  let of: string | null = null;
  let stored: readonly Stored[] | null = null;
  return {
    get of() {
      of ??= hashWord(JSON.stringify([articles, readings, curated])).toString(36);
      return of;
    },
    get stored() {
      stored ??= articles.map((article, i) =>
        storedOf({ article, reading: readings[i]! }, READER_VERSION, 0),
      );
      return stored;
    },
    ids: new Set(articles.map(({ id }) => id)),
    curated,
    corpus,
  };
}
