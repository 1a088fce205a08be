import { fileURLToPath } from 'node:url';
import { compile } from '../corpus/compile';
import { parseCorpus } from '../corpus/pack';
import type { Corpus } from '../corpus/types';
import { InputError, messageOf } from './errors';
import { readText } from './input';
import { read } from './reader';
import { loadSeeds } from './seeds';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The corpus of a folder of seeds; of the project's own where none is given. Throws an `InputError`. */
export function corpusOfSeeds(folder = SEEDS): Corpus {
  const { articles, curated } = loadSeeds(folder);
  return compile(
    articles.map((article) => ({ article, reading: read(article) })),
    curated,
  );
}

/** A corpus file; without one, the corpus of the project's seeds. Throws an `InputError` that names the file. */
export function loadCorpus(path: string | undefined): Corpus {
  if (path === undefined) return corpusOfSeeds();
  const text = readText(path);
  try {
    return parseCorpus(text);
  } catch (error) {
    throw new InputError(`${path}: ${messageOf(error)}`);
  }
}
