import type { Kind } from '../../extract/types';
import { count, emptyTally, type Tally, tell } from './entity';
import { LIMITS } from './limits';
import { changeLists, emptyList, firstByPlace, firstIn, type ListChange } from './lists';
import { type Name, shortForms } from './names';
import { type Bearing, bearingOf, bearingOfListed, namedBy, type Rules } from './rules';
import { type Facts, foundUnder, seeksOf } from './sieves';
import type { NameRow, Tables } from './tables';
import type { ContributedEntity, Contribution } from './types';

/** What a change of articles changes of names, before anything is decided. */
export interface NameChanges {
  /** Names of which anything was said or taken back. */
  names: ReadonlyMap<Name, NameChange>;
  /** Names with an equal name more or less, and names that have come or gone. */
  linked: ReadonlySet<Name>;
  /** Keys under which others are found than before. */
  keys: ReadonlySet<string>;
  /** Local entities known by one word that go, and that come. */
  gone: LoneChange[];
  come: LoneChange[];
}

export interface NameChange {
  wasPerson: boolean;
  /** What it seeks is other than before. */
  seeks: boolean;
  /** What the local entities that are counted under it say more (or less). */
  tally: Tally;
  named: Map<Kind, number>;
  articles: Map<string, 1 | null>;
}

export interface LoneChange {
  articleId: string;
  local: ContributedEntity;
  word: string | null;
}

interface Before {
  alive: boolean;
  found: string[];
  seeks: string[];
}

const newName = (): NameRow => ({
  listed: 0,
  said: 0,
  person: 0,
  other: 0,
  body: 0,
  acronym: 0,
  initials: new Map(),
  shorts: new Map(),
  tally: emptyTally(),
  named: new Map(),
  articles: emptyList(),
  first: [],
  read: new Map(),
  taken: new Map(),
  beside: new Map(),
  variant: null,
  variantOf: new Set(),
  story: null,
  storyOf: new Set(),
  one: '',
  two: '',
  three: '',
});

/** Whether anybody has a name. */
export const isAlive = (row: NameRow | undefined): row is NameRow =>
  row !== undefined && row.said + row.listed > 0;

export const factsOf = (name: Name, row: NameRow): Facts => ({
  name,
  person: row.person > 0,
  other: row.other > 0,
  body: row.body > 0,
  acronym: row.acronym > 0,
  initials: [...row.initials.keys()],
  shorts: [...row.shorts.keys()],
});

/** Takes back what some articles have said of names, and lets others say what they say; updates the rows of names and keys. */
export class NameChanger {
  private readonly before = new Map<Name, Before>();
  private readonly changes = new Map<Name, NameChange>();
  private readonly linked = new Set<Name>();
  private readonly edges = new Map<string, boolean>();
  private readonly gone: LoneChange[] = [];
  private readonly come: LoneChange[] = [];

  constructor(
    private readonly tables: Tables,
    private readonly rules: Rules,
  ) {}

  async change(
    out: readonly Contribution[],
    into: readonly Contribution[],
    unlist: readonly Name[],
    list: readonly Name[],
  ): Promise<NameChanges> {
    const bearings = [...out, ...into].flatMap(({ locals }) =>
      locals.map((local) => bearingOf(local, this.rules)),
    );
    const listed = [...unlist, ...list].map((name) =>
      bearingOfListed(this.rules.listed.get(name)!, this.rules),
    );
    const names = new Set<Name>([...unlist, ...list]);
    for (const { primary, names: own, taken } of [...bearings, ...listed])
      for (const name of [primary, taken, ...own.keys()]) if (name) names.add(name);
    await this.tables.load([...names].map((name) => ['n', name] as const));
    for (const name of unlist) this.list(name, -1);
    for (const name of list) this.list(name, 1);
    for (const contribution of out) this.tell(contribution, -1);
    for (const contribution of into) this.tell(contribution, 1);
    await this.changeArticles();
    return {
      names: this.changes,
      linked: this.linked,
      keys: await this.changeKeys(),
      gone: this.gone,
      come: this.come,
    };
  }

  private row(name: Name): NameRow {
    let row = this.tables.get('n', name);
    if (!this.before.has(name)) {
      const facts = isAlive(row) ? factsOf(name, row) : null;
      this.before.set(name, {
        alive: facts !== null,
        found: facts ? foundUnder(facts) : [],
        seeks: facts ? seeksOf(facts).map(({ key }) => key) : [],
      });
      this.changes.set(name, {
        wasPerson: facts?.person ?? false,
        seeks: false,
        tally: emptyTally(),
        named: new Map(),
        articles: new Map(),
      });
    }
    if (!row) {
      row = newName();
      this.tables.set('n', name, row);
    }
    this.tables.touch('n', name);
    return row;
  }

