import type { Article, Reading } from '../../extract/types';
import { READER_VERSION } from '../../extract/version';
import { apply, begin } from './apply';
import { bundle } from './bundle';
import { changing, reading, stateOf } from './database';
import type { ReadTurn, Stored } from './schema';
import { isWhole, storedOf } from './stored';

/** Articles that are read anew in one turn: few enough that nobody waits long for the next. */
const BATCH = 5;
/** Kept Readings that are looked at in one turn. */
const LOOKED_AT = 50;

/** What is to be read anew next, and how far all has been looked at then; null at the end. */
interface Next {
  generation: number;
  old: Stored[];
  upTo: string | null;
}

/**
 * Reads anew what an earlier version of the reader has read, a few articles in a transaction; cut off at any moment it goes on
 * from there the next time. Outlets, days and names that were put right stay so: they are of the article, or go by names.
 * `reader` gives what reads an article. Gives whether there was anything to read.
 */
export async function rereadOld(reader: () => Promise<(article: Article) => Reading>): Promise<boolean> {
  const shipped = await bundle();
  let any = false;
  for (;;) {
    const next = await reading(['meta', 'articles', 'readings'], (turn) => nextOld(turn, shipped.ids));
    if (next === null) return any;
    const { generation, old, upTo } = next;
    const read = old.length > 0 ? await reader() : null;
    const put = old.map(({ article: { article, added } }) =>
      storedOf({ article, reading: read!(article) }, READER_VERSION, added),
    );
    await changing(async (turn) => {
      const now = await stateOf(turn);
      // another window has changed something meanwhile: it is looked again
      if (now.generation !== generation) return;
      if (put.length > 0) await apply(turn, await begin(turn), { put }, shipped);
      await turn.objectStore('meta').put({ version: READER_VERSION, upTo }, 'reader');
    });
    any ||= put.length > 0;
  }
}

/** The next articles that an earlier reader has read; null where there are none, or nothing is to be changed at all. */
async function nextOld(turn: ReadTurn, shipped: ReadonlySet<string>): Promise<Next | null> {
  const { generation, erased } = await stateOf(turn);
  const done = await turn.objectStore('meta').get('reader');
  const known = done && 'upTo' in done && done.version === READER_VERSION ? done : null;
  if (erased || (known && known.upTo === null)) return null;
  const range = known?.upTo ? IDBKeyRange.lowerBound(known.upTo, true) : null;
  const ids = await turn.objectStore('readings').getAllKeys(range, LOOKED_AT);
  const old: Stored[] = [];
  for (const id of ids) {
    const [article, kept] = await Promise.all([
      turn.objectStore('articles').get(id),
      turn.objectStore('readings').get(id),
    ]);
    if (!article || !kept || shipped.has(id) || kept.version === READER_VERSION) continue;
    if (!isWhole(id, { article, reading: kept })) continue;
    old.push({ article, reading: kept });
    if (old.length === BATCH) return { generation, old, upTo: id };
  }
  return { generation, old, upTo: ids.length === LOOKED_AT ? ids.at(-1)! : null };
}
