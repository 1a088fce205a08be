import type { Kind } from '../../extract/types';
import { KINDS } from '../../extract/types';
import { cleanAlias, nameKey, trimOrdinary } from '../forms';
import type { CuratedEntity } from '../types';
import { hash } from './subject';
import type { ContributedEntity, JoinedEntity } from './types';

/** What the local entities of a cluster are called, counted; what is not there has no entry. */
export interface Tally {
  forms: Map<string, number>;
  /** Fullest names, with how many local entities have each. */
  names: Map<string, number>;
  votes: Map<Kind, number>;
}

export const emptyTally = (): Tally => ({ forms: new Map(), names: new Map(), votes: new Map() });

/** What a local entity is counted by. */
export type Counted = Pick<ContributedEntity, 'kind' | 'name' | 'forms' | 'named'>;

/** Counts a local entity, or with −1 takes it back. */
export function tell(tally: Tally, { kind, name, forms, named }: Counted, times = 1): void {
  count(tally.votes, kind, times * (named + 0.5));
  count(tally.names, cleanAlias(name) ?? name, times);
  for (const [form, often] of forms) count(tally.forms, form, times * often);
}

/** Counts all that another has counted, or with −1 takes it back. */
export function tellAll(tally: Tally, { forms, names, votes }: Tally, times = 1): void {
  for (const [form, often] of forms) count(tally.forms, form, times * often);
  for (const [name, often] of names) count(tally.names, name, times * often);
  for (const [kind, often] of votes) count(tally.votes, kind, times * often);
}

/** Adds to a count; none is left where it comes to 0. */
export function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

/** The kind with the most mentions by name; among equals the first of `KINDS`. */
export function kindOf(votes: ReadonlyMap<Kind, number>): Kind {
  return [...KINDS].sort((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0))[0]!;
}

/** Of the articles' fullest forms of several words the one most used; among equals the longest. */
export function fullest({ names, forms }: Tally): string {
  const words = (form: string) => Math.min(2, form.split(/\s+/).length);
  return [...names.keys()].sort(
    (a, b) =>
      words(b) - words(a) ||
      (forms.get(b) ?? 0) - (forms.get(a) ?? 0) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  )[0]!;
}

/** The entity of a cluster but for its id: what the curated list says, else what its articles say most. */
export function describe(
  tally: Tally,
  listed: CuratedEntity | undefined,
  called: string | undefined,
): Pick<JoinedEntity, 'kind' | 'name' | 'aliases' | 'wikidata' | 'curated'> {
  const name = called ?? listed?.name ?? fullest(tally);
  const { forms } = tally;
  const given = listed ? [listed.name, ...listed.aliases].map((form) => form.trim()) : [];
  const found = [...forms]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([form]) => form)
    .filter((form) => !forms.has(trimOrdinary(form) ?? ''));
  return {
    kind: listed?.kind ?? kindOf(tally.votes),
    name,
    aliases: [...new Set([...given, ...found])].filter((form) => form !== name),
    ...(listed?.wikidata ? { wikidata: listed.wikidata } : {}),
    ...(listed ? { curated: true as const } : {}),
  };
}

/** The id that an entity has where no other wants it: its kind and the words of its name. */
export function plainId(kind: Kind, name: string): string {
  const words = nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${kind}:${words || 'unnamed'}`;
}

/** Who wants a plain id: a cluster, by its smallest member, and whether more than one word speaks for it. */
export interface Claim {
  member: string;
  strong: boolean;
}

/**
 * The id of each that claims one plain id. The only one has it as it is; so has the only one that is known by more than
 * single words. All others have an ending of their own, made from their smallest member, so that it hangs on no order.
 */
export function idsOf(plain: string, claims: readonly Claim[], taken: boolean): string[] {
  const strong = claims.filter((claim) => claim.strong);
  const owner = taken ? null : claims.length === 1 ? claims[0] : strong.length === 1 ? strong[0] : null;
  return claims.map((claim) => (claim === owner ? plain : `${plain}-${ending(claim.member)}`));
}

/** 64 bits of hash in letters and digits: no two members of a library share it. */
const ending = (member: string): string =>
  [1, 2].map((seed) => (hash(member, seed) >>> 0).toString(36)).join('');

/** What an article's mention of an entity weighs, by its place among the article's entities; exact in sums. */
export const weightOf = (rank: number): number => Math.round(2 ** 20 / (rank + 1)) / 2 ** 20;
