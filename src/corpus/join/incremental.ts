import type { CuratedEntity } from '../types';
import { Resettler } from './lone';
import { NameChanger } from './name-changes';
import type { Name } from './names';
import { Outcome } from './outcome';
import { Recorder } from './recorder';
import { Regrouper } from './regroup';
import { type Rules, rulesOf } from './rules';
import { placeOf } from './subject';
import { Subjects } from './subjects';
import { Tables } from './tables';
import type { Contribution, Correction, JoinDelta, JoinStore } from './types';

/** A change of a library. */
export interface JoinChange {
  /** New articles, and articles that are there and say other things now. */
  add?: readonly Contribution[];
  /** Ids of articles that go. */
  remove?: readonly string[];
  /** The list and the corrections, where they may be other than before. */
  curated?: readonly CuratedEntity[];
  corrections?: readonly Correction[];
}

/**
 * Joins articles into a library, or takes them out, with the same result as `joinAll` over all that is in it afterwards,
 * in whatever order they have come and gone. It costs what the change reaches: the names in the articles, the clusters
 * they are in, and whoever looks for whom he belongs to under one of their words, and finds other clusters than before.
 * Only where the list or the corrections are other than before, everything is joined anew from the contributions.
 *
 * The store's tables `contributions`, `entities`, `links` and `state` are read and written here and by nobody else; what
 * was put is kept, or nothing of it. Rejects with the store's own errors.
 */
export async function joinArticles(store: JoinStore, change: JoinChange): Promise<JoinDelta> {
  const recorder = new Recorder(store);
  const tables = new Tables(recorder);
  await tables.load([['r', '']]);
  const before = tables.get('r', '') ?? { curated: [], corrections: [] };
  const after = {
    curated: [...(change.curated ?? before.curated)],
    corrections: [...(change.corrections ?? before.corrections)],
  };
  const rules = rulesOf(before.curated, before.corrections);
  const add = [...new Map((change.add ?? []).map((one) => [one.articleId, one])).values()];
  const added = new Set(add.map(({ articleId }) => articleId));
  const remove = [...new Set(change.remove ?? [])].filter((id) => !added.has(id));
  const ids = [...added, ...remove];
  const known = (await recorder.get('contributions', ids)).flatMap((one) => one ?? []);
  if (JSON.stringify(before) === JSON.stringify(after))
    await run(recorder, tables, rules, { out: known, into: add });
  else {
    const all = await everything(recorder, tables);
    const gone = new Set(ids);
    await run(recorder, tables, rules, { out: all, into: [], unlist: [...rules.listed.keys()] });
    tables.set('r', '', after);
    const next = rulesOf(after.curated, after.corrections);
    await run(recorder, tables, next, {
      out: [],
      into: [...all.filter(({ articleId }) => !gone.has(articleId)), ...add],
      list: [...next.listed.keys()],
    });
  }
  await enter(tables, added, new Set(remove));
  for (const id of remove) recorder.put('contributions', id, null);
  for (const one of add) recorder.put('contributions', one.articleId, one);
  tables.flush();
  return recorder.finish();
}

interface Step {
  out: readonly Contribution[];
  into: readonly Contribution[];
  unlist?: readonly Name[];
  list?: readonly Name[];
}

async function run(
  store: JoinStore,
  tables: Tables,
  rules: Rules,
  { out, into, unlist = [], list = [] }: Step,
): Promise<void> {
  const subjects = new Subjects(store);
  for (const one of into) subjects.take(one);
  const changes = await new NameChanger(tables, rules).change(out, into, unlist, list);
  const regrouped = await new Regrouper(tables, rules, subjects, changes, new Set()).regroup();
  const resettled = await new Resettler(tables, rules, subjects, changes, regrouped, new Set()).resettle();
  await new Outcome(store, tables, rules, changes, regrouped, resettled).settle(out, into, unlist, new Set());
}

const shelf = (articleId: string): string => String(placeOf(articleId) >>> 26);

async function enter(
  tables: Tables,
  added: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): Promise<void> {
  await tables.load([...added, ...removed].map((id) => ['d', shelf(id)] as const));
  for (const id of added) tables.set('d', shelf(id), (tables.get('d', shelf(id)) ?? new Set()).add(id));
  for (const id of removed) {
    tables.get('d', shelf(id))?.delete(id);
    tables.touch('d', shelf(id));
  }
}

/** All contributions. */
async function everything(store: JoinStore, tables: Tables): Promise<Contribution[]> {
  const shelves = Array.from({ length: 64 }, (_, i) => String(i));
  await tables.load(shelves.map((key) => ['d', key] as const));
  const ids = shelves.flatMap((key) => [...(tables.get('d', key) ?? [])]);
  return (await store.get('contributions', ids)).flatMap((one) => one ?? []);
}
