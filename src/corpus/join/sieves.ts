import type { Kind } from '../../extract/types';
import { namesAgree, type PersonName } from '../forms';
import { acronymKey, type Name, type Named, partsOf, personOf, trimmedPerson } from './names';
import { opposed } from './partition';
import type { Standing } from './subject';

/** Cosine of two articles' subjects from which a short form may be joined to a long one. */
export const SAME_STORY = 0.12;
/** The same, where less of the name speaks for it. */
const PART_STORY = 0.25;
/** The same, for an acronym of three letters or more. */
const ACRONYM_STORY = 0.05;
/** By how much the best of several candidates must be nearer than the next. */
const MARGIN = 1.35;

/** A cluster as others see it when they look for whom they belong to. */
export interface Cluster {
  id: string;
  kind: Kind;
  /** The articles that stand for it. */
  standing: readonly Standing[];
  marks: ReadonlySet<string>;
}

/** What all local entities that have a name say of it. */
export interface Facts {
  name: Name;
  /** It is a person's name for one of them; for one, something else's; for one, neither a person's nor a place's. */
  person: boolean;
  other: boolean;
  body: boolean;
  acronym: boolean;
  initials: readonly string[];
  /** One-word forms, folded, of the persons that are counted under it. */
  shorts: readonly string[];
}

/** The keys under which a name is found by those that look for it. */
export function foundUnder({ name, person, other, body, initials, shorts }: Facts): string[] {
  const keys = [...initials.map((i) => `initials:${i}`), ...shorts.map((short) => `short:${short}`)];
  const known = person ? personOf(name) : null;
  if (known) keys.push(`last:${known.last}`, `first:${known.first}`);
  if (other) keys.push(...partsOf(name, body).map((part) => `part:${part}`));
  return keys;
}

/** Whom a name, or a local entity without one, looks for. */
export interface Seek {
  /** The key of `foundUnder`. */
  key: string;
  /** How near the story must be. */
  enough: number;
  /** Which of the names found are candidates; all if left out. */
  names?: (name: Name) => boolean;
  /** Which of the clusters found are candidates; all if left out. */
  clusters?: (found: Cluster, own: Pick<Cluster, 'standing' | 'kind'>) => boolean;
}

/** The sieves of a name by its story, the surest first: the first that finds a cluster counts. */
export function seeksOf({ name, person, other, acronym }: Facts): Seek[] {
  const seeks: Seek[] = [];
  const trimmed = person ? trimmedPerson(name) : null;
  if (trimmed) seeks.push(headlineForm(trimmed));
  if (acronym) {
    const key = acronymKey(name);
    seeks.push({ key: `initials:${key}`, enough: key.length > 2 ? ACRONYM_STORY : SAME_STORY });
  }
  if (other) seeks.push(partOf(name.slice(2)));
  if (other && name.startsWith('s:')) seeks.push(mistakenPerson(name.slice(2)));
  return seeks;
}

/** "Obama Announces" of a headline is "Barack Obama" of the same story. */
const headlineForm = (trimmed: PersonName): Seek => ({
  key: `last:${trimmed.last}`,
  enough: PART_STORY,
  names: (name) => trimmed.words.length === 1 || namesAgree(personOf(name)!, trimmed),
});

/**
 * "Promises" and "Promises Treatment Center", "Saints" and "New Orleans Saints", "Malibu" and "Malibu, California": the
 * shorter begins or ends the longer.
 */
const partOf = (words: string): Seek => ({
  key: `part:${words}`,
  enough: PART_STORY,
  clusters: (found, own) => found.kind === own.kind,
});

/** A person's short form that a reading took for something else. */
const mistakenPerson = (word: string): Seek => ({
  key: `short:${word}`,
  enough: PART_STORY,
  clusters: (found, own) => found.kind === 'person' && own.kind !== 'person' && !shareArticle(found, own),
});

/**
 * The sieves of a local entity that is known by one word only: a person's family name, or given name where nobody has
 * the family name; of others a part. They look among all clusters of names.
 */
export const seeksOfWord = ({ kind }: Pick<Named, 'kind'>, word: string): [Seek, ...Seek[]] =>
  kind === 'person'
    ? [
        { key: `last:${word}`, enough: SAME_STORY },
        { key: `first:${word}`, enough: SAME_STORY },
      ]
    : [partOf(word)];

/** The same word in the same story is one entity, though one reading took it for another kind than the other. */
export const otherKind = (
  cluster: Cluster,
  own: Pick<Cluster, 'standing' | 'marks'>,
  near: (other: Cluster) => number,
): boolean =>
  cluster.kind !== 'person' &&
  !shareArticle(cluster, own) &&
  nearest(own, [cluster], PART_STORY, near) !== null;

const shareArticle = (a: Pick<Cluster, 'standing'>, b: Pick<Cluster, 'standing'>): boolean =>
  a.standing.some((x) => b.standing.some((y) => x.articleId === y.articleId));

/**
 * The candidate whose articles are nearest in subject (`near`: `Nearness` of one's own articles), if near enough and clearly
 * nearer than any other; else null.
 */
export function nearest(
  own: Pick<Cluster, 'marks'>,
  candidates: Iterable<Cluster>,
  enough: number,
  near: (other: Cluster) => number,
): Cluster | null {
  const fitting = [...candidates].filter(({ marks }) => !opposed(own.marks, marks));
  const ranked = fitting.map((cluster) => ({ cluster, near: near(cluster) })).sort((a, b) => b.near - a.near);
  const [best, next] = ranked;
  if (!best || best.near < enough) return null;
  return next && best.near < next.near * MARGIN ? null : best.cluster;
}

/** A person's name with the cluster that it is in. */
export interface PersonIn {
  name: Name;
  person: PersonName;
  cluster: string;
}

/**
 * "George W. Bush" and "George Bush", "Iwaya Takeshi" and "Takeshi Iwaya": of the names with the same family name, or the
 * same two words, the smallest that agrees, if all that agree are of one other cluster; else null.
 */
export function variantOf({ person, cluster }: PersonIn, others: readonly PersonIn[]): Name | null {
  const fitting = others.filter((other) => other.cluster !== cluster && namesAgree(person, other.person));
  const [first] = fitting;
  if (!first || fitting.some((other) => other.cluster !== first.cluster)) return null;
  return fitting.reduce((least, { name }) => (name < least ? name : least), first.name);
}

/** The name of a person's two words in the other order; null if there are not two. */
export const turned = ({ words, first, last }: PersonName): Name | null =>
  words.length === 2 ? `m:${last} ${first}` : null;
