import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCurated } from '../corpus/pack';
import type { CuratedEntity } from '../corpus/types';
import type { Article } from '../extract/types';
import { articleOf } from './articles';
import { InputError, messageOf } from './errors';
import { readJson, readText } from './input';

/** A folder of seeds: `NAME.txt` verbatim, `NAME.json` what is known about it, `entities.json` the curated list. */
export interface Seeds {
  articles: Article[];
  curated: CuratedEntity[];
}

const CURATED = 'entities.json';

/** Reads a folder of seeds, in the order of the files' names. Throws an `InputError` that names the file at fault. */
export function loadSeeds(folder: string): Seeds {
  const files = readdirSync(folder).sort();
  const texts = files.filter((file) => file.endsWith('.txt'));
  const lone = files.find(
    (f) => f.endsWith('.json') && f !== CURATED && !texts.includes(f.replace(/\.json$/, '.txt')),
  );
  if (lone) throw new InputError(`${join(folder, lone)}: no article of that name beside it`);
  const articles = texts.map((file) => {
    const id = file.replace(/\.txt$/, '');
    const sidecar = `${id}.json`;
    const known = files.includes(sidecar) ? readJson(join(folder, sidecar)) : {};
    try {
      return articleOf({ ...(known as object), id, text: readText(join(folder, file)) }, 'bundled');
    } catch (error) {
      throw error instanceof InputError && error.message.startsWith(folder)
        ? error
        : new InputError(`${join(folder, sidecar)}: ${messageOf(error)}`);
    }
  });
  return { articles, curated: files.includes(CURATED) ? loadCurated(join(folder, CURATED)) : [] };
}

/** A curated list. Throws an `InputError` that names the file and the entry at fault. */
export function loadCurated(path: string): CuratedEntity[] {
  const value = readJson(path);
  try {
    return checkCurated(value);
  } catch (error) {
    throw new InputError(`${path}: ${messageOf(error)}`);
  }
}
