import { bearersOf } from './bearers';
import { count, kindOf, tell } from './entity';
import { LIMITS } from './limits';
import { allIn, changeLists, emptyList, type ListChange } from './lists';
import { looseGroups } from './loose';
import { factsOf, type LoneChange, type NameChanges } from './name-changes';
import { memberKey } from './name-table';
import type { Name } from './names';
import type { Regrouped } from './regroup';
import { type Rules, wordsOf } from './rules';
import type { Lookup } from './seek';
import { type Cluster, foundUnder, seeksOfWord } from './sieves';
import { hash, representatives, type Standing } from './subject';
import type { Subjects } from './subjects';
import type { Lone, Tables, WordRow } from './tables';

/** What a change changes of the local entities that are known by one word. */
export interface Resettled {
  /** By member, the cluster that it is attached to, or the group of its word; of all that are new or were elsewhere. */
  settled: Map<string, { cluster: Name } | { group: string }>;
  /** Clusters to which others are attached than before. */
  clusters: Set<Name>;
  /** Groups of words that are new or of other members, with all their members; null for those that are no more. */
  groups: Map<string, { word: string; members: Lone[]; keys: string[] } | null>;
}

type Table = readonly ['w' | 'k' | 'n' | 'c' | 'g' | 'l', string];

/** Decides the last two sieves again wherever a change reaches. */
export class Resettler {
  private readonly seen = new Map<Name, Cluster>();
  private readonly resettled: Resettled = { settled: new Map(), clusters: new Set(), groups: new Map() };

  constructor(
    private readonly tables: Tables,
    private readonly rules: Rules,
    private readonly subjects: Subjects,
    private readonly changes: NameChanges,
    private readonly regrouped: Regrouped,
    /** Rows of words of which the rules say other than before. */
    private readonly forced: ReadonlySet<string>,
  ) {}

  async resettle(): Promise<Resettled> {
    const { gone, come } = this.changes;
    const moved = new Map<string, { gone: Map<string, LoneChange>; come: Map<string, LoneChange> }>();
    const at = (lone: LoneChange) => {
      const key = wordKey(lone);
      const known = moved.get(key) ?? { gone: new Map(), come: new Map() };
      moved.set(key, known);
      return known;
    };
    for (const lone of gone) at(lone).gone.set(memberKey(lone.articleId, lone.local.id), lone);
    for (const lone of come) at(lone).come.set(memberKey(lone.articleId, lone.local.id), lone);
    const words = new Set([...moved.keys(), ...(await this.wordsReached())]);
    await this.load([...words].map((word) => ['w', word]));
    await this.loadFound([...words].filter((word) => moved.has(word) || this.tables.get('w', word)));
    const lists: ListChange<Lone>[] = [];
    for (const word of words) {
      const row = this.tables.get('w', word);
      if (row || moved.has(word)) lists.push(...(await this.decideWord(word, row, moved.get(word))));
    }
    await changeLists(this.tables, lists);
    for (const { of } of lists) {
      const word = of.slice(2);
      if (this.tables.get('w', word)!.lone.count === 0) this.tables.set('w', word, null);
    }
    return this.resettled;
  }

  private load(rows: Table[]): Promise<void> {
    return this.tables.load(rows);
  }

  /** Rows of words that may find other clusters than before. */
  private async wordsReached(): Promise<Set<string>> {
    const { seen } = this.regrouped;
    const words = new Set(this.forced);
    const names = [...seen].flatMap((id) => this.tables.get('c', id)?.names ?? []);
    await this.load(names.map((name) => ['n', name]));
    const keys = new Set(this.changes.keys);
    for (const name of [...names, ...this.changes.names.keys()]) {
      const row = this.tables.get('n', name);
      if (row) for (const key of foundUnder(factsOf(name, row))) keys.add(key);
      if (name.startsWith('s:')) words.add(`p:${name.slice(2)}`);
      const entry = this.rules.listed.get(name);
      for (const word of entry ? wordsOf(entry) : []) words.add(`p:${word}`);
    }
    await this.load([...keys].map((key) => ['k', key]));
    for (const key of keys) {
      const [kind, word] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
      if (!this.tables.get('k', key)?.lone) continue;
      if (kind === 'last' || kind === 'first') words.add(`p:${word}`);
      else if (kind === 'part') words.add(`o:${word}`);
    }
    return words;
  }

