import { checkPair } from '../../corpus/pack';
import { apply, begin } from './apply';
import { bundle } from './bundle';
import { changing, stateOf } from './database';
import type { AsideRow, Turn } from './schema';

/** Why a record is none that can be read; null if it is one. */
export function whatIsWrong(id: string, pair: unknown): string | null {
  try {
    const { article, reading } = checkPair(pair);
    if (article.id !== id) return `article.id: is "${article.id}", not "${id}"`;
    if (reading.id !== id) return `reading.id: is "${reading.id}", not "${id}"`;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Keeps a broken record where nothing but an export reads it. */
export async function setAside(turn: Turn, id: string, record: unknown, reason: string): Promise<void> {
  const row: AsideRow = { id, record, reason, found: Date.now() };
  await turn.objectStore('aside').put(row);
}

/** Takes what is broken among these articles out of the library and sets it aside. Gives how many that were. */
export async function setBrokenAside(ids: readonly string[]): Promise<number> {
  const shipped = await bundle();
  return changing(async (turn) => {
    // it is part of what was erased, which can still be brought back
    if ((await stateOf(turn)).erased) return 0;
    const broken: string[] = [];
    for (const id of ids) {
      const article = await turn.objectStore('articles').get(id);
      const reading = await turn.objectStore('readings').get(id);
      if (article === undefined && reading === undefined) continue;
      const record = { article: article?.article, reading: reading?.reading };
      const reason = whatIsWrong(id, record);
      if (reason === null) continue;
      await setAside(turn, id, record, reason);
      broken.push(id);
    }
    if (broken.length > 0) await apply(turn, await begin(turn), { remove: broken }, shipped);
    return broken.length;
  });
}
