import type { NameMention } from '../names';
import type { Kind } from '../types';
import type { NameForm } from './form';
import type { Gender } from './gender';

/** All mentions of one form ("ishiba") in the article. */
export interface FormGroup {
  form: NameForm;
  /** Indexes into the names, ascending. */
  mentions: number[];
  /** The kind that most of its mentions were recognised as; the first one's where equal. */
  kind: Kind;
  votes: Partial<Record<Kind, number>>;
}

/** An entity in the making: forms that are one bearer's. */
export interface Cluster {
  kind: Kind;
  forms: NameForm[];
  mentions: number[];
  /** As titles and given names tell it. */
  gender: Gender | null;
  /** As a lone word may tell it that is a given name for most: "Bailey" can be a surname. */
  lean: Gender | null;
  /** No person by its kind, but nothing that the lexicon knows either: it may be one all the same. */
  doubtful: boolean;
}

/** Groups the names by form, in order of first mention. A family name's male and female bearer ("Mr", "Mrs") are two forms. */
export function groupForms(names: readonly NameMention[], forms: readonly NameForm[]): FormGroup[] {
  const groups = new Map<string, FormGroup>();
  names.forEach((name, i) => {
    const form = forms[i]!;
    const key = form.suffix ? `${form.key} ${form.suffix}` : form.key;
    let group = groups.get(key);
    if (!group) {
      group = { form, mentions: [], kind: name.kind, votes: {} };
      groups.set(key, group);
    }
    group.mentions.push(i);
    group.votes[name.kind] = (group.votes[name.kind] ?? 0) + 1;
    if ((group.votes[name.kind] ?? 0) > (group.votes[group.kind] ?? 0)) group.kind = name.kind;
  });
  return [...groups.values()];
}

export const newCluster = (kind: Kind): Cluster => ({
  kind,
  forms: [],
  mentions: [],
  gender: null,
  lean: null,
  doubtful: false,
});

export function addGroup(cluster: Cluster, group: FormGroup): void {
  cluster.forms.push(group.form);
  for (const mention of group.mentions) cluster.mentions.push(mention);
}