  /** Loads all that the local entities of these words look at. */
  private async loadFound(words: readonly string[]): Promise<void> {
    const keys = words.flatMap((word) => keysOf(word));
    await this.load(keys.map((key) => ['k', key]));
    const names = keys.flatMap((key) => {
      const found = this.tables.get('k', key)?.found;
      return found && found.size <= LIMITS.found ? [...found] : [];
    });
    for (const word of words) if (word.startsWith('p:')) names.push(`s:${word.slice(2)}`);
    // a word's only listed person
    names.push(...words.flatMap((word) => this.listedBy(word)));
    await this.load(names.map((name) => ['n', name]));
    const clusters = names.flatMap((name) => this.tables.get('n', name)?.three ?? []);
    await this.load(clusters.map((id) => ['c', id]));
    await this.load(
      clusters.flatMap((id) => this.tables.get('c', id)!.groups.map((group): Table => ['g', group])),
    );
  }

  private listedBy(word: string): Name[] {
    return word.startsWith('p:') ? [...(this.rules.byWord.get(word.slice(2)) ?? [])] : [];
  }

  private readonly lookup: Lookup = {
    found: (key) => [...(this.tables.get('k', key)?.found ?? [])],
    cluster: (name) => {
      const row = this.tables.get('n', name);
      return row ? this.cluster(row.three) : undefined;
    },
  };

  /** A cluster as others see it; it and its groups must be loaded. */
  private cluster(id: Name): Cluster {
    let cluster = this.seen.get(id);
    if (!cluster) {
      const { names, groups } = this.tables.get('c', id)!;
      const named = new Map();
      const standing: Standing[] = [];
      for (const group of groups) {
        const row = this.tables.get('g', group)!;
        for (const [kind, times] of row.named) count(named, kind, times);
        for (const [article, packed] of row.standing) {
          this.subjects.keep(article, packed);
          standing.push(this.subjects.standing(article));
        }
      }
      const listed = names.find((name) => this.rules.listed.has(name));
      cluster = {
        id,
        kind: listed ? this.rules.listed.get(listed)!.kind : kindOf(named),
        standing: representatives(standing),
        marks: new Set(names.flatMap((name) => this.rules.marks.get(name) ?? [])),
      };
      this.seen.set(id, cluster);
    }
    return cluster;
  }

  /** What the local entities of a word see of the clusters, in short. */
  private view(word: string): string {
    const told = (name: Name) => {
      const cluster = this.lookup.cluster(name);
      return (
        cluster && [
          name,
          cluster.id,
          cluster.kind,
          cluster.standing.map(({ articleId }) => [articleId, this.subjects.printOf(articleId)]),
          [...cluster.marks],
        ]
      );
    };
    const found = keysOf(word).map((key) => {
      const names = this.lookup.found(key);
      return names.length > LIMITS.found ? names.length : [...names].sort().map(told);
    });
    const others = word.startsWith('p:') ? [`s:${word.slice(2)}`, ...this.listedBy(word)].map(told) : [];
    const text = JSON.stringify([found, others]);
    return `${hash(text, 0)}${hash(text, 1)}${text.length}`;
  }

