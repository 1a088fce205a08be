import { lastWords, spokenOf } from '../../corpus/join/last-words';
import { saysNothing } from '../../corpus/join/rules';
import type { Correction } from '../../corpus/join/types';
import { laterVersion } from '../../corpus/same';
import type { Article } from '../../extract/types';
import { idOf } from '../page-article';
import { Failure } from '../problem';
import { metaOf, reading, stateOf } from './database';
import { Recogniser } from './known';
import type { Batch, Incoming, TakenBatch, TakenOne } from './messages';
import type { ReadTurn, Turn } from './schema';
import { waitingAmong } from './take-in';

/** What is to be done with what comes in. */
export interface Plan {
  generation: number;
  /** By id, what is to be written, and when it came where that is told. */
  put: Map<string, { article: Article; added: number | undefined }>;
  taken: TakenOne[];
  /** Corrections that are not there already, and say anything. */
  corrections: readonly Correction[];
  /** Of the articles that may be meant those that an earlier version kept and that are not taken in yet: they come first. */
  waiting: readonly string[];
  /** The batch has been taken in already, and this was the answer that got lost. */
  answered: TakenBatch | null;
}

/** What each is to the library as it stands, and to those before it. Rejects where they are of an import that began before everything was erased. */
export async function planOf(
  incoming: readonly Incoming[],
  corrections: readonly Correction[],
  batch: Batch | undefined,
  shipped: ReadonlySet<string>,
): Promise<Plan> {
  // made before, since a transaction waits for nothing else
  const others = await Promise.all(incoming.map(otherwise));
  return reading(['articles', 'sources', 'meta', 'corrections', 'incoming'], async (turn) => {
    const ids = [...incoming.map(({ article }) => article), ...others].map(({ id }) => id);
    const there = new Recogniser(turn);
    const [{ generation, erased, since = 0 }, come, ran] = await Promise.all([
      stateOf(turn),
      waitingAmong(turn, [...new Set(ids)]),
      batch && metaOf(turn, 'runs'),
      there.lookFor(incoming.map(({ article }) => article)),
    ]);
    // what an import goes on to bring was erased with all else, and would end the undo of that
    if (batch && batch.since < (erased ? generation : since)) throw new Failure('importErased');
    const put: Plan['put'] = new Map();
    const known = erased ? new Recogniser(null) : there;
    const taken: TakenOne[] = [];
    const waiting = erased ? [] : come;
    const plan = { generation, put, taken, waiting, corrections: [] as Correction[], answered: null };
    if (waiting.length > 0) return plan;
    const runs = (!erased && ran) || [];
    const answers = runs.find(({ run }) => run === batch?.run)?.answers;
    const before = answers?.find(({ number }) => number === batch?.number);
    if (before) return { ...plan, answered: before.answer };
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
    const saying = corrections.filter((one) => !saysNothing(one));
    plan.corrections = erased ? saying : await newAmong(turn, saying);
    return plan;
  });
}

/** Of these corrections the latest of each names, but for those of which something has been said here already: that stays. */
export async function newAmong(
  turn: ReadTurn | Turn,
  corrections: readonly Correction[],
): Promise<Correction[]> {
  if (corrections.length === 0) return [];
  const there = new Set((await (turn as ReadTurn).objectStore('corrections').getAll()).map(spokenOf));
  return lastWords(corrections).filter((one) => !there.has(spokenOf(one)));
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
