import { LIMITS } from './limits';
import type { Name, Named } from './names';
import { Nearness } from './nearness';
import { onlyListed, type Rules } from './rules';
import { type Cluster, type Facts, nearest, otherKind, type Seek, seeksOf, seeksOfWord } from './sieves';
import { type Standing, termsOfName } from './subject';

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
  const nearness = new Nearness(own.standing, termsOfName(facts.name.slice(2)));
  for (const seek of seeksOf(facts)) {
    const found = candidates(seek, lookup, own);
    const best = nearest(own, found.keys(), seek.enough, ({ standing }) => nearness.to(standing));
    if (best) return found.get(best)!;
  }
  return null;
}

/**
 * Of whom a local entity is that is known by one word only: the id of the cluster; null for nobody. `near`: how near a
 * cluster is to its article, that word left out.
 */
export function bearerOf(
  local: Named,
  word: string,
  standing: Standing,
  lookup: Lookup,
  rules: Rules,
  near: (cluster: Cluster) => number = nearTo(standing, word),
): string | null {
  const person = local.kind === 'person';
  const marks = new Set(person ? rules.marks.get(`p:${word}`) : []);
  const own = { id: '', kind: local.kind, standing: [standing], marks };
  const seeks = seeksOfWord(local, word);
  const seek = seeks.find(({ key }) => lookup.found(key).length > 0) ?? seeks[0];
  const best = nearest(own, candidates(seek, lookup, own).keys(), seek.enough, near);
  if (best || !person) return best?.id ?? null;
  const listed = onlyListed(local, word, rules);
  if (listed) return lookup.cluster(listed)!.id;
  const same = lookup.cluster(`s:${word}`);
  return same && otherKind(same, own, near) ? same.id : null;
}

function nearTo(standing: Standing, word: string): (cluster: Cluster) => number {
  const nearness = new Nearness([standing], termsOfName(word));
  return (cluster) => nearness.to(cluster.standing);
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
