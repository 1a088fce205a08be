import type { Kind } from '../../extract/types';
import { namesAgree } from '../forms';
import { close } from './batch';
import { count, emptyTally, kindOf, tellAll } from './entity';
import { LIMITS } from './limits';
import { factsOf, isAlive, type NameChanges } from './name-changes';
import { type Edge, SURE } from './name-table';
import { type Name, personOf } from './names';
import { Partition } from './partition';
import { bearingOfListed, type Rules } from './rules';
import { type Lookup, storyTarget } from './seek';
import { type Cluster, foundUnder, type PersonIn, seeksOf, turned, variantOf } from './sieves';
import { representatives, type Standing } from './subject';
import type { Subjects } from './subjects';
import type { ClusterRow, GroupRow, NameRow, Tables } from './tables';

/** What a change of names changes of clusters. */
export interface Regrouped {
  /** By name, the cluster that it was in; of all names whose cluster may be another now. */
  was: ReadonlyMap<Name, { cluster: Name | null; id: string | null }>;
  /** Clusters that are new, of other names, or called or told of otherwise than before. */
  clusters: ReadonlySet<Name>;
  /** The plain ids of clusters that are no more. */
  ended: ReadonlyMap<Name, string | null>;
  /** Clusters that look otherwise to those who look for whom they belong to, or are no more, with all names that found them. */
  seen: ReadonlySet<Name>;
}

/** Decides the first three sieves again wherever a change reaches. */
export class Regrouper {
  /** Names whose clusters are made anew, and names that are no more. */
  private readonly region = new Set<Name>();
  private readonly ended = new Set<Name>();
  private ones = new Map<Name, Name>();
  private twos = new Map<Name, Name>();
  private threes = new Map<Name, Name>();
  private readonly groups = new Map<Name, Cluster>();

  constructor(
    private readonly tables: Tables,
    private readonly rules: Rules,
    private readonly subjects: Subjects,
    private readonly changes: NameChanges,
    /** Names of which the rules say other than before. */
    private readonly forced: ReadonlySet<Name>,
  ) {}

  async regroup(): Promise<Regrouped> {
    await this.reach([...this.changes.linked, ...this.forced]);
    this.ones = this.cluster(1);
    await this.decideVariants();
    this.ones = this.cluster(1);
    this.twos = this.cluster(2);
    const groups = await this.changeGroups();
    await this.decideStories(groups);
    this.ones = this.cluster(1);
    this.twos = this.cluster(2);
    this.threes = this.cluster(3);
    return this.changeClusters(groups);
  }

  private row(name: Name): NameRow | undefined {
    return this.tables.get('n', name);
  }

  private names(names: Iterable<Name>): (readonly ['n', Name])[] {
    return [...names].map((name) => ['n', name] as const);
  }

  /** Takes names into the region with all that is or was joined with them, or would be if nothing kept it apart. */
  private async reach(names: Iterable<Name>): Promise<void> {
    let next = [...new Set(names)].filter((name) => !this.region.has(name) && !this.ended.has(name));
    while (next.length > 0) {
      await this.tables.load(this.names(next));
      const rows = next.flatMap((name) => {
        const row = this.row(name);
        return row ? [[name, row] as const] : [];
      });
      await this.tables.load(rows.flatMap(([, { three }]) => (three ? [['c', three] as const] : [])));
      const found = new Set<Name>();
      for (const [name, row] of rows) {
        (isAlive(row) ? this.region : this.ended).add(name);
        for (const other of this.besides(name, row)) found.add(other);
      }
      next = [...found].filter((name) => !this.region.has(name) && !this.ended.has(name));
      await this.tables.load(this.names(next));
      next = next.filter((name) => this.row(name) !== undefined);
    }
  }

  private *besides(name: Name, row: NameRow): Generator<Name> {
    yield* row.read.keys();
    yield* row.taken.keys();
    yield* row.beside.keys();
    yield* row.variantOf;
    yield* row.storyOf;
    if (row.variant) yield row.variant;
    if (row.story) yield row.story;
    if (row.three) yield* this.tables.get('c', row.three)?.names ?? [];
    for (const pair of this.rules.one) if (pair.includes(name)) yield* pair;
    const entry = this.rules.listed.get(name);
    if (entry) yield* bearingOfListed(entry, this.rules).names.keys();
  }

