import type { CuratedEntity } from '../types';
import { describe, emptyTally, idsOf, plainId, type Tally, tell, weightOf } from './entity';
import type { Member } from './name-table';
import type { Name } from './names';
import type { Rules } from './rules';
import type { Contribution, JoinedEntity, Links } from './types';

/** Entities over articles, and by article who its entities are. */
export interface Joined {
  entities: Map<string, JoinedEntity>;
  links: Map<string, Links>;
}

/** Local entities that are one. */
export interface Group {
  /** The smallest of its names; null for those known by one word only. */
  id: Name | null;
  /** Names by which corrections may call it. */
  names: readonly Name[];
  members: readonly Member[];
}

interface Described {
  group: Group;
  plain: string;
  member: string;
  strong: boolean;
  listed: CuratedEntity | undefined;
  entity: Omit<JoinedEntity, 'id' | 'weight' | 'articles'>;
}

/** The entities of groups, and the links to them. Groups that nobody names, and no list, are none. */
export function joinedOf(
  groups: readonly Group[],
  contributions: readonly Contribution[],
  rules: Rules,
): Joined {
  const joined: Joined = {
    entities: new Map(),
    links: new Map(contributions.map(({ articleId }) => [articleId, {}])),
  };
  const claims = new Map<string, Described[]>();
  for (const group of groups) {
    if (group.members.length === 0 && !group.names.some((name) => rules.listed.has(name))) continue;
    const described = describedBy(group, rules);
    const known = claims.get(described.plain);
    if (described.listed) take(described, described.listed.id, joined);
    else if (known) known.push(described);
    else claims.set(described.plain, [described]);
  }
  const taken = new Set([...rules.listed.values()].map(({ id }) => id));
  for (const [plain, all] of claims)
    for (const [i, id] of idsOf(plain, all, taken.has(plain)).entries()) take(all[i]!, id, joined);
  return joined;
}

function describedBy(group: Group, rules: Rules): Described {
  const tally = emptyTally();
  for (const { local } of group.members) tell(tally, local);
  const listed = group.names.flatMap((name) => rules.listed.get(name) ?? [])[0];
  const { entity, plain } = entityOf(tally, listed, calledOf(group.names, rules));
  const member =
    group.id ?? group.members.map(({ member }) => member).reduce((least, key) => (key < least ? key : least));
  return { group, plain, member, strong: group.id !== null, listed, entity };
}

/** What an entity is by its tally, and the plain id that it would have; a name that a correction gives it changes no id. */
export function entityOf(
  tally: Tally,
  listed: CuratedEntity | undefined,
  called: string | undefined,
): { entity: Described['entity']; plain: string } {
  const own = describe(tally, listed, undefined);
  return {
    entity: called === undefined ? own : describe(tally, listed, called),
    plain: plainId(own.kind, own.name),
  };
}

/** What the corrections call a cluster of these names: the latest counts. */
export function calledOf(names: readonly Name[], { called }: Rules): string | undefined {
  return names.flatMap((name) => called.get(name) ?? []).sort((a, b) => b.order - a.order)[0]?.name;
}

function take({ group, entity }: Described, id: string, { entities, links }: Joined): void {
  const ranks = new Map<string, number>();
  for (const { standing, local } of group.members) {
    links.get(standing.articleId)![local.id] = id;
    ranks.set(standing.articleId, Math.min(ranks.get(standing.articleId) ?? local.rank, local.rank));
  }
  const weight = [...ranks.values()].reduce((sum, rank) => sum + weightOf(rank), 0);
  entities.set(id, { id, ...entity, weight, articles: ranks.size });
}
