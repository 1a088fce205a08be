import type { Corpus } from '../../corpus/types';
import { setBrokenAside } from './aside';
import { bundle } from './bundle';
import { reading } from './database';
import { type Asked, assemblePart, PART_TABLES } from './part';
import type { ReadTurn } from './schema';
import { standing } from './state';

/** What an answer may be made from: all that is at hand, or only what came along. */
export type Shelf = 'all' | 'bundled';

/** What of the library an answer is made from, or how that is found out in the turn that reads it. */
export type Wanted = Asked | ((turn: ReadTurn) => Promise<Asked>);

/**
 * An answer made from a part of the library; from the bundled corpus where the reader has nothing of their own or the
 * library cannot be opened. Records that turn out to be broken are set aside, and the answer is made without them.
 */
export async function answerFrom<T>(
  wanted: Wanted,
  build: (corpus: Corpus) => T,
  shelf: Shelf = 'all',
): Promise<T> {
  if (shelf === 'bundled' || !(await standing()).joined) return build((await bundle()).corpus);
  const corpus = await wholePart(wanted);
  try {
    return build(corpus);
  } catch (error) {
    if ((await setBrokenAside(corpus.articles.map(({ id }) => id))) === 0) throw error;
    return build(await wholePart(wanted));
  }
}

async function wholePart(wanted: Wanted): Promise<Corpus> {
  const { corpus, broken } = await part(wanted);
  if (broken.length === 0) return corpus;
  await setBrokenAside(broken);
  return (await part(wanted)).corpus;
}

const part = (wanted: Wanted) =>
  reading(PART_TABLES, async (turn) =>
    assemblePart(turn, typeof wanted === 'function' ? await wanted(turn) : wanted),
  );

/** Whether the library has an article of the reader's own, or one that came along, of this id. */
export async function hasArticle(id: string): Promise<boolean> {
  if (!(await standing()).joined) return (await bundle()).ids.has(id);
  return reading(['articles'], async (turn) => (await turn.objectStore('articles').getKey(id)) !== undefined);
}

/** The names of entities by their ids; those that are no more are left out. */
export const namesOf = (ids: readonly string[]): Promise<Map<string, string>> =>
  answerFrom(
    { entities: ids.map((id) => ({ id, newest: 0 })) },
    ({ entities }) => new Map(entities.map(({ id, name }) => [id, name])),
  );