  /** The clusters of the region after the first, second or third sieve. */
  private cluster(sieves: 1 | 2 | 3): Map<Name, Name> {
    const partition = new Partition();
    const rows = [...this.region].map((name) => [name, this.row(name)!] as const);
    for (const [name] of rows) partition.add(name, this.rules.marks.get(name));
    close(partition, this.equals(rows));
    if (sieves > 1) close(partition, decided(rows, 'variant'));
    if (sieves > 2) close(partition, decided(rows, 'story'));
    return new Map(rows.map(([name]) => [name, partition.find(name)]));
  }

  private equals(rows: readonly (readonly [Name, NameRow])[]): Edge[] {
    const edges: Edge[] = [];
    const order = new Map([...this.rules.listed.keys()].map((name, i) => [name, SURE.listed + i]));
    for (const [name, row] of rows) {
      for (const other of row.read.keys()) edges.push([SURE.read, name, other]);
      for (const other of row.taken.keys()) edges.push([SURE.taken, name, other]);
      const entry = row.listed > 0 ? this.rules.listed.get(name) : undefined;
      for (const other of entry ? bearingOfListed(entry, this.rules).names.keys() : [])
        edges.push([order.get(name)!, name, other]);
    }
    this.rules.one.forEach(([a, b], i) => {
      if (this.region.has(a) && this.region.has(b)) edges.push([SURE.corrected + i, a, b]);
    });
    return edges;
  }

  private oneOf(name: Name): Name {
    return this.ones.get(name) ?? this.row(name)!.one;
  }

  private async decideVariants(): Promise<void> {
    const changed = new Set<Name>();
    for (const name of [...this.region, ...this.ended, ...this.changes.names.keys()]) {
      const row = this.row(name);
      const person = isAlive(row) && row.person > 0;
      const was = this.changes.names.get(name)?.wasPerson ?? (row?.person ?? 0) > 0;
      if (person !== was || (person && row.one !== this.oneOf(name))) changed.add(name);
    }
    const persons = [...changed].filter((name) => personOf(name));
    await this.loadAlike(persons);
    const all = new Set(persons.flatMap((name) => [name, ...this.alike(name)]));
    await this.loadAlike(all);
    const deciders = new Map([...all].map((name) => [name, this.alike(name)]));
    await this.tables.load(this.names([...deciders].flatMap(([name, alike]) => [name, ...alike])));
    const moved: [Name, Name | null][] = [];
    for (const [name, alike] of deciders) {
      const row = this.row(name);
      const target =
        isAlive(row) && row.person > 0
          ? variantOf(
              this.personIn(name),
              alike.map((other) => this.personIn(other)),
            )
          : null;
      if (row && row.variant !== target) moved.push([name, target]);
    }
    await this.decide(moved, 'variant', 'variantOf');
  }

  private async loadAlike(names: Iterable<Name>): Promise<void> {
    const keys = [...names]
      .map((name) => personOf(name)!)
      .flatMap(({ last, first }) => [`last:${last}`, `last:${first}`]);
    await this.tables.load(keys.map((key) => ['k', key] as const));
  }

  private personIn(name: Name): PersonIn {
    return { name, person: personOf(name)!, cluster: this.oneOf(name) };
  }

  /** The persons' names that agree with one, itself left out. */
  private alike(name: Name): Name[] {
    const person = personOf(name)!;
    const other = turned(person);
    const found = [...(this.tables.get('k', `last:${person.last}`)?.found ?? [])].filter(
      (one) => one !== name && namesAgree(person, personOf(one)!),
    );
    const there =
      other !== null && other !== name && this.tables.get('k', `last:${person.first}`)?.found.has(other);
    return there && !found.includes(other) ? [...found, other] : found;
  }

  private async decide(
    moved: readonly [Name, Name | null][],
    what: 'variant' | 'story',
    back: 'variantOf' | 'storyOf',
  ): Promise<void> {
    const reached = moved
      .flatMap(([name, target]) => [name, this.row(name)![what], target])
      .filter((name) => name !== null);
    await this.tables.load(this.names(reached));
    for (const [name, target] of moved) {
      const row = this.row(name)!;
      if (row[what] !== null) {
        this.row(row[what])?.[back].delete(name);
        this.tables.touch('n', row[what]);
      }
      row[what] = target;
      this.tables.touch('n', name);
      if (target === null) continue;
      this.row(target)![back].add(name);
      this.tables.touch('n', target);
    }
    await this.reach(reached);
  }

