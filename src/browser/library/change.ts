import type { Correction } from '../../corpus/join/types';
import { READER_VERSION } from '../../extract/version';
import { Failure } from '../problem';
import { apply, begin, storedIn } from './apply';
import { setAside, whatIsWrong } from './aside';
import { bundle } from './bundle';
import { changing, stateOf, together } from './database';
import type { Undo } from './messages';
import type { Kept, Turn } from './schema';
import { storedOf } from './stored';

/** Removed articles that are kept for an undo, at most, besides those of the last removal. */
const TRASH = 200;

/**
 * Adds articles, all or none; one with a known id takes the place of the other, and those that came along stay as they
 * are. Gives how many were new, and how many others.
 */
export async function addArticles(pairs: readonly Kept[]): Promise<{ added: number; replaced: number }> {
  const shipped = await bundle();
  const own = lastOfEach(pairs).filter(({ article }) => !shipped.ids.has(article.id));
  if (own.length === 0) return { added: 0, replaced: 0 };
  return changing(async (turn) => {
    const state = await begin(turn);
    const { before } = await apply(turn, state, { put: await toBeStored(turn, own) }, shipped);
    const replaced = own.filter(({ article }) => before.has(article.id)).length;
    return { added: own.length - replaced, replaced };
  });
}

/** Takes in the next articles that an earlier version of the extension kept; a broken one is set aside. Gives how many are left. */
export async function addIncoming(most: number): Promise<number> {
  const shipped = await bundle();
  return changing(async (turn) => {
    const waiting = turn.objectStore('incoming');
    const keys = await waiting.getAllKeys(undefined, most);
    if (keys.length === 0) return 0;
    const pairs = await waiting.getAll(undefined, most);
    const state = await begin(turn);
    const own: Kept[] = [];
    for (const [i, pair] of pairs.entries()) {
      const reason = whatIsWrong(keys[i]!, pair);
      if (reason !== null) await setAside(turn, keys[i]!, pair, reason);
      else if (!shipped.ids.has(keys[i]!)) own.push({ ...pair, version: 0 });
    }
    await together(keys, (key) => waiting.delete(key));
    await apply(turn, state, { put: await toBeStored(turn, own) }, shipped);
    return waiting.count();
  });
}

/** Takes articles of the reader's own away. Rejects if none of them is there. */
export async function removeArticles(ids: readonly string[]): Promise<Undo> {
  const shipped = await bundle();
  return changing(async (turn) => {
    const state = await begin(turn);
    const own = ids.filter((id) => !shipped.ids.has(id));
    const known = [...(await storedIn(turn, own)).keys()];
    if (known.length === 0) throw new Failure('notKept', [ids[0] ?? '']);
    const { generation, before } = await apply(turn, state, { remove: known }, shipped);
    const trash = turn.objectStore('trash');
    await emptyTrash(turn);
    await together(known, (id) => trash.put(before.get(id)!, [generation, id]));
    return { removal: generation };
  });
}

/** Keeps only so many of the articles that were removed, the last ones. */
export async function emptyTrash(turn: Turn): Promise<void> {
  const trash = turn.objectStore('trash');
  const keys = await trash.getAllKeys();
  await together(keys.slice(0, Math.max(0, keys.length - TRASH)), (key) => trash.delete(key));
}

/** Hides everything that the reader has put into the library; it is deleted with the next change, or by `forgetRemoved`. */
export async function eraseAll(): Promise<Undo> {
  await changing(async (turn) => {
    const state = await begin(turn);
    const now = { ...state, generation: state.generation + 1, erased: true };
    await turn.objectStore('meta').put(now, 'state');
  });
  return 'erasure';
}

/** Takes a removal or the erasure back. Rejects where that is no more. */
export async function restore(undo: Undo): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await stateOf(turn);
    if (undo === 'erasure') {
      if (!state.erased) throw new Failure('undoGone');
      const now = { ...state, generation: state.generation + 1, erased: false };
      await turn.objectStore('meta').put(now, 'state');
      return;
    }
    const of = IDBKeyRange.bound([undo.removal], [undo.removal, []]);
    const trash = turn.objectStore('trash');
    const rows = state.erased ? [] : await trash.getAll(of);
    if (rows.length === 0) throw new Failure('undoGone');
    // what has come in again meanwhile is newer
    const there = await storedIn(
      turn,
      rows.map(({ article }) => article.article.id),
    );
    const put = rows.filter(({ article }) => !there.has(article.article.id));
    await apply(turn, state, { put }, shipped);
    await trash.delete(of);
  });
}

/** Deletes for good what was removed or erased: nothing of it can be brought back. */
export async function forgetRemoved(): Promise<void> {
  await changing(async (turn) => {
    const state = await begin(turn);
    if (state.generation > 0) await turn.objectStore('trash').clear();
  });
}

/** Puts right who is who. Gives the correction's key. */
export async function correct(correction: Correction): Promise<number> {
  const shipped = await bundle();
  return changing(async (turn) => {
    const state = await begin(turn);
    const key = await turn.objectStore('corrections').add(correction);
    await apply(turn, state, {}, shipped);
    return key;
  });
}

/** Takes a correction back. */
export async function uncorrect(key: number): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await begin(turn);
    await turn.objectStore('corrections').delete(key);
    await apply(turn, state, {}, shipped);
  });
}

async function toBeStored(turn: Turn, pairs: readonly Kept[]) {
  const there = await storedIn(
    turn,
    pairs.map(({ article }) => article.id),
  );
  const now = Date.now();
  return pairs.map((pair) =>
    storedOf(pair, READER_VERSION, there.get(pair.article.id)?.article?.added ?? now),
  );
}

/** Where an article comes twice, the later one. */
const lastOfEach = (pairs: readonly Kept[]): Kept[] => [
  ...new Map(pairs.map((pair) => [pair.article.id, pair])).values(),
];