  private list(name: Name, times: 1 | -1): void {
    const entry = this.rules.listed.get(name)!;
    const row = this.row(name);
    row.listed += times;
    for (const short of shortForms(namedBy(entry))) count(row.shorts, short, times);
    const { names } = bearingOfListed(entry, this.rules);
    this.say(names, times);
    for (const other of names.keys()) {
      count(this.row(other).beside, name, times);
      this.linked.add(other);
    }
    this.linked.add(name);
  }

  private tell({ articleId, locals }: Contribution, times: 1 | -1): void {
    for (const local of locals) {
      const bearing = bearingOf(local, this.rules);
      const { primary, names, taken, word } = bearing;
      if (primary === null) {
        (times > 0 ? this.come : this.gone).push({ articleId, local, word });
        continue;
      }
      const row = this.row(primary);
      const change = this.changes.get(primary)!;
      for (const tally of [row.tally, change.tally]) tell(tally, local, times);
      for (const named of [row.named, change.named]) count(named, local.kind, times * local.named);
      change.articles.set(articleId, times > 0 ? 1 : null);
      for (const short of shortForms(local)) count(row.shorts, short, times);
      this.say(names, times);
      for (const other of names.keys()) if (other !== primary) this.link(primary, other, 'read', times);
      if (taken && taken !== primary) this.link(primary, taken, 'taken', times);
    }
  }

  private say(names: Bearing['names'], times: 1 | -1): void {
    for (const [name, { person, body, acronym, initials }] of names) {
      const row = this.row(name);
      row.said += times;
      row.person += times * Number(person);
      row.other += times * Number(!person);
      row.body += times * Number(body);
      row.acronym += times * Number(acronym);
      for (const one of initials) count(row.initials, one, times);
    }
  }

  private link(from: Name, to: Name, how: 'read' | 'taken', times: 1 | -1): void {
    const row = this.row(from);
    const edge = `${how}\0${from}\0${to}`;
    if (!this.edges.has(edge)) this.edges.set(edge, row[how].has(to));
    count(row[how], to, times);
    count(this.row(to).beside, from, times);
  }

  private async changeArticles(): Promise<void> {
    const lists: ListChange<1>[] = [];
    for (const [name, { articles }] of this.changes)
      if (articles.size > 0)
        lists.push({ of: `n:${name}`, list: this.row(name).articles, changes: articles });
    await changeLists(this.tables, lists);
    for (const [name, { articles }] of this.changes) {
      if (articles.size === 0) continue;
      const row = this.row(name);
      const known = new Set(row.first);
      const lost = [...articles].some(([id, there]) => there === null && known.has(id));
      const come = [...articles].flatMap(([id, there]) => (there ? [id] : []));
      row.first = lost
        ? await firstIn(this.tables, `n:${name}`, row.articles, LIMITS.representatives)
        : firstByPlace(new Set([...row.first, ...come]), LIMITS.representatives);
    }
  }

  /** Updates who is found under keys and who seeks them. */
  private async changeKeys(): Promise<Set<string>> {
    for (const [edge, was] of this.edges) {
      const [how, from, to] = edge.split('\0') as ['read' | 'taken', Name, Name];
      if (this.row(from)[how].has(to) !== was) this.linked.add(from).add(to);
    }
    const moves: [name: Name, key: string, what: 'found' | 'seek', there: boolean][] = [];
    for (const [name, before] of this.before) {
      const row = this.row(name);
      const alive = isAlive(row);
      if (alive !== before.alive) this.linked.add(name);
      const facts = alive ? factsOf(name, row) : null;
      const now = {
        found: facts ? foundUnder(facts) : [],
        seek: facts ? seeksOf(facts).map(({ key }) => key) : [],
      };
      for (const [what, had] of [
        ['found', before.found],
        ['seek', before.seeks],
      ] as const) {
        for (const key of now[what]) if (!had.includes(key)) moves.push([name, key, what, true]);
        for (const key of had) if (!now[what].includes(key)) moves.push([name, key, what, false]);
      }
      this.changes.get(name)!.seeks = JSON.stringify(now.seek) !== JSON.stringify(before.seeks);
    }
    await this.tables.load(moves.map(([, key]) => ['k', key] as const));
    const changed = new Set<string>();
    for (const [name, key, what, there] of moves) {
      const row = this.tables.get('k', key) ?? { found: new Set(), seek: new Set(), lone: 0 };
      if (there) row[what].add(name);
      else row[what].delete(name);
      this.tables.set('k', key, row.found.size + row.seek.size + row.lone > 0 ? row : null);
      if (what === 'found') changed.add(key);
    }
    return changed;
  }
}
