import type { Name, Named } from './names';
import { Nearness } from './nearness';
import type { Rules } from './rules';
import { bearerOf, type Lookup } from './seek';
import type { Cluster } from './sieves';
import { type Standing, termsOfName } from './subject';

/**
 * Of whom local entities are that are known by the same one word, each in its article; null for nobody. What `bearerOf` gives
 * for each of them, with every cluster likened to all of their articles at once.
 */
export function bearersOf(
  word: string,
  members: readonly { local: Named; standing: Standing }[],
  lookup: Lookup,
  rules: Rules,
): (Name | null)[] {
  const standings = members.map(({ standing }) => standing);
  const nearness = new Nearness(standings, termsOfName(word));
  const known = new Map<Cluster, Float64Array>();
  const eachTo = (cluster: Cluster): Float64Array => {
    const each = known.get(cluster) ?? nearness.each(cluster.standing);
    known.set(cluster, each);
    return each;
  };
  return members.map(({ local, standing }, i) =>
    bearerOf(local, word, standing, lookup, rules, (cluster) => eachTo(cluster)[i]!),
  );
}