  private async decideWord(
    word: string,
    known: WordRow | undefined,
    moved: { gone: ReadonlyMap<string, LoneChange>; come: ReadonlyMap<string, LoneChange> } | undefined,
  ): Promise<ListChange<Lone>[]> {
    const row: WordRow = known ?? { lone: emptyList(), groups: [], seen: '' };
    const seen = this.view(word);
    const all = row.seen !== seen || this.forced.has(word);
    if (!all && !moved) return [];
    if (!known) this.tables.set('w', word, row);
    this.tables.touch('w', word);
    row.seen = seen;
    const of = `w:${word}`;
    const changes = new Map<string, Lone | null>();
    // of many that stay where they are those that come read none, unless they belong to nobody either
    const isAll = all || (moved?.gone.size ?? 0) > 0;
    let before = isAll ? await allIn(this.tables, of, row.lone) : new Map<string, Lone>();
    let loose = this.forced.has(word);
    for (const [member] of moved?.gone ?? []) {
      const lone = before.get(member)!;
      if (lone.to !== null) await this.attach(lone.to, word, lone, -1);
      else loose = true;
      before.delete(member);
      changes.set(member, null);
      this.countLone(word, -1);
    }
    for (const [member, { articleId, local }] of moved?.come ?? []) {
      this.countLone(word, 1);
      // without what stands around it, of which there is most
      const { kind, name, forms, named } = local;
      before.set(member, {
        local: { kind, name, forms, named },
        subject: this.subjects.packedOf(articleId),
        to: null,
        group: null,
      });
    }
    const decided = all ? [...before] : [...before].filter(([member]) => moved?.come.has(member));
    const bearers = this.bearersOf(word, decided);
    for (const [i, [member, lone]] of decided.entries()) {
      const come = moved?.come.has(member) ?? false;
      const to = bearers[i]!;
      if (to === lone.to && !come) continue;
      if (lone.to !== null && !come) await this.attach(lone.to, word, lone, -1);
      if (to !== null) await this.attach(to, word, lone, 1);
      if (to === null || (lone.to === null && !come)) loose = true;
      lone.to = to;
      if (to !== null) {
        lone.group = null;
        this.resettled.settled.set(member, { cluster: to });
      }
      changes.set(member, lone);
    }
    if (loose && !isAll) before = new Map([...(await allIn(this.tables, of, row.lone)), ...before]);
    if (loose) this.regroup(word, row, before, changes);
    return [{ of, list: row.lone, changes }];
  }

  /** Of whom these local entities of a word are; null for nobody. */
  private bearersOf(word: string, members: readonly (readonly [string, Lone])[]): (Name | null)[] {
    if (word.length < 3) return members.map(() => null);
    const known = members.map(([member, { local, subject }]) => {
      const articleId = member.split('\0')[0]!;
      this.subjects.keep(articleId, subject);
      return { local, standing: this.subjects.standing(articleId) };
    });
    return bearersOf(word.slice(2), known, this.lookup, this.rules);
  }

  /** Counts a local entity under a cluster, if that is still there. */
  private async attach(id: Name, word: string, { local }: Lone, times: 1 | -1): Promise<void> {
    await this.load([['c', id]]);
    const row = this.tables.get('c', id);
    if (!row) return;
    tell(row.attached, local, times);
    count(row.words, word, times);
    this.tables.touch('c', id);
    this.resettled.clusters.add(id);
  }

  private countLone(word: string, times: 1 | -1): void {
    for (const key of keysOf(word)) {
      const row = this.tables.get('k', key) ?? { found: new Set(), seek: new Set(), lone: 0 };
      row.lone += times;
      this.tables.set('k', key, row.found.size + row.seek.size + row.lone > 0 ? row : null);
    }
  }

  /** Groups those of a word that belong to nobody. */
  private regroup(
    word: string,
    row: WordRow,
    all: ReadonlyMap<string, Lone>,
    changes: Map<string, Lone | null>,
  ): void {
    const left = [...all].flatMap(([member, lone]) => {
      if (lone.to !== null) return [];
      const articleId = member.split('\0')[0]!;
      this.subjects.keep(articleId, lone.subject);
      return [{ member, lone, standing: this.subjects.standing(articleId) }];
    });
    const groups =
      word.startsWith('p:') && word.length > 2 ? looseGroups(word.slice(2), left) : left.map((one) => [one]);
    const ids: string[] = [];
    for (const members of groups) {
      const keys = members.map(({ member }) => member).sort();
      const id = keys[0]!;
      ids.push(id);
      this.resettled.groups.set(id, { word, members: members.map(({ lone }) => lone), keys });
      for (const { member, lone } of members)
        if (lone.group !== id) {
          lone.group = id;
          changes.set(member, lone);
          this.resettled.settled.set(member, { group: id });
        }
    }
    // an article that says other things now may have the same member in another word
    for (const id of row.groups)
      if (!ids.includes(id) && !this.resettled.groups.has(id)) this.resettled.groups.set(id, null);
    row.groups = ids;
  }
}

/** The row of a word: "p:" for persons, "o:" for all else. */
export const wordKey = ({ local, word }: Pick<LoneChange, 'local' | 'word'>): string =>
  `${local.kind === 'person' ? 'p' : 'o'}:${word ?? ''}`;

/** The keys under which the local entities of a word look. */
const keysOf = (word: string): string[] =>
  word.length < 3
    ? []
    : seeksOfWord({ kind: word.startsWith('p:') ? 'person' : 'other' }, word.slice(2)).map(({ key }) => key);
