import { addGroup, type Cluster, type FormGroup, newCluster } from './clusters';

const DESIGNATORS = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa nv se ab asa oyj gmbh spa group holdings holding'.split(
    ' ',
  ),
);
const SMALL = new Set('of the and for in on to de la le du des der und & a'.split(' '));
/** Heads of government bodies: what stands beside them may be moved or left out ("Ministry of Foreign Affairs", "Foreign Ministry"). */
const BODIES = new Set(
  'ministry department agency office bureau commission committee council court board authority administration service treasury parliament police navy army'.split(
    ' ',
  ),
);
const FADED = new Set('affairs ministry department state national federal'.split(' '));

/** Organisations of one first word or body that are kept, so that a register takes time linear in its length. */
const BEARERS = 64;

interface Taken {
  cluster: Cluster;
  core: readonly string[];
}

/**
 * Brings the forms of each organisation together: without company designators, by initials, by the front part of the
 * full name that is used alone, and government bodies by what they are about.
 */
export function clusterOrganisations(
  groups: readonly FormGroup[],
  isNation: (folded: string) => boolean,
  bracketed: ReadonlyMap<string, string>,
): Cluster[] {
  const clusters: Cluster[] = [];
  const byCore = new Map<string, Cluster>();
  const byInitials = new Map<string, Cluster[]>();
  const byFirst = new Map<string, Taken[]>();
  const byBody = new Map<string, { cluster: Cluster; nation: string | null }[]>();
  const longest = [...groups].sort((a, b) => b.form.words.length - a.form.words.length);
  for (const group of longest) {
    const core = coreOf(group.form.words);
    const key = core.join(' ');
    const body = bodyOf(core, isNation);
    const alone = core.length === 1;
    let cluster = byCore.get(key) ?? null;
    if (!cluster && body) {
      const same = (byBody.get(body.key) ?? []).filter(
        ({ nation }) => !nation || !body.nation || nation === body.nation,
      );
      if (new Set(same.map((one) => one.cluster)).size === 1) cluster = same[0]!.cluster;
    }
    if (!cluster && alone) {
      const named = bracketed.get(core[0]!);
      const hosts = byInitials.get(core[0]!) ?? [];
      cluster =
        (named && byCore.get(coreOf(named.split(' ')).join(' '))) || (hosts.length === 1 ? hosts[0]! : null);
    }
    if (!cluster && !body) {
      const hosts = (byFirst.get(core[0]!) ?? []).filter(
        (one) => one.core.length > core.length && core.every((word, i) => one.core[i] === word),
      );
      const distinct = new Set(hosts.map((one) => one.cluster));
      if (distinct.size === 1) cluster = hosts[0]!.cluster;
    }
    if (!cluster) {
      cluster = newCluster('organisation');
      clusters.push(cluster);
    }
    addGroup(cluster, group);
    if (!byCore.has(key)) byCore.set(key, cluster);
    push(byFirst, core[0]!, { cluster, core });
    if (body) push(byBody, body.key, { cluster, nation: body.nation });
    for (const initials of initialsOf(core)) {
      const hosts = byInitials.get(initials) ?? [];
      if (hosts.length < BEARERS && !hosts.includes(cluster)) byInitials.set(initials, [...hosts, cluster]);
    }
  }
  return clusters;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) {
    if (values.length < BEARERS) values.push(value);
  } else map.set(key, [value]);
}

function coreOf(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && DESIGNATORS.has(words[end - 1]!)) end--;
  return words.slice(0, end);
}

/** Initials that may stand for a name of several words, with and without its small words. */
export function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]).join('');
  const large = words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  return [...new Set([all, large])].filter((initials) => initials.length > 1);
}

/** What a government body is about, and whose: "japanese foreign ministry" → ministry:foreign, japanese. */
function bodyOf(
  words: readonly string[],
  isNation: (folded: string) => boolean,
): { key: string; nation: string | null } | null {
  const head = words.find((word) => BODIES.has(word));
  if (!head || words.length < 2) return null;
  const nation = words.find((word) => isNation(word)) ?? null;
  const about = words
    .filter((word) => word !== head && !SMALL.has(word) && !FADED.has(word) && !isNation(word))
    .map((word) => word.replace(/s$/, ''))
    .sort();
  const state = head === 'department' && words.includes('state') ? ' state' : '';
  if (about.length === 0 && !state) return null;
  return { key: `${head}:${about.join(' ')}${state}`, nation };
}
