import { addGroup, type Cluster, type FormGroup, newCluster } from './clusters';

/** Names that are one and the same wherever English news uses them. */
const SAME: readonly (readonly string[])[] = [
  ['united states', 'us', 'usa', 'united states of america', 'america'],
  ['united kingdom', 'uk', 'britain', 'great britain'],
  ['united arab emirates', 'uae'],
  ['european union', 'eu'],
  ['united nations', 'un'],
  ['peoples republic of china', 'prc', 'china'],
  ['republic of korea', 'south korea', 'rok'],
  ['democratic peoples republic of korea', 'north korea', 'dprk'],
  ['czech republic', 'czechia'],
  ['burma', 'myanmar'],
  ['washington dc', 'washington d c', 'washington'],
  ['new york city', 'nyc', 'new york'],
  ['los angeles', 'la'],
  ['kyiv', 'kiev'],
];

const CANON = new Map(SAME.flatMap((names) => names.map((name) => [name, names[0]!] as const)));

/** One key for all names of a well-known place ("U.S.", "United States"); the words themselves for any other. */
export const canonicalPlace = (key: string): string => CANON.get(key) ?? key;

/** Places are one where their names are equal, or are well-known names of one. */
export function clusterPlaces(groups: readonly FormGroup[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const group of groups) {
    const key = `${group.kind}:${canonicalPlace(group.form.key)}`;
    let cluster = clusters.get(key);
    if (!cluster) {
      cluster = newCluster(group.kind);
      clusters.set(key, cluster);
    }
    addGroup(cluster, group);
  }
  return [...clusters.values()];
}
