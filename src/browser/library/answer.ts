import type { Corpus } from '../../corpus/types';
import { setBrokenAside } from './aside';
import { bundle } from './bundle';
import { reading, stateOf } from './database';
import { type Asked, assemblePart, PART_TABLES, type Part } from './part';
import type { ReadTurn } from './schema';
import { isJoined, standing } from './state';

/** What an answer may be made from: all that is at hand, or only what came along. */
export type Shelf = 'all' | 'bundled';

/** What of the library an answer is made from, or how that is found out or read in the turn, which reads this generation of it. */
export type Wanted = Asked | ((turn: ReadTurn, generation: number) => Promise<Asked | Part>);

/**
 * An answer made from a part of the library; from the bundled corpus where the reader has nothing of their own or the
 * library cannot be opened. Records that turn out to be broken are set aside, and the answer is made without them.
 */
export async function answerFrom<T>(
  wanted: Wanted,
  build: (corpus: Corpus) => T,
  shelf: Shelf = 'all',
): Promise<T> {
  const corpus = shelf === 'all' ? await wholePart(wanted) : null;
  if (!corpus) return build((await bundle()).corpus);
  try {
    return build(corpus);
  } catch (error) {
    if ((await setBrokenAside(corpus.articles.map(({ id }) => id))) === 0) throw error;
    return build((await wholePart(wanted)) ?? (await bundle()).corpus);
  }
}

/** The part without what is broken; null where there is no library. */
async function wholePart(wanted: Wanted): Promise<Corpus | null> {
  const found = await part(wanted);
  if (!found || found.broken.length === 0) return found?.corpus ?? null;
  await setBrokenAside(found.broken);
  return (await part(wanted))?.corpus ?? null;
}

async function part(wanted: Wanted): Promise<Part | null> {
  try {
    return await reading(PART_TABLES, async (turn) => {
      const state = await stateOf(turn);
      if (!isJoined(state)) return null;
      const found = typeof wanted === 'function' ? await wanted(turn, state.generation) : wanted;
      return 'corpus' in found ? found : assemblePart(turn, found);
    });
  } catch (error) {
    if ((await standing()).problem) return null;
    throw error;
  }
}

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
