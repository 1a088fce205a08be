import { emptyTally, idsOf, tell, tellAll, weightOf } from './entity';
import { calledOf, entityOf } from './joined';
import { allIn } from './lists';
import type { Resettled } from './lone';
import { memberKey } from './name-table';
import type { Name } from './names';
import type { Regrouped } from './regroup';
import { bearingOf, type Rules } from './rules';
import type { Lone, Tables } from './tables';
import type { Contribution, JoinedEntity, JoinStore, Links } from './types';

type Told = ReturnType<typeof entityOf>['entity'];

/** Writes entities and links where a change of clusters changes them. */
export class Outcome {
  /** By id, what an entity is now. */
  private readonly told = new Map<string, Told>();
  /** By article, the new entity of those that are counted under a name, and of those known by one word. */
  private readonly byName = new Map<string, Map<Name, string>>();
  private readonly byMember = new Map<string, Map<string, string>>();
  private readonly plains = new Set<string>();
  private unlisted: ReadonlySet<string> = new Set();

  constructor(
    private readonly store: JoinStore,
    private readonly tables: Tables,
    private readonly rules: Rules,
    private readonly regrouped: Regrouped,
    private readonly resettled: Resettled,
  ) {}

  /** Needs the articles that were there, with what they say, and those that come. */
  async settle(
    out: readonly Contribution[],
    into: readonly Contribution[],
    unlist: readonly Name[],
  ): Promise<void> {
    this.unlisted = new Set(unlist.map((name) => this.rules.listed.get(name)!.id));
    const clusters = await this.clustersTold();
    const groups = await this.groupsTold();
    const renamed = await this.giveIds();
    await this.move(clusters, groups, renamed);
    await this.write(out, into);
  }

  /** Claims ids for clusters that are told of otherwise. */
  private async clustersTold(): Promise<Set<Name>> {
    const clusters = new Set([...this.regrouped.clusters, ...this.resettled.clusters]);
    await this.tables.load([...clusters].map((id) => ['c', id] as const));
    const claims: [plain: string | null, was: string | null, member: string][] = [];
    for (const [id, plain] of this.regrouped.ended) claims.push([null, plain, id]);
    for (const id of clusters) {
      const row = this.tables.get('c', id);
      if (!row) continue;
      const plain = this.tellCluster(id);
      claims.push([plain, row.plain, id]);
      row.plain = plain;
      this.tables.touch('c', id);
    }
    await this.claim(claims, true);
    return clusters;
  }

  /** What a cluster is now, and the plain id that it claims; null where a list gives its id, or nobody names it. */
  private tellCluster(id: Name): string | null {
    const row = this.tables.get('c', id)!;
    const listed = row.names.flatMap((name) => this.rules.listed.get(name) ?? [])[0];
    const tally = emptyTally();
    tellAll(tally, row.tally);
    tellAll(tally, row.attached);
    if (!listed && tally.names.size === 0) {
      row.id = null;
      return null;
    }
    const { entity, plain } = entityOf(tally, listed, calledOf(row.names, this.rules));
    this.clusterTold.set(id, entity);
    if (!listed) return plain;
    if (row.id !== null && row.id !== listed.id) this.relisted.add(id);
    row.id = listed.id;
    this.told.set(listed.id, entity);
    return null;
  }

  /** Clusters that had another id before a listed entity came to them; those attached to them follow. */
  private readonly relisted = new Set<Name>();
  private readonly clusterTold = new Map<Name, Told>();
  private readonly groupTold = new Map<string, Told>();

  private async groupsTold(): Promise<Set<string>> {
    await this.tables.load([...this.resettled.groups.keys()].map((id) => ['l', id] as const));
    const claims: [plain: string | null, was: string | null, member: string][] = [];
    for (const [id, group] of this.resettled.groups) {
      const was = this.tables.get('l', id)?.plain ?? null;
      if (group === null) {
        claims.push([null, was, id]);
        this.tables.set('l', id, null);
        continue;
      }
      const plain = this.tellGroup(id, group.word, group.members);
      claims.push([plain, was, id]);
      this.tables.set('l', id, { word: group.word, plain, id: this.tables.get('l', id)?.id ?? '' });
    }
    await this.claim(claims, false);
    return new Set(this.resettled.groups.keys());
  }

  private tellGroup(id: string, word: string, members: readonly Lone[]): string {
    const tally = emptyTally();
    for (const { local } of members) tell(tally, local);
    const { entity, plain } = entityOf(
      tally,
      undefined,
      calledOf(word.startsWith('p:') ? [word] : [], this.rules),
    );
    this.groupTold.set(id, entity);
    return plain;
  }

