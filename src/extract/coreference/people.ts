import type { NameMention } from '../names';
import { addGroup, type Cluster, type FormGroup, newCluster } from './clusters';
import type { NameForm } from './form';
import type { Gender } from './gender';
import { givenNamesMatch } from './nicknames';

/** Hosts looked at for one form; more bearers of one word than this are not told apart. */
const HOSTS = 12;
/** Bearers of one word that are kept at all, so that a directory of ten thousand Johns takes no longer. */
const BEARERS = 64;

export interface PersonNames {
  names: readonly NameMention[];
  forms: readonly NameForm[];
  /** Gender that a given name tells. */
  genderOf(folded: string): Gender | null;
}

/**
 * Brings the forms of each person together: full names first, then surnames and given names that only one of them
 * bears. A surname of several goes, mention by mention, to the bearer of the title's gender named last before it.
 */
export function clusterPeople(groups: readonly FormGroup[], given: PersonNames): Cluster[] {
  const clusters: Cluster[] = [];
  const byWord = new Map<string, Set<Cluster>>();
  const register = (cluster: Cluster, form: NameForm) => {
    for (const word of form.words) {
      const bearers = byWord.get(word);
      if (!bearers) byWord.set(word, new Set([cluster]));
      else if (bearers.size < BEARERS) bearers.add(cluster);
    }
  };
  const open = (group: FormGroup): Cluster => {
    const cluster = newCluster('person');
    clusters.push(cluster);
    addGroup(cluster, group);
    register(cluster, group.form);
    return cluster;
  };
  const longest = [...groups].sort((a, b) => b.form.words.length - a.form.words.length);
  for (const group of longest.filter((g) => g.form.words.length > 1)) {
    const hosts = [...(byWord.get(group.form.words.at(-1)!) ?? [])].slice(0, HOSTS);
    const more = [...(byWord.get(group.form.words[0]!) ?? [])].slice(0, HOSTS);
    const fitting = [...new Set([...hosts, ...more])].filter((c) =>
      c.forms.some((f) => sameFullName(f, group.form)),
    );
    if (
      fitting.length === 1 ||
      (fitting.length > 1 && fitting[0]!.forms.some((f) => f.key === group.form.key))
    ) {
      addGroup(fitting[0]!, group);
      register(fitting[0]!, group.form);
    } else open(group);
  }
  for (const cluster of clusters) cluster.gender = genderOfCluster(cluster, given);
  const full = new Set(clusters);
  for (const group of longest.filter((g) => g.form.words.length === 1)) {
    const word = group.form.words[0]!;
    const bearers = [...(byWord.get(word) ?? [])].filter((c) => full.has(c));
    const last = bearers.filter((c) => c.forms.some((f) => isSurname(f, word)));
    const first = bearers.filter((c) => c.forms.some((f) => f.words[0] === word));
    const hosts = (last.length > 0 ? last : first.length > 0 ? first : bearers).slice(0, HOSTS);
    assignMentions(group, hosts, given, open);
  }
  return clusters;
}

/** "Iwaya" is a surname of "Takeshi Iwaya" by place and of "IWAYA Takeshi" by its capitals. */
function isSurname(form: NameForm, word: string): boolean {
  return (
    form.words.length > 1 &&
    (form.capitals >= 0 ? form.words[form.capitals] === word : form.words.at(-1) === word)
  );
}

function assignMentions(
  group: FormGroup,
  hosts: readonly Cluster[],
  { forms, genderOf }: PersonNames,
  open: (group: FormGroup) => Cluster,
): void {
  const left: FormGroup = { ...group, mentions: [] };
  const spoken = hosts.map((host) => ({ host, next: 0, own: [...host.mentions].sort((a, b) => a - b) }));
  let before: Cluster | null = null;
  let beforeAt = -1;
  for (const mention of group.mentions) {
    const gender = forms[mention]!.gender;
    const fitting = spoken.filter(({ host }) => !gender || !host.gender || host.gender === gender);
    let best: Cluster | null = before && fitting.some(({ host }) => host === before) ? before : null;
    let bestAt: number = best ? beforeAt : -1;
    for (const one of fitting) {
      while (one.next < one.own.length && one.own[one.next]! < mention) one.next++;
      const at = one.next > 0 ? one.own[one.next - 1]! : -1;
      if (at > bestAt) [best, bestAt] = [one.host, at];
    }
    best ??= fitting[0]?.host ?? null;
    if (!best) {
      left.mentions.push(mention);
      continue;
    }
    best.mentions.push(mention);
    if (!best.forms.some((f) => f.key === group.form.key)) best.forms.push(group.form);
    [before, beforeAt] = [best, mention];
  }
  if (left.mentions.length > 0) {
    const cluster = open(left);
    cluster.gender = forms[left.mentions[0]!]!.gender;
    cluster.lean = genderOf(group.form.words[0]!);
  }
}

function genderOfCluster(cluster: Cluster, { forms, genderOf }: PersonNames): Gender | null {
  let balance = 0;
  for (const mention of cluster.mentions) {
    const gender = forms[mention]!.gender;
    if (gender) balance += gender === 'feminine' ? 2 : -2;
  }
  for (const form of cluster.forms) {
    const gender = genderOf(form.words[0]!);
    if (gender && form.words.length > 1) balance += gender === 'feminine' ? 1 : -1;
  }
  return balance > 0 ? 'feminine' : balance < 0 ? 'masculine' : null;
}

/** Two names of several words for one person: order swapped, middle names or a front part left out, initials, nicknames. */
export function sameFullName(a: NameForm, b: NameForm): boolean {
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false;
  const [long, short] = a.words.length >= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (long.length === short.length && long.every((word) => short.includes(word))) return true;
  if (short.length < 2) return false;
  const tail = short.every((word, i) => word === long[long.length - short.length + i]);
  const head = short.every((word, i) => word === long[i]);
  if (long.length > short.length && (tail || head)) return true;
  const surname = long.at(-1) === short.at(-1);
  return surname && givenNamesMatch(long[0]!, short[0]!);
}
