import type { Document } from '../document';
import type { NameMention } from '../names';
import type { Kind } from '../types';
import { type Cluster, type FormGroup, groupForms } from './clusters';
import { fold, formOf } from './form';
import type { Gender } from './gender';
import { clusterOrganisations, initialsOf } from './organisations';
import { clusterPeople } from './people';
import { clusterPlaces } from './places';

const SPELLED = /^\p{Lu}[\p{Lu}.]+$/u;

export interface Lookups {
  genderOf(folded: string): Gender | null;
  /** Country that a folded demonym or country name is about, or null. */
  nationOf(folded: string): string | null;
  /** Is the name a known place, organisation or other thing, by itself or by a word that heads such names? */
  isKnownThing(name: string): boolean;
}

/** Names of one article joined into clusters, in order of first mention. */
export interface NameClusters {
  clusters: Cluster[];
  /** Index into `clusters` for each name. */
  clusterOf: Int32Array;
}

/** Name coreference: full names, short forms, acronyms and nicknames of one bearer brought together; kinds made to agree. */
export function clusterNames(doc: Document, names: readonly NameMention[], lookups: Lookups): NameClusters {
  const forms = names.map((name) => formOf(doc, name));
  const groups = groupForms(names, forms);
  repairKinds(doc, names, groups);
  const of = (kind: Kind) => groups.filter((group) => group.kind === kind);
  const clusters = [
    ...clusterPeople(of('person'), { names, forms, genderOf: lookups.genderOf }),
    ...clusterOrganisations(
      of('organisation'),
      (w) => lookups.nationOf(w) !== null,
      bracketed(doc, names, forms),
    ),
    ...clusterPlaces(of('place')),
    ...clusterPlaces(of('other')),
  ].filter((cluster) => cluster.mentions.length > 0);
  for (const cluster of clusters) {
    cluster.mentions.sort((a, b) => a - b);
    if (cluster.kind === 'person') continue;
    const first = names[cluster.mentions[0]!]!;
    cluster.doubtful = !lookups.isKnownThing(doc.text.slice(first.start, first.end));
    cluster.lean = cluster.doubtful ? lookups.genderOf(cluster.forms[0]!.words[0]!) : null;
  }
  clusters.sort((a, b) => a.mentions[0]! - b.mentions[0]!);
  const clusterOf = new Int32Array(names.length).fill(-1);
  clusters.forEach((cluster, i) => {
    for (const mention of cluster.mentions) clusterOf[mention] = i;
  });
  return { clusters, clusterOf };
}

const PLACE_BEFORE = new Set(['in', 'at', 'near', 'to', 'from', 'across', 'outside', 'around']);

/**
 * A one-word form that is the surname of somebody named in full is that person, except where it is told as a place
 * ("in Preston"): the form's mentions may be parted in two groups.
 */
function repairKinds(doc: Document, names: readonly NameMention[], groups: FormGroup[]): void {
  const surnames = new Set<string>();
  for (const { form, kind } of groups) {
    if (kind !== 'person' || form.words.length < 2) continue;
    surnames.add(form.capitals >= 0 ? form.words[form.capitals]! : form.words.at(-1)!);
  }
  const parted: FormGroup[] = [];
  for (const group of groups) {
    if (group.form.words.length > 1 || !surnames.has(group.form.words[0]!)) continue;
    const located = group.mentions.filter((mention) => {
      const name = names[mention]!;
      const before = doc.tokens[name.firstToken - 1];
      return name.kind === 'place' && before && PLACE_BEFORE.has(before.surface.toLowerCase());
    });
    if (located.length === group.mentions.length) continue;
    group.kind = 'person';
    if (located.length === 0) continue;
    parted.push({ ...group, kind: 'place', mentions: located });
    const there = new Set(located);
    group.mentions = group.mentions.filter((mention) => !there.has(mention));
  }
  groups.push(...parted);
}

/** Acronyms given in brackets after the name ("… Trade and Industry (METI)") or before it ("METI (Ministry of …)"): acronym → key. */
function bracketed(
  doc: Document,
  names: readonly NameMention[],
  forms: readonly { words: readonly string[]; key: string }[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i]!, names[i + 1]!];
    const between = doc.tokens[a.endToken];
    if (b.firstToken !== a.endToken + 1 || between?.surface !== '(') continue;
    const [long, short] =
      forms[i]!.words.length > 1 ? [forms[i]!, forms[i + 1]!] : [forms[i + 1]!, forms[i]!];
    if (short.words.length !== 1 || long.words.length < 2) continue;
    const initials = initialsOf(long.words);
    const word = short.words[0]!;
    if (
      initials.includes(word) ||
      (word.length <= 6 && isSubsequence(word, long.words.join('')) && word[0] === long.words[0]![0])
    )
      if (!found.has(word)) found.set(word, long.key);
  }
  return found;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** The fullest form of a cluster as written in the text, and its other forms, in order of first mention. */
export function nameOf(
  doc: Document,
  names: readonly NameMention[],
  cluster: Cluster,
): { name: string; aliases: string[] } {
  const surfaces = new Map<string, number>();
  for (const mention of cluster.mentions) {
    const surface = doc.text.slice(names[mention]!.start, names[mention]!.end).replace(/\s+/g, ' ');
    surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
  }
  const all = [...surfaces.keys()];
  const shouted = (s: string) => s.length > 5 && s === s.toUpperCase();
  const fullness = (s: string) => {
    const words = s.split(' ').length;
    const spelled = cluster.kind === 'place' && SPELLED.test(s) ? 0 : 1;
    return [spelled, shouted(s) ? 0 : 1, words, cluster.kind === 'person' ? 0 : s.length, surfaces.get(s)!];
  };
  let name = all[0]!;
  for (const surface of all.slice(1)) {
    const [a, b] = [fullness(surface), fullness(name)];
    const differs = a.findIndex((value, i) => value !== b[i]);
    if (differs >= 0 && a[differs]! > b[differs]!) name = surface;
  }
  const seen = new Set([fold(name)]);
  const aliases = all.filter((surface) => {
    const key = fold(surface);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { name, aliases };
}
