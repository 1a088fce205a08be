import { kindOf } from './entity';
import { type Name, type Saying, shortForms } from './names';
import type { Partition } from './partition';
import { type Bearing, bearingOf, bearingOfListed, namedBy, type Rules } from './rules';
import type { Cluster, Facts } from './sieves';
import { representatives, type Standing, standingOf } from './subject';
import type { ContributedEntity, Contribution } from './types';

/** A local entity of an article with where it stands. */
export interface Member {
  /** Of article and local entity (`memberKey`). */
  member: string;
  local: ContributedEntity;
  bearing: Bearing;
  standing: Standing;
}

/** A local entity of a library. */
export const memberKey = (articleId: string, local: string): string => `${articleId}\0${local}`;

/** A name with what all local entities say of it. */
interface Entry extends Facts {
  initials: string[];
  shorts: string[];
  /** Those that are counted under it. */
  members: Member[];
}

/** Two names that are one, the surest first. */
export type Edge = readonly [order: number, from: Name, to: Name];

/** How sure two names are one: a correction says so; a curated entry has both; an article does; the list alone has the form. */
export const SURE = { corrected: 0, listed: 1e6, read: 2e6, taken: 3e6 } as const;

/** All names of a library, and the local entities under them. */
export class NameTable {
  readonly entries = new Map<Name, Entry>();
  readonly edges: Edge[] = [];
  /** Local entities without a name of their own. */
  readonly nameless: Member[] = [];

  constructor(
    contributions: readonly Contribution[],
    private readonly rules: Rules,
  ) {
    let order = SURE.listed;
    for (const [name, listed] of rules.listed) {
      const { names } = bearingOfListed(listed, rules);
      add(this.entry(name).shorts, shortForms(namedBy(listed)));
      this.say(names);
      for (const other of names.keys()) this.edges.push([order, name, other]);
      order++;
    }
    for (const contribution of contributions) {
      const standing = standingOf(contribution);
      for (const local of contribution.locals)
        this.take({
          member: memberKey(contribution.articleId, local.id),
          local,
          bearing: bearingOf(local, rules),
          standing,
        });
    }
    rules.one.forEach(([a, b], i) => {
      if (this.entries.has(a) && this.entries.has(b)) this.edges.push([SURE.corrected + i, a, b]);
    });
  }

  private take(member: Member): void {
    const { primary, names, taken } = member.bearing;
    if (primary === null) {
      this.nameless.push(member);
      return;
    }
    const entry = this.entry(primary);
    entry.members.push(member);
    add(entry.shorts, shortForms(member.local));
    this.say(names);
    for (const other of names.keys()) if (other !== primary) this.edges.push([SURE.read, primary, other]);
    if (taken && taken !== primary) this.edges.push([SURE.taken, primary, taken]);
  }

  private entry(name: Name): Entry {
    let entry = this.entries.get(name);
    if (!entry) {
      entry = {
        name,
        person: false,
        other: false,
        body: false,
        acronym: false,
        initials: [],
        shorts: [],
        members: [],
      };
      this.entries.set(name, entry);
    }
    return entry;
  }

  private say(names: ReadonlyMap<Name, Saying>): void {
    for (const [name, { person, body, acronym, initials }] of names) {
      const entry = this.entry(name);
      entry.person ||= person;
      entry.other ||= !person;
      entry.body ||= body;
      entry.acronym ||= acronym;
      add(entry.initials, initials);
    }
  }

  /** By name, the clusters of a partition of the names, as others see them. */
  clusters(partition: Partition): ReadonlyMap<Name, Cluster> {
    const clusters = new Map<Name, Cluster>();
    for (const [id, names] of partition.sets()) {
      const members = names.flatMap((name) => this.entries.get(name)!.members);
      const listed = names.flatMap((name) => this.rules.listed.get(name) ?? [])[0];
      const cluster = {
        id,
        kind: listed?.kind ?? kindOf(votesOf(members.map(({ local }) => local))),
        standing: representatives(members.map(({ standing }) => standing)),
        marks: partition.marksOf(id),
      };
      for (const name of names) clusters.set(name, cluster);
    }
    return clusters;
  }
}

function votesOf(locals: readonly ContributedEntity[]): Map<ContributedEntity['kind'], number> {
  const votes = new Map<ContributedEntity['kind'], number>();
  for (const { kind, named } of locals) votes.set(kind, (votes.get(kind) ?? 0) + named);
  return votes;
}

function add(list: string[], more: readonly string[]): void {
  for (const one of more) if (!list.includes(one)) list.push(one);
}