  /** Writes the groups of the region, and what articles have changed of others; tells the groups that look otherwise now. */
  private async changeGroups(): Promise<Set<Name>> {
    const old = new Set<Name>();
    for (const name of [...this.region, ...this.ended, ...this.changes.names.keys()]) {
      const two = this.row(name)?.two;
      if (two) old.add(two);
    }
    await this.tables.load([...old, ...new Set(this.twos.values())].map((id) => ['g', id] as const));
    for (const id of old)
      for (const [article, packed] of this.tables.get('g', id)?.standing ?? [])
        this.subjects.keep(article, packed);
    const made = bySet(this.twos);
    await this.subjects.load([...made.values()].flatMap((names) => this.firstOf(names)));
    const changed = new Set<Name>();
    for (const [id, names] of made) {
      const named = new Map<Kind, number>();
      for (const name of names) for (const [kind, times] of this.row(name)!.named) count(named, kind, times);
      this.putGroup(id, { names, named, standing: this.standingOf(this.firstOf(names)) }, changed);
      if (names.some((name) => this.forced.has(name))) changed.add(id);
    }
    for (const id of old) {
      if (made.has(id)) continue;
      const row = this.tables.get('g', id);
      if (!row) continue;
      if (row.names.some((name) => this.region.has(name) || this.ended.has(name))) {
        this.tables.set('g', id, null);
        changed.add(id);
      } else await this.updateGroup(id, row, changed);
    }
    return changed;
  }

  /** A group outside the region: its names are the same, and some have other articles. */
  private async updateGroup(id: Name, row: GroupRow, changed: Set<Name>): Promise<void> {
    const named = new Map(row.named);
    const come: string[] = [];
    let lost = false;
    for (const name of row.names) {
      const change = this.changes.names.get(name);
      if (!change) continue;
      for (const [kind, times] of change.named) count(named, kind, times);
      for (const [article, there] of change.articles)
        if (there) come.push(article);
        else lost ||= row.standing.some(([known]) => known === article);
    }
    let ids = [...row.standing.map(([article]) => article), ...come];
    if (lost) {
      await this.tables.load(this.names(row.names));
      ids = this.firstOf(row.names);
    }
    await this.subjects.load(ids);
    this.putGroup(id, { names: row.names, named, standing: this.standingOf(ids) }, changed);
  }

  private firstOf(names: readonly Name[]): string[] {
    return names.flatMap((name) => this.row(name)!.first);
  }

  private standingOf(ids: readonly string[]): GroupRow['standing'] {
    const first = representatives([...new Set(ids)].map((id) => this.subjects.standing(id)));
    return first.map(({ articleId }) => [articleId, this.subjects.packedOf(articleId)]);
  }

  private putGroup(id: Name, row: GroupRow, changed: Set<Name>): void {
    const before = this.tables.get('g', id);
    if (!before || this.looks(before) !== this.looks(row)) changed.add(id);
    this.tables.set('g', id, row);
  }

  private looks({ names, named, standing }: GroupRow): string {
    return JSON.stringify([[...names].sort(), this.kindIn(names, named), standing]);
  }

  private kindIn(names: readonly Name[], named: ReadonlyMap<Kind, number>): Kind {
    const listed = names.find((name) => this.rules.listed.has(name));
    return listed ? this.rules.listed.get(listed)!.kind : kindOf(named);
  }

  private groupOf(name: Name): Name {
    return this.twos.get(name) ?? this.row(name)!.two;
  }

  /** A group as others see it; its row must be loaded. */
  private groupSeen(id: Name): Cluster {
    let seen = this.groups.get(id);
    if (!seen) {
      const { names, named, standing } = this.tables.get('g', id)!;
      for (const [article, packed] of standing) this.subjects.keep(article, packed);
      seen = {
        id,
        kind: this.kindIn(names, named),
        standing: standing.map(([article]): Standing => this.subjects.standing(article)),
        marks: new Set(names.flatMap((name) => this.rules.marks.get(name) ?? [])),
      };
      this.groups.set(id, seen);
    }
    return seen;
  }

