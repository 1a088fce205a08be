import type { CuratedEntity } from '../types';
import { type Group, type Joined, joinedOf } from './joined';
import { looseGroups } from './loose';
import { type Edge, type Member, NameTable } from './name-table';
import { type Name, personOf } from './names';
import { Partition } from './partition';
import { type Rules, rulesOf } from './rules';
import { bearerOf, type Lookup, storyTarget } from './seek';
import { foundUnder, type PersonIn, turned, variantOf } from './sieves';
import type { Contribution, Correction } from './types';

/**
 * Cross-document coreference of a whole library at once: whose entities are one, by names from the surest to the least sure
 * (the sieves of Lee et al. 2013, "Deterministic coreference resolution", over documents). The result hangs on the set of
 * contributions alone: each sieve decides everything against the clusters that the sieves before it have made, and only
 * then are they joined.
 *
 * 1. Equal names, names that one article has of one entity, and what a correction says is one.
 * 2. Variants of a person's name, where only one cluster fits.
 * 3. Acronyms, parts of names, headline forms, mistaken kinds: the nearest cluster in story.
 * 4. Who is known by one word only in an article: the cluster of the name nearest in story.
 * 5. Who is left: each other, by story.
 *
 * Curated entries are never joined with each other: an editor who lists two means two. A correction 'two' keeps the
 * clusters of its two names apart in every sieve; what could go with either goes where the surer sieve, and then the
 * smaller name, puts it.
 */
export function joinAll(
  contributions: readonly Contribution[],
  curated: readonly CuratedEntity[] = [],
  corrections: readonly Correction[] = [],
): Joined {
  const rules = rulesOf(curated, corrections);
  const table = new NameTable(contributions, rules);
  const partition = new Partition();
  for (const name of table.entries.keys()) partition.add(name, rules.marks.get(name));
  close(partition, table.edges);
  close(partition, variants(table, partition));
  const finds = new Map<string, Name[]>();
  for (const facts of table.entries.values())
    for (const key of foundUnder(facts)) {
      const found = finds.get(key);
      if (found) found.push(facts.name);
      else finds.set(key, [facts.name]);
    }
  const lookup = (): Lookup => {
    const clusters = table.clusters(partition);
    return { found: (key) => finds.get(key) ?? [], cluster: (name) => clusters.get(name) };
  };
  close(partition, byStory(table, lookup()));
  return joinedOf(groupsOf(table, partition, attach(table, lookup(), rules)), contributions, rules);
}

/** Joins what is one, the surest first. */
export function close(partition: Partition, edges: readonly Edge[]): void {
  const sorted = [...edges].sort((a, b) => a[0] - b[0] || compare(a[1], b[1]) || compare(a[2], b[2]));
  for (const [, from, to] of sorted) partition.join(from, to);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function variants(table: NameTable, partition: Partition): Edge[] {
  const byLast = new Map<string, PersonIn[]>();
  const byName = new Map<Name, PersonIn>();
  for (const { name, person: isPerson } of table.entries.values()) {
    const person = isPerson ? personOf(name) : null;
    if (!person) continue;
    const found = { name, person, cluster: partition.find(name) };
    byName.set(name, found);
    const alike = byLast.get(person.last);
    if (alike) alike.push(found);
    else byLast.set(person.last, [found]);
  }
  return [...byName.values()].flatMap((one): Edge[] => {
    const other = byName.get(turned(one.person) ?? '');
    const target = variantOf(one, [...byLast.get(one.person.last)!, ...(other ? [other] : [])]);
    return target ? [[0, one.name, target]] : [];
  });
}

function byStory(table: NameTable, lookup: Lookup): Edge[] {
  return [...table.entries.values()].flatMap((facts): Edge[] => {
    const target = storyTarget(facts, lookup);
    return target ? [[0, facts.name, target]] : [];
  });
}

/** By cluster, the local entities without a name that belong to it; and under null those that belong to none. */
function attach(table: NameTable, lookup: Lookup, rules: Rules): Map<string | null, Member[]> {
  const attached = new Map<string | null, Member[]>();
  for (const member of table.nameless) {
    const { word } = member.bearing;
    const id = word === null ? null : bearerOf(member.local, word, member.standing, lookup, rules);
    const known = attached.get(id);
    if (known) known.push(member);
    else attached.set(id, [member]);
  }
  return attached;
}

function groupsOf(
  table: NameTable,
  partition: Partition,
  attached: ReadonlyMap<string | null, readonly Member[]>,
): Group[] {
  const groups: Group[] = [];
  for (const [id, names] of partition.sets()) {
    const members = names.flatMap((name) => table.entries.get(name)!.members);
    groups.push({ id, names, members: [...members, ...(attached.get(id) ?? [])] });
  }
  const loose = new Map<string, Member[]>();
  for (const member of attached.get(null) ?? []) {
    const { word } = member.bearing;
    if (word === null || member.local.kind !== 'person')
      groups.push({ id: null, names: [], members: [member] });
    else loose.set(word, [...(loose.get(word) ?? []), member]);
  }
  for (const [word, members] of loose)
    for (const group of looseGroups(word, members))
      groups.push({ id: null, names: [`p:${word}`], members: group });
  return groups;
}