  private async claim(
    claims: readonly (readonly [plain: string | null, was: string | null, member: string])[],
    strong: boolean,
  ): Promise<void> {
    const moved = claims.filter(([plain, was]) => plain !== was);
    for (const [plain] of claims) if (plain !== null) this.plains.add(plain);
    for (const [plain, was] of moved) for (const one of [plain, was]) if (one !== null) this.plains.add(one);
    await this.tables.load([...this.plains].map((plain) => ['b', plain] as const));
    for (const [plain, was, member] of moved) {
      if (was !== null)
        this.tables.set(
          'b',
          was,
          (this.tables.get('b', was) ?? []).filter((one) => one.member !== member),
        );
      if (plain !== null)
        this.tables.set('b', plain, [...(this.tables.get('b', plain) ?? []), { member, strong }]);
    }
  }

  /** Gives ids wherever claims have changed; tells who has another id than before. */
  private async giveIds(): Promise<{ clusters: Set<Name>; groups: Set<string> }> {
    const all = [...this.plains].map((plain) => [plain, this.tables.get('b', plain) ?? []] as const);
    await this.tables.load(
      all.flatMap(([, claims]) =>
        claims.map(({ member, strong }) => [strong ? ('c' as const) : ('l' as const), member] as const),
      ),
    );
    const taken = new Set([...this.rules.listed.values()].map(({ id }) => id));
    const renamed = { clusters: new Set(this.relisted), groups: new Set<string>() };
    for (const [plain, claims] of all) {
      if (claims.length === 0) this.tables.set('b', plain, null);
      idsOf(plain, claims, taken.has(plain)).forEach((id, i) => {
        const { member, strong } = claims[i]!;
        const row = strong ? this.tables.get('c', member)! : this.tables.get('l', member)!;
        if (row.id !== id) {
          (strong ? renamed.clusters : renamed.groups).add(member);
          row.id = id;
          this.tables.touch(strong ? 'c' : 'l', member);
        }
      });
    }
    return renamed;
  }

  /** Finds out whose links change. */
  private async move(
    clusters: ReadonlySet<Name>,
    groups: ReadonlySet<string>,
    renamed: { clusters: ReadonlySet<Name>; groups: ReadonlySet<string> },
  ): Promise<void> {
    for (const id of renamed.clusters) if (!this.clusterTold.has(id)) this.tellCluster(id);
    for (const id of [...clusters, ...renamed.clusters]) {
      const entityId = this.tables.get('c', id)?.id;
      const told = this.clusterTold.get(id);
      if (entityId && told) this.told.set(entityId, told);
    }
    const moved = new Set<Name>();
    for (const [name, was] of this.regrouped.was) {
      const row = this.tables.get('n', name);
      if (row && this.tables.get('c', row.three)!.id !== was.id) moved.add(name);
    }
    for (const id of renamed.clusters) for (const name of this.tables.get('c', id)!.names) moved.add(name);
    await this.tables.load([...moved].map((name) => ['n', name] as const));
    for (const name of moved) {
      const row = this.tables.get('n', name)!;
      const entityId = this.tables.get('c', row.three)!.id;
      if (entityId)
        for (const article of (await allIn(this.tables, `n:${name}`, row.articles)).keys())
          this.put(this.byName, article, name, entityId);
    }
    await this.moveWords(groups, renamed);
  }

  private async moveWords(
    groups: ReadonlySet<string>,
    renamed: { clusters: ReadonlySet<Name>; groups: ReadonlySet<string> },
  ): Promise<void> {
    const words = new Set<string>();
    for (const id of renamed.clusters)
      for (const word of this.tables.get('c', id)!.words.keys()) words.add(word);
    for (const id of renamed.groups) words.add(this.tables.get('l', id)!.word);
    await this.tables.load([...words].map((word) => ['w', word] as const));
    const found = new Map<string, Lone[]>();
    for (const word of words) {
      const row = this.tables.get('w', word)!;
      for (const [member, lone] of await allIn(this.tables, `w:${word}`, row.lone)) {
        if (lone.to !== null && renamed.clusters.has(lone.to))
          this.resettled.settled.set(member, { cluster: lone.to });
        if (lone.group === null || !renamed.groups.has(lone.group)) continue;
        this.resettled.settled.set(member, { group: lone.group });
        const known = found.get(lone.group);
        if (known) known.push(lone);
        else found.set(lone.group, [lone]);
      }
    }
    for (const [id, members] of found)
      if (!this.groupTold.has(id)) this.tellGroup(id, this.tables.get('l', id)!.word, members);
    for (const id of [...groups, ...renamed.groups]) {
      const row = this.tables.get('l', id);
      if (row) this.told.set(row.id, this.groupTold.get(id)!);
    }
    for (const [member, at] of this.resettled.settled) {
      const id = 'cluster' in at ? this.tables.get('c', at.cluster)!.id! : this.tables.get('l', at.group)!.id;
      this.put(this.byMember, member.split('\0')[0]!, member, id);
    }
  }

