import { spokenOf } from '../../corpus/join/last-words';
import { saysNothing } from '../../corpus/join/rules';
import type { Correction } from '../../corpus/join/types';
import { READER_VERSION } from '../../extract/version';
import type { Feed } from '../../feeds/types';
import { Failure } from '../problem';
import { apply, begin, storedIn } from './apply';
import { bundle } from './bundle';
import { changing, metaOf, stateOf, together } from './database';
import { correctionsIn } from './kept';
import type { Undo } from './messages';
import { ALL_TABLES, type Kept, type Turn } from './schema';
import { storedOf } from './stored';

/** Articles that are kept for an undo, at most, besides those of the last removal and of the last imports. */
export const TRASH = 200;

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
    const { before } = await apply(turn, state, await toBeStored(turn, own), shipped);
    const replaced = own.filter(({ article }) => before.has(article.id)).length;
    return { added: own.length - replaced, replaced };
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

/** Keeps only so many of the articles that were removed or replaced, the last ones, besides those of the last imports. */
export async function emptyTrash(turn: Turn): Promise<void> {
  const trash = turn.objectStore('trash');
  const runs = (await metaOf(turn, 'runs')) ?? [];
  const keys = (await trash.getAllKeys()).filter(
    ([of]) => !runs.some(({ from, to }) => from <= of && of <= to),
  );
  await together(keys.slice(0, Math.max(0, keys.length - TRASH)), (key) => trash.delete(key));
}

/**
 * Hides everything that the reader has put into the library, and stops following all feeds; it is deleted with the next
 * change, or by `forgetRemoved`. Erased again it is still one erasure. Gives the feeds that are followed no more.
 */
export async function eraseAll(): Promise<{ undo: Undo; feeds: Feed[] }> {
  const feeds = await changing(async (turn) => {
    const state = await stateOf(turn);
    const [followed, before = []] = await Promise.all([
      turn.objectStore('feeds').getAll() as Promise<Feed[]>,
      metaOf(turn, 'feeds'),
    ]);
    const gone = new Map([...before, ...followed].map((feed) => [feed.id, feed]));
    const meta = turn.objectStore('meta');
    await meta.put([...gone.values()], 'feeds');
    await turn.objectStore('feeds').clear();
    await meta.put({ ...state, generation: state.generation + 1, erased: true }, 'state');
    return followed;
  }, ALL_TABLES);
  return { undo: 'erasure', feeds };
}

/** Takes a removal or the erasure back. Rejects where that is no more. */
export async function restore(undo: Undo): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await stateOf(turn);
    if (undo === 'erasure') {
      if (!state.erased) throw new Failure('undoGone');
      await followAgain(turn, (await metaOf(turn, 'feeds')) ?? []);
      await turn.objectStore('meta').delete('feeds');
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
  }, ALL_TABLES);
}

/** Puts feeds back; one that is followed again meanwhile stays as it is. */
async function followAgain(turn: Turn, feeds: readonly Feed[]): Promise<void> {
  const store = turn.objectStore('feeds');
  const there = new Set(await store.getAllKeys());
  await together(
    feeds.filter(({ id }) => !there.has(id)),
    (feed) => store.put(feed, feed.id),
  );
}

/** Deletes for good what was removed or erased: nothing of it can be brought back. */
export async function forgetRemoved(): Promise<void> {
  await changing(async (turn) => {
    const state = await begin(turn);
    if (state.generation > 0) await turn.objectStore('trash').clear();
  });
}

/**
 * Puts right who is who, in the place of what was said of the same names before. Gives the correction's key, and what it took
 * the place of. Rejects where it says nothing, so that nobody is told it was done.
 */
export async function correct(correction: Correction): Promise<{ key: number; instead: Correction[] }> {
  if (correction.say !== 'called' && saysNothing(correction))
    throw new Failure('oneName', [correction.a.name, correction.b.name]);
  const shipped = await bundle();
  return changing(async (turn) => {
    const state = await begin(turn);
    const corrections = turn.objectStore('corrections');
    const before = await correctionsIn(turn);
    const former = before.filter((one) => spokenOf(one.correction) === spokenOf(correction));
    await together(former, (one) => corrections.delete(one.key));
    const key = await corrections.add(correction);
    await apply(turn, state, {}, shipped);
    return { key, instead: former.map((one) => one.correction) };
  });
}

/**
 * Takes a correction back, and has those hold again that it took the place of (`instead`); where it is no more, or erased with
 * everything else, nothing changes.
 */
export async function uncorrect(key: number, instead: readonly Correction[] = []): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await stateOf(turn);
    const corrections = turn.objectStore('corrections');
    if (state.erased || (await corrections.getKey(key)) === undefined) return;
    await corrections.delete(key);
    await together(instead, (one) => corrections.add(one));
    await apply(turn, state, {}, shipped);
  });
}

async function toBeStored(turn: Turn, pairs: readonly Kept[]) {
  const there = await storedIn(
    turn,
    pairs.map(({ article }) => article.id),
  );
  const now = Date.now();
  const put = pairs.map((pair) =>
    storedOf(pair, READER_VERSION, there.get(pair.article.id)?.article?.added ?? now),
  );
  return { put, there };
}

/** Where an article comes twice, the later one. */
const lastOfEach = (pairs: readonly Kept[]): Kept[] => [
  ...new Map(pairs.map((pair) => [pair.article.id, pair])).values(),
];