  private async decideStories(changed: ReadonlySet<Name>): Promise<void> {
    const names = [...changed].flatMap((id) => this.tables.get('g', id)?.names ?? []);
    await this.tables.load(this.names(names));
    const keys = new Set(this.changes.keys);
    const deciders = new Set<Name>(names);
    for (const name of names) for (const key of foundUnder(factsOf(name, this.row(name)!))) keys.add(key);
    for (const [name, { seeks }] of this.changes.names) if (seeks) deciders.add(name);
    await this.tables.load([...keys].map((key) => ['k', key] as const));
    for (const key of keys) for (const name of this.tables.get('k', key)?.seek ?? []) deciders.add(name);
    await this.tables.load(this.names(deciders));
    const alive = [...deciders].filter((name) => isAlive(this.row(name)));
    const sought = alive
      .map((name) => [name, seeksOf(factsOf(name, this.row(name)!))] as const)
      .filter(([name, seeks]) => seeks.length > 0 || this.row(name)!.story !== null);
    await this.loadFound(sought.flatMap(([, seeks]) => seeks.map(({ key }) => key)));
    await this.tables.load(sought.map(([name]) => ['g', this.groupOf(name)] as const));
    const lookup: Lookup = {
      found: (key) => [...(this.tables.get('k', key)?.found ?? [])],
      cluster: (name) => this.groupSeen(this.groupOf(name)),
    };
    const moved: [Name, Name | null][] = [];
    for (const [name] of sought) {
      const target = storyTarget(factsOf(name, this.row(name)!), lookup);
      if (target !== this.row(name)!.story) moved.push([name, target]);
    }
    for (const name of deciders)
      if (!isAlive(this.row(name)) && this.row(name)?.story) moved.push([name, null]);
    await this.decide(moved, 'story', 'storyOf');
  }

  /** Loads the names found under keys, with their groups. */
  private async loadFound(keys: readonly string[]): Promise<void> {
    await this.tables.load(keys.map((key) => ['k', key] as const));
    const found = keys.flatMap((key) => {
      const names = this.tables.get('k', key)?.found;
      return names && names.size <= LIMITS.found ? [...names] : [];
    });
    await this.tables.load(this.names(found));
    await this.tables.load(found.map((name) => ['g', this.groupOf(name)] as const));
  }

  private async changeClusters(groups: ReadonlySet<Name>): Promise<Regrouped> {
    const was = new Map<Name, { cluster: Name | null; id: string | null }>();
    const old = new Set<Name>();
    for (const name of [...this.region, ...this.ended, ...this.changes.names.keys()]) {
      const three = this.row(name)?.three;
      if (three) old.add(three);
    }
    const made = bySet(this.threes);
    await this.tables.load([...old, ...made.keys()].map((id) => ['c', id] as const));
    for (const name of [...this.region, ...this.ended]) {
      const three = this.row(name)!.three || null;
      was.set(name, { cluster: three, id: three ? (this.tables.get('c', three)?.id ?? null) : null });
    }
    const clusters = new Set<Name>();
    const seen = new Set<Name>();
    const ended = new Map<Name, string | null>();
    for (const [id, names] of made) {
      const before = this.tables.get('c', id);
      const tally = emptyTally();
      for (const name of names) tellAll(tally, this.row(name)!.tally);
      const row: ClusterRow = {
        names: [...names].sort(),
        groups: [...new Set(names.map((name) => this.twos.get(name)!))].sort(),
        tally,
        attached: before?.attached ?? emptyTally(),
        words: before?.words ?? new Map(),
        plain: before?.plain ?? null,
        id: before?.id ?? null,
      };
      clusters.add(id);
      seen.add(id);
      this.tables.set('c', id, row);
    }
    for (const id of old) {
      if (made.has(id)) continue;
      const row = this.tables.get('c', id);
      if (!row) continue;
      if (row.names.some((name) => this.region.has(name) || this.ended.has(name))) {
        ended.set(id, row.plain);
        seen.add(id);
        this.tables.set('c', id, null);
        continue;
      }
      for (const name of row.names) {
        const change = this.changes.names.get(name);
        if (change) tellAll(row.tally, change.tally);
      }
      clusters.add(id);
      this.tables.touch('c', id);
      if (row.groups.some((group) => groups.has(group))) seen.add(id);
    }
    for (const name of this.region) {
      const row = this.row(name)!;
      [row.one, row.two, row.three] = [this.ones.get(name)!, this.twos.get(name)!, this.threes.get(name)!];
      this.tables.touch('n', name);
    }
    for (const name of this.ended) this.tables.set('n', name, null);
    return { was, clusters, ended, seen };
  }
}

const decided = (rows: readonly (readonly [Name, NameRow])[], what: 'variant' | 'story'): Edge[] =>
  rows.flatMap(([name, row]): Edge[] => (row[what] === null ? [] : [[0, name, row[what]]]));

function bySet(sets: ReadonlyMap<Name, Name>): Map<Name, Name[]> {
  const names = new Map<Name, Name[]>();
  for (const [name, id] of sets) {
    const known = names.get(id);
    if (known) known.push(name);
    else names.set(id, [name]);
  }
  return names;
}
