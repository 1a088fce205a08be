import { LIMITS } from './limits';
import type { Name } from './names';
import { onlyListed, type Rules } from './rules';
import { type Cluster, type Facts, nearest, otherKind, type Seek, seeksOf, seeksOfWord } from './sieves';
import { type Standing, termsOfName } from './subject';
import type { ContributedEntity } from './types';

/** Where the sieves by story look. */
export interface Lookup {
  /** The names found under a key (`foundUnder`). */
  found(key: string): readonly Name[];
  /** The cluster that a name is in; undefined where nobody has the name. */
  cluster(name: Name): Cluster | undefined;
}

/** Of whom a name is by its story: the smallest name found in that cluster; null for nobody. */
export function storyTarget(facts: Facts, lookup: Lookup): Name | null {
  const own = lookup.cluster(facts.name)!;
  for (const seek of seeksOf(facts)) {
    const found = candidates(seek, lookup, own);
    const best = nearest(own, found.keys(), seek.enough, termsOfName(facts.name.slice(2)));
    if (best) return found.get(best)!;
  }
  return null;
}

/** Of whom a local entity is that is known by one word only: the id of the cluster; null for nobody. */
export function bearerOf(
  local: ContributedEntity,
  word: string,
  standing: Standing,
  lookup: Lookup,
  rules: Rules,
): string | null {
  const person = local.kind === 'person';
  const marks = new Set(person ? rules.marks.get(`p:${word}`) : []);
  const own = { id: '', kind: local.kind, standing: [standing], marks };
  const seeks = seeksOfWord(local, word);
  const seek = seeks.find(({ key }) => lookup.found(key).length > 0) ?? seeks[0];
  const best = nearest(own, candidates(seek, lookup, own).keys(), seek.enough, termsOfName(word));
  if (best || !person) return best?.id ?? null;
  const listed = onlyListed(local, word, rules);
  if (listed) return lookup.cluster(listed)!.id;
  const same = lookup.cluster(`s:${word}`);
  return same && otherKind(same, own, word) ? same.id : null;
}

/** The clusters that are looked for, each with the smallest of its names that was found. */
function candidates(
  { key, names, clusters: fits }: Seek,
  lookup: Lookup,
  own: Pick<Cluster, 'id' | 'kind' | 'standing'>,
): Map<Cluster, Name> {
  const candidates = new Map<Cluster, Name>();
  const found = lookup.found(key);
  if (found.length > LIMITS.found) return candidates;
  for (const name of found) {
    const cluster = lookup.cluster(name)!;
    if (cluster.id === own.id || (names && !names(name)) || (fits && !fits(cluster, own))) continue;
    const known = candidates.get(cluster);
    if (known === undefined || name < known) candidates.set(cluster, name);
  }
  return candidates;
}
