import { parsePerson } from '../forms';
import type { CuratedEntity } from '../types';
import { likelyRows } from './ahead';
import { allIn } from './lists';
import { Resettler } from './lone';
import { NameChanger } from './name-changes';
import { isShort, type Name, nameOfRef } from './names';
import { Outcome } from './outcome';
import { Recorder } from './recorder';
import { Regrouper } from './regroup';
import { type Rules, rulesOf, wordsOf } from './rules';
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
 * A correction costs what it reaches in the same way. Only where the list is other than before, everything is joined anew
 * from the contributions.
 *
 * The store's tables `contributions`, `entities`, `links` and `state` are read and written here and by nobody else; what
 * was put is kept, or nothing of it. Rejects with the store's own errors.
 */
export async function joinArticles(store: JoinStore, change: JoinChange): Promise<JoinDelta> {
  const recorder = new Recorder(store);
  const tables = new Tables(recorder);
  const add = [...new Map((change.add ?? []).map((one) => [one.articleId, one])).values()];
  const added = new Set(add.map(({ articleId }) => articleId));
  const remove = [...new Set(change.remove ?? [])].filter((id) => !added.has(id));
  const ids = [...added, ...remove];
  // the rules may be others after it; then more has to be read later
  const likely = rulesOf(change.curated ?? [], change.corrections ?? []);
  const shelves = ids.map((id) => ['d', shelf(id)] as const);
  const [, known] = await Promise.all([
    tables.load([['r', '']], likelyRows(add, likely), shelves),
    recorder.get('contributions', ids),
    recorder.get('links', ids),
  ]);
  const before = tables.get('r', '') ?? { curated: [], corrections: [] };
  const after = {
    curated: [...(change.curated ?? before.curated)],
    corrections: [...(change.corrections ?? before.corrections)],
  };
  const rules = rulesOf(before.curated, before.corrections);
  const there = known.flatMap((one) => one ?? []);
  const next = rulesOf(after.curated, after.corrections);
  if (!same(before.curated, after.curated)) {
    const all = await everything(recorder, tables);
    const gone = new Set(ids);
    const left = all.filter(({ articleId }) => !gone.has(articleId));
    await run(recorder, tables, rules, { out: all, unlist: [...rules.listed.keys()] });
    await run(recorder, tables, next, { into: [...left, ...add], list: [...next.listed.keys()] });
  } else if (!same(before.corrections, after.corrections)) {
    const others = await spokenOf(recorder, tables, rules, next, new Set(ids));
    await run(recorder, tables, rules, { out: [...there, ...others] });
    const forced = new Set([...refsOf(before.corrections), ...refsOf(after.corrections)]);
    await run(recorder, tables, next, { into: [...others, ...add], forced });
  } else if (ids.length > 0) await run(recorder, tables, rules, { out: there, into: add });
  if (!same(before, after))
    tables.set('r', '', after.curated.length + after.corrections.length > 0 ? after : null);
  await enter(tables, added, new Set(remove));
  for (const id of remove) recorder.put('contributions', id, null);
  for (const one of add) recorder.put('contributions', one.articleId, one);
  tables.flush();
  return recorder.finish();
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The names that corrections speak of. */
const refsOf = (corrections: readonly Correction[]): Name[] =>
  corrections
    .flatMap((correction) => (correction.say === 'called' ? [correction.a] : [correction.a, correction.b]))
    .flatMap((ref) => nameOfRef(ref) ?? []);

interface Step {
  out?: readonly Contribution[];
  into?: readonly Contribution[];
  /** Entries that leave the list, and that come to it. */
  unlist?: readonly Name[];
  list?: readonly Name[];
  /** Names of which the rules say other than before. */
  forced?: ReadonlySet<Name>;
}

async function run(
  store: JoinStore,
  tables: Tables,
  rules: Rules,
  { out = [], into = [], unlist = [], list = [], forced = new Set() }: Step,
): Promise<void> {
  const subjects = new Subjects(store);
  for (const one of into) subjects.take(one);
  const changes = await new NameChanger(tables, rules).change(out, into, unlist, list);
  const regrouped = await new Regrouper(tables, rules, subjects, changes, forced).regroup();
  const resettled = await new Resettler(tables, rules, subjects, changes, regrouped, forced).resettle();
  await new Outcome(store, tables, rules, regrouped, resettled).settle(out, into, unlist);
}

/**
 * The articles, but for some, that have a person known by one word of whom corrections speak now, or did before, as of a
 * name: such a person is counted under that name where one speaks of it; else it is looked for by its word, or counted
 * under the listed entity that it is taken for.
 */
async function spokenOf(
  store: JoinStore,
  tables: Tables,
  before: Rules,
  after: Rules,
  but: ReadonlySet<string>,
): Promise<Contribution[]> {
  const names = (rules: Rules) => new Set(rules.one.flat().filter((name) => name.startsWith('p:')));
  const [were, are] = [names(before), names(after)];
  const changed = [...were, ...are].filter((name) => !were.has(name) || !are.has(name));
  await tables.load(changed.flatMap((name) => [['n', name] as const, ['w', name] as const]));
  const articles = new Set(await takenFrom(tables, after, new Set(changed.map((name) => name.slice(2)))));
  for (const name of changed) {
    const [row, word] = [tables.get('n', name), tables.get('w', name)];
    const members = [
      ...(row ? (await allIn(tables, `n:${name}`, row.articles)).keys() : []),
      ...(word ? (await allIn(tables, `w:${name}`, word.lone)).keys() : []),
    ];
    for (const member of members) articles.add(member.split('\0')[0]!);
  }
  const ids = [...articles].filter((id) => !but.has(id));
  return (await store.get('contributions', ids)).flatMap((one) => one ?? []);
}

/** The articles of listed entities for which a person known by one of these words may be taken. */
async function takenFrom(tables: Tables, { listed }: Rules, words: ReadonlySet<string>): Promise<string[]> {
  if (words.size === 0) return [];
  // not by the words of the list: a person called by two ("Tanaka", "Hiroko") is taken by either
  const names = [...listed].flatMap(([name, entry]) => (wordsOf(entry).length > 0 ? [name] : []));
  await tables.load(names.map((name) => ['n', name] as const));
  const articles: string[] = [];
  for (const name of names) {
    const { tally, articles: all } = tables.get('n', name)!;
    const forms = [...tally.forms.keys(), ...tally.names.keys()].filter(isShort);
    if (forms.some((form) => words.has(parsePerson(form).last)))
      articles.push(...(await allIn(tables, `n:${name}`, all)).keys());
  }
  return articles;
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
