import type { Correction } from '../../corpus/join/types';
import type { Article, Reading } from '../../extract/types';
import { READER_VERSION } from '../../extract/version';
import type { Feed } from '../../feeds/types';
import { Failure } from '../problem';
import { type Plan as ApplyPlan, apply, begun, storedIn } from './apply';
import { bundle } from './bundle';
import { changing, metaOf, stateOf, together, writerOf } from './database';
import { formerOf, keepFormer } from './former';
import type { Batch, Incoming, TakenBatch, TakenUndo } from './messages';
import { newAmong, type Plan, planOf } from './plan';
import { Readings } from './readings';
import { ALL_TABLES, type Stored, type Turn } from './schema';
import { storedOf } from './stored';
import { addIncoming } from './take-in';

/** How often is looked again where another window has changed the library meanwhile. */
const TRIES = 5;
/** Imports that are kept whole for their undo, the last ones. */
const RUNS = 2;

/** What comes in besides articles, and from where. */
export interface With {
  /** What was put right about who is who; what is known already is not added again. */
  corrections?: readonly Correction[];
  /** Part of an import. */
  batch?: Batch;
  /** Of a feed, which notes the ids of the new ones in the same turn; nothing is taken in where it is followed no more. */
  feed?: { id: string; note(feed: Feed, added: readonly string[]): Feed };
}

/** Makes the Reading of an article. */
type Read = (article: Article) => Reading;

/** What was begun last: articles are taken in the order in which they come. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Takes articles in, all or none. One that is there already (`samenessOf`) is brought up to date where it has changed,
 * under the id that it has, and its former version is kept for the undo; one that came along stays as it is. `read` makes the
 * Reading of an article; while others are taken that came before, these are read.
 */
export function takeArticles(
  incoming: readonly Incoming[],
  read: Read,
  from: With = {},
): Promise<TakenBatch> {
  const readings = new Readings(read);
  const taking = before.then(() => {
    readings.hurry();
    return takeNow(incoming, readings, from);
  });
  before = taking.catch(() => {});
  void readings.begin(incoming.map(({ article }) => article));
  return taking;
}

async function takeNow(
  incoming: readonly Incoming[],
  readings: Readings,
  { corrections = [], batch, feed }: With,
): Promise<TakenBatch> {
  const shipped = await bundle();
  for (let tries = 0; tries < TRIES; ) {
    const plan = await planOf(incoming, corrections, batch, shipped.ids);
    if (plan.waiting.length > 0) {
      await addIncoming(plan.waiting);
      continue;
    }
    tries++;
    if (plan.answered) return plan.answered;
    const { taken } = plan;
    if (plan.put.size + plan.corrections.length === 0) return { taken, corrected: 0, undo: null };
    await readings.make([...plan.put.values()].map(({ article }) => article));
    const done = await changing(async (turn) => {
      const [stood, there] = await Promise.all([stateOf(turn), storedIn(turn, plan.put.keys())]);
      if (stood.generation !== plan.generation) return null;
      const followed = feed && ((await turn.objectStore('feeds').get(feed.id)) as Feed | undefined);
      if (feed && !followed) throw new Failure('feedUnknown');
      const state = await begun(turn, stood);
      const rows = rowsOf(plan, readings, stood.erased ? new Map() : there);
      const added = await newAmong(turn, plan.corrections);
      const keys = await together(added, (one) => turn.objectStore('corrections').add(one));
      const applied = await apply(turn, state, rows, shipped);
      const undo: TakenUndo = {
        added: [...plan.put.keys()].filter((id) => !applied.before.has(id)),
        replaced: formerOf(applied),
        ...(keys.length > 0 && { corrected: keys }),
      };
      if (feed && followed) await turn.objectStore('feeds').put(feed.note(followed, undo.added), feed.id);
      const answer: TakenBatch = { taken, corrected: keys.length, undo };
      if (batch) await noteRun(turn, batch, applied.generation, answer);
      await keepFormer(turn, applied);
      return answer;
    }, ALL_TABLES);
    if (done) return done;
  }
  throw new Failure('libraryBusy');
}

/** What is to be written, with when it came in, and what stands in its place. */
function rowsOf(plan: Plan, readings: Readings, there: ReadonlyMap<string, Stored>): ApplyPlan {
  const now = Date.now();
  const put = [...plan.put.values()].map(({ article, added }) =>
    storedOf(
      { article, reading: readings.of(article) },
      READER_VERSION,
      there.get(article.id)?.article.added ?? added ?? now,
    ),
  );
  return { put, there };
}

/** Notes that a change belongs to an import, and how it was answered, before its former versions are kept. */
async function noteRun(
  turn: Turn,
  { run, number }: Batch,
  generation: number,
  answer: TakenBatch,
): Promise<void> {
  const runs = (await metaOf(turn, 'runs')) ?? [];
  const known = runs.find((one) => one.run === run);
  // one more may be on its way while one is taken: of either the answer may get lost
  const answers = [...(known?.answers ?? []), { number, answer }].slice(-2);
  const now = { run, from: known?.from ?? generation, to: generation, answers };
  const kept = [...runs.filter((one) => one !== known), now].slice(-RUNS);
  writerOf(turn, 'meta').put(kept, 'runs');
}

/**
 * Takes back what `takeArticles` has done: new articles and corrections go, former versions come back. What was removed
 * meanwhile stays so. Rejects, and changes nothing, where a former version is kept no more or nothing is left to be taken back.
 */
export async function untake({ added, replaced, corrected = [] }: TakenUndo): Promise<void> {
  const shipped = await bundle();
  await changing(async (turn) => {
    const state = await stateOf(turn);
    const of = replaced && IDBKeyRange.bound([replaced.generation], [replaced.generation, []]);
    const former = of ? await turn.objectStore('trash').getAll(of) : [];
    if (state.erased || former.length < (replaced?.count ?? 0)) throw new Failure('undoGone');
    const there = await storedIn(turn, [...added, ...former.map(({ article }) => article.article.id)]);
    const remove = added.filter((id) => there.has(id) && !shipped.ids.has(id));
    const put = former.filter(({ article }) => there.has(article.article.id));
    const corrections = turn.objectStore('corrections');
    const keys = await together(corrected, (key) => corrections.getKey(key));
    const right = keys.filter((key) => key !== undefined);
    if (remove.length + put.length + right.length === 0) throw new Failure('undoGone');
    await together(right, (key) => corrections.delete(key));
    await apply(turn, state, { put, remove }, shipped);
    if (of) await turn.objectStore('trash').delete(of);
  });
}
