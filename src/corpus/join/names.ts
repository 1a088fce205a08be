import type { Kind } from '../../extract/types';
import { initialsOf, isAcronym, nameKey, type PersonName, parsePerson, trimOrdinary } from '../forms';
import { commonness } from '../terms';
import type { NameRef } from './types';

/**
 * A *name* is what local entities are joined by without asking anything else: "m:" and the key of several words, whatever
 * the kind; "s:" and the key of one word of what is no person; "p:" and a person's one word that a correction speaks of;
 * "q:" and the id of a curated entry.
 */
export type Name = string;

/** What tells who a local entity is by its names. */
export interface Named {
  kind: Kind;
  name: string;
  forms: readonly (readonly [form: string, count: number])[];
}

export const isShort = (form: string): boolean => !/[\s・]/.test(form.trim());

/** A form that is also a common word ("Promises", "Ministry") says nothing by itself. */
const isWeak = (form: string): boolean => isShort(form) && commonness(form) > 0;

/** The name that a form is of; null where it names nobody by itself. */
function nameOf(form: string, kind: Kind, own: boolean): Name | null {
  if (kind === 'person') {
    const key = isShort(form) ? '' : parsePerson(form).words.join(' ');
    return key ? `m:${key}` : null;
  }
  if (isWeak(form) && !own) return null;
  const key = nameKey(form);
  return key ? `${isShort(form) ? 's' : 'm'}:${key}` : null;
}

/** What a local entity says of one of its names. */
export interface Saying {
  person: boolean;
  /** Neither a person nor a place: parts of the name may be its short forms. */
  body: boolean;
  /** Initials of the forms under this name. */
  initials: string[];
  acronym: boolean;
}

/** The names of a local entity with what it says of each; its own name's first. None for a person with one-word forms only. */
export function namesOf({ kind, name, forms }: Named): Map<Name, Saying> {
  const names = new Map<Name, Saying>();
  const ordered = [...forms.filter(([form]) => form === name), ...forms.filter(([form]) => form !== name)];
  for (const [form] of ordered) {
    const key = nameOf(form, kind, form === name);
    if (!key) continue;
    const person = kind === 'person';
    const said = names.get(key) ?? {
      person,
      body: !person && kind !== 'place',
      initials: [],
      acronym: false,
    };
    names.set(key, said);
    if (person) continue;
    const initials = initialsOf(form);
    if (initials.length >= 2 && !said.initials.includes(initials)) said.initials.push(initials);
    said.acronym ||= isAcronym(form);
  }
  return names;
}

/**
 * The one word that a local entity without names is known by: of a person in an article that never gives the full name,
 * of another a common word ("The Post"). Null where its names tell who it is.
 */
export function onlyWord({ kind, name, forms }: Named): string | null {
  if (forms.length === 0 || !forms.every(([form]) => isShort(form))) return null;
  if (kind !== 'person') return nameKey(forms[0]![0]);
  return parsePerson(isShort(name) ? name : forms[0]![0]).last;
}

/** One-word forms of a person, folded, that are no common words. */
export const shortForms = ({ kind, forms }: Named): string[] =>
  kind === 'person'
    ? [...new Set(forms.filter(([form]) => isShort(form) && !isWeak(form)).map(([form]) => nameKey(form)))]
    : [];

/** The name that a correction means. */
export function nameOfRef({ kind, name }: NameRef): Name | null {
  const form = name.trim();
  if (kind === 'person' && isShort(form)) {
    const word = parsePerson(form).last;
    return word ? `p:${word}` : null;
  }
  return nameOf(form, kind, true);
}

/** A person's name of at least two words; null for any other name. */
export function personOf(name: Name): PersonName | null {
  if (!name.startsWith('m:')) return null;
  const words = name.slice(2).split(' ');
  return words.length < 2 ? null : { words, first: words[0]!, last: words.at(-1)! };
}

/** What is left of a person's name without ordinary words around it ("Obama Announces" of a headline); null if nothing goes. */
export function trimmedPerson(name: Name): PersonName | null {
  const trimmed = name.startsWith('m:') ? trimOrdinary(name.slice(2)) : null;
  return trimmed ? parsePerson(trimmed) : null;
}

/** What an acronym's name has in common with the initials it may stand for. */
export const acronymKey = (name: Name): string => name.slice(2).replace(/[.&]/g, '');

/** Keys that a longer name may be called by: what it begins and ends with, and what stands before its comma. */
export function partsOf(name: Name, body: boolean): string[] {
  const words = name.slice(2).split(' ');
  if (words.length < 2) return [];
  const parts = new Set<string>();
  const comma = name.indexOf(',');
  if (comma > 2) parts.add(nameKey(name.slice(2, comma)));
  if (body)
    for (let n = 1; n < words.length; n++)
      parts.add(words.slice(0, n).join(' ')).add(words.slice(n).join(' '));
  return [...parts].filter(Boolean);
}