  private put(into: Map<string, Map<string, string>>, article: string, what: string, id: string): void {
    const known = into.get(article);
    if (known) known.set(what, id);
    else into.set(article, new Map([[what, id]]));
  }

  /** Writes the links that have changed, and counts entities by them. */
  private async write(out: readonly Contribution[], into: readonly Contribution[]): Promise<void> {
    const left = new Map(out.map((contribution) => [contribution.articleId, contribution]));
    const come = new Map(into.map((contribution) => [contribution.articleId, contribution]));
    const patched = [...new Set([...this.byName.keys(), ...this.byMember.keys()])].filter(
      (id) => !come.has(id) && !left.has(id),
    );
    const contributions = new Map(come);
    const stored = await this.store.get('contributions', patched);
    for (const [i, id] of patched.entries()) contributions.set(id, stored[i]!);
    const articles = [...new Set([...left.keys(), ...contributions.keys()])];
    const known = await this.store.get('links', articles);
    const counts = new Map<string, { weight: number; articles: number }>();
    const add = (links: Links, { locals }: Contribution, times: 1 | -1) => {
      const ranks = new Map<string, number>();
      for (const { id, rank } of locals) {
        const entity = links[id];
        if (entity !== undefined) ranks.set(entity, Math.min(ranks.get(entity) ?? rank, rank));
      }
      for (const [entity, rank] of ranks) {
        const sum = counts.get(entity) ?? { weight: 0, articles: 0 };
        counts.set(entity, { weight: sum.weight + times * weightOf(rank), articles: sum.articles + times });
      }
    };
    for (const [i, articleId] of articles.entries()) {
      const before = known[i];
      const now = contributions.get(articleId);
      const were = left.get(articleId) ?? now;
      if (before && were) add(before, were, -1);
      if (!now) {
        this.store.put('links', articleId, null);
        continue;
      }
      const links = this.linksOf(now, come.has(articleId) ? {} : { ...before });
      add(links, now, 1);
      this.store.put('links', articleId, links);
    }
    await this.writeEntities(counts);
  }

  private linksOf(contribution: Contribution, links: Links): Links {
    const { articleId, locals } = contribution;
    const names = this.byName.get(articleId);
    const members = this.byMember.get(articleId);
    for (const local of locals) {
      const { primary } = bearingOf(local, this.rules);
      const id =
        primary === null
          ? members?.get(memberKey(articleId, local.id))
          : (names?.get(primary) ?? this.freshId(primary, links[local.id]));
      if (id !== undefined) links[local.id] = id;
    }
    return links;
  }

  /** The entity of a name in an article that is new. */
  private freshId(name: Name, known: string | undefined): string | undefined {
    if (known !== undefined || !this.tables.has('n', name)) return undefined;
    return this.tables.get('c', this.tables.get('n', name)!.three)!.id!;
  }

  private async writeEntities(
    counts: ReadonlyMap<string, { weight: number; articles: number }>,
  ): Promise<void> {
    const ids = [...new Set([...counts.keys(), ...this.told.keys(), ...this.unlisted])];
    const rows = await this.store.get('entities', ids);
    const listed = new Set(
      [...this.rules.listed.values()].flatMap(({ id }) => (this.unlisted.has(id) ? [] : id)),
    );
    ids.forEach((id, i) => {
      const before = rows[i];
      const told = this.told.get(id);
      const sum = counts.get(id);
      const weight = (before?.weight ?? 0) + (sum?.weight ?? 0);
      const articles = (before?.articles ?? 0) + (sum?.articles ?? 0);
      if (articles === 0 && !listed.has(id)) this.store.put('entities', id, null);
      else if (told) this.store.put('entities', id, { id, ...told, weight, articles });
      else this.store.put('entities', id, { ...(before as JoinedEntity), weight, articles });
    });
  }
}
