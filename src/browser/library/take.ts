import { laterVersion } from '../../corpus/same';
import type { Article, Reading } from '../../extract/types';
import { READER_VERSION } from '../../extract/version';
import { idOf } from '../page-article';
import { Failure } from '../problem';
import { apply, begin, storedIn } from './apply';
import { bundle } from './bundle';
import { emptyTrash } from './change';
import { changing, reading, stateOf, together } from './database';
import { Recogniser } from './known';
import type { Incoming, TakenOne, TakenUndo } from './messages';
import type { Stored } from './schema';
import { storedOf } from './stored';

/** How often is looked again where another window has changed the library meanwhile. */
const TRIES = 5;

/** What is to be done with what comes in. */
interface Plan {
  generation: number;
  /** By id, what is to be written, and when it came where that is told. */
  put: Map<string, { article: Article; added: number | undefined }>;
  taken: TakenOne[];
}

export interface Taken {
  /** For each that came in, in their order. */
  taken: TakenOne[];
  /** Takes all of it back; null where nothing was changed. */
  undo: TakenUndo | null;
}

/**
 * Takes articles in, all or none. One that is there already (`samenessOf`) is brought up to date where it has changed,
 * under the id that it has, and its former version is kept for the undo; one that came along stays as it is. `read` makes the
 * Reading of an article.
 */
export async function takeArticles(
  incoming: readonly Incoming[],
  read: (article: Article) => Reading,
): Promise<Taken> {
  const shipped = await bundle();
  const readings = new Map<Article, Reading>();
  for (let tries = 0; tries < TRIES; tries++) {
    const plan = await planOf(incoming, shipped.ids);
    if (plan.put.size === 0) return { taken: plan.taken, undo: null };
    const pairs = [...plan.put.values()].map(({ article, added }) => {
      const made = readings.get(article) ?? read(article);
      readings.set(article, made);
      return { pair: { article, reading: made }, added };
    });
    const done = await changing(async (turn) => {
      if ((await stateOf(turn)).generation !== plan.generation) return null;
      const state = await begin(turn);
      const there = await storedIn(turn, plan.put.keys());
      const now = Date.now();
      const put: Stored[] = pairs.map(({ pair, added }) =>
        storedOf(pair, READER_VERSION, there.get(pair.article.id)?.article.added ?? added ?? now),
      );
      const applied = await apply(turn, state, { put }, shipped);
      const former = [...there];
      if (former.length > 0) await emptyTrash(turn);
      const trash = turn.objectStore('trash');
      await together(former, ([id, row]) => trash.put(row, [applied.generation, id]));
      const added = [...plan.put.keys()].filter((id) => !there.has(id));
      return { undo: { added, replaced: former.length > 0 ? applied.generation : null } };
    });
    if (done) return { taken: plan.taken, undo: done.undo };
  }
  throw new Failure('libraryBusy');
}

/** Takes back what `takeArticles` has done: new articles go, former versions come back. Rejects where that is no more. */
export async function untake({ added, replaced }: TakenUndo): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await begin(turn);
    const of = replaced === null ? null : IDBKeyRange.bound([replaced], [replaced, []]);
    const former = of ? await turn.objectStore('trash').getAll(of) : [];
    const there = await storedIn(turn, [...added, ...former.map(({ article }) => article.article.id)]);
    const remove = added.filter((id) => there.has(id) && !shipped.ids.has(id));
    // what was removed meanwhile stays so
    const put = former.filter(({ article }) => there.has(article.article.id));
    if (remove.length + put.length === 0) throw new Failure('undoGone');
    await apply(turn, state, { put, remove }, shipped);
    if (of) await turn.objectStore('trash').delete(of);
  });
}

/** What each is to the library as it stands, and to those before it. */
async function planOf(incoming: readonly Incoming[], shipped: ReadonlySet<string>): Promise<Plan> {
  // made before, since a transaction waits for nothing else
  const others = await Promise.all(incoming.map(otherwise));
  return reading(['articles', 'sources', 'meta'], async (turn) => {
    const { generation, erased } = await stateOf(turn);
    const put: Plan['put'] = new Map();
    const known = new Recogniser(erased ? null : turn);
    const taken: TakenOne[] = [];
    for (const [i, { article, added }] of incoming.entries()) {
      let one = article;
      let found = await known.find(one);
      if (found.is === 'other' && found.known) {
        one = others[i]!;
        found = await known.find(one);
      }
      const { is, known: former } = found;
      if (former && is !== 'other' && (is === 'same' || shipped.has(former.id))) {
        taken.push({ articleId: former.id, was: 'same' });
        continue;
      }
      const later = former && is === 'newer' ? laterVersion(one, former) : one;
      put.set(later.id, { article: later, added });
      known.note(later);
      taken.push({ articleId: later.id, was: is === 'newer' ? 'updated' : 'new' });
    }
    return { generation, put, taken };
  });
}

/**
 * The article as another than the one that its id belongs to: under the address that it was read at, where the link it
 * names is that of another; else under an id of its own.
 */
async function otherwise({ article, address }: Incoming): Promise<Article> {
  if (address === undefined || address === article.url)
    return { ...article, id: await idOf(`${article.url ?? ''}\n${article.text}`) };
  return {
    ...article,
    id: await idOf(address),
    url: address,
    from: { ...article.from, url: 'address' },
  };
}
