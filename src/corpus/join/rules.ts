import { parsePerson } from '../forms';
import type { CuratedEntity } from '../types';
import { lastWords } from './last-words';
import { isShort, type Name, type Named, nameOfRef, namesOf, onlyWord, type Saying } from './names';
import type { Correction } from './types';

/** What a curated list and the reader's corrections say, made ready for the joining. It hangs on no article. */
export interface Rules {
  /** The entries by their names "q:id", in the order of the list. */
  listed: ReadonlyMap<Name, CuratedEntity>;
  /** Names that are one whatever the articles say, the surest first. */
  one: readonly (readonly [Name, Name])[];
  /** By name, marks that keep clusters apart (`opposed`). */
  marks: ReadonlyMap<Name, readonly string[]>;
  /** By name, what its cluster is called, and which of several counts: the latest. */
  called: ReadonlyMap<Name, { name: string; order: number }>;
  /** By form, the listed who have it. */
  bearers: ReadonlyMap<string, readonly Name[]>;
  /** By word of a one-word form, folded, the listed who have it. */
  byWord: ReadonlyMap<string, readonly Name[]>;
}

/** Reads the rules off a list and corrections, of which the latest word on a name, or on two, holds. */
export function rulesOf(curated: readonly CuratedEntity[], corrections: readonly Correction[]): Rules {
  const listed = new Map(curated.map((entry) => [`q:${entry.id}`, entry]));
  const one: [Name, Name][] = [];
  const marks = new Map<Name, string[]>();
  const mark = (name: Name, said: string) => marks.set(name, [...(marks.get(name) ?? []), said]);
  const called = new Map<Name, { name: string; order: number }>();
  const bearers = new Map<string, Name[]>();
  const byWord = new Map<string, Name[]>();
  lastWords(corrections).forEach((correction, order) => {
    const a = nameOfRef(correction.a);
    if (!a) return;
    if (correction.say === 'called') called.set(a, { name: correction.name, order });
    else {
      const b = nameOfRef(correction.b);
      if (!b || a === b) return;
      if (correction.say === 'one') one.push([a, b]);
      else {
        mark(a, `apart:${a}\0${b}:a`);
        mark(b, `apart:${a}\0${b}:b`);
      }
    }
  });
  for (const [name, entry] of listed) {
    mark(name, `listed:${entry.id}`);
    for (const form of formsOf(entry)) bearers.set(form, [...(bearers.get(form) ?? []), name]);
    for (const word of wordsOf(entry)) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  return { listed, one, marks, called, bearers, byWord };
}

/** Whether a correction says of one name, in one spelling or two, that it is one or two: nothing could follow from that. */
export const saysNothing = (correction: Correction): boolean => {
  if (correction.say === 'called') return false;
  const name = nameOfRef(correction.a);
  return name !== null && name === nameOfRef(correction.b);
};

/** An entry as the local entity of an article of its own. */
export const namedBy = (entry: CuratedEntity): Named => ({
  kind: entry.kind,
  name: entry.name,
  forms: formsOf(entry).map((form) => [form, 1]),
});

/** The words, folded, of an entry's one-word forms. */
export const wordsOf = (entry: CuratedEntity): string[] => [
  ...new Set(
    formsOf(entry)
      .filter(isShort)
      .map((form) => parsePerson(form).last),
  ),
];

const formsOf = ({ name, aliases }: CuratedEntity): string[] => [
  ...new Set([name, ...aliases].map((form) => form.trim())),
];

/** Where a local entity stands among the names. */
export interface Bearing {
  /** The name that it is counted under; null where it must be decided by its story (`word`), or stands alone. */
  primary: Name | null;
  names: ReadonlyMap<Name, Saying>;
  /** Of a person with one-word forms only, the word. */
  word: string | null;
  /** The listed entity that its forms are taken for, whatever kind the reading took it for. */
  taken: Name | null;
}

/** Where an entry of the list stands. */
export const bearingOfListed = (entry: CuratedEntity, rules: Rules): Bearing =>
  bearingOf(namedBy(entry), { ...rules, bearers: new Map() });

/** Where a local entity stands by its names and the rules. */
export function bearingOf(local: Named, rules: Rules): Bearing {
  const names = namesOf(local);
  const word = names.size === 0 ? onlyWord(local) : null;
  const taken = takenFor(local, rules);
  const pinned =
    word !== null && local.kind === 'person' && rules.one.some((pair) => pair.includes(`p:${word}`));
  if (pinned) names.set(`p:${word}`, { person: true, body: false, initials: [], acronym: false });
  const [first] = names.keys();
  return { primary: first ?? taken, names, word, taken };
}

/** A form of which a reading has mistaken the kind is a listed entity's where nobody else on the list has it; a place is left one. */
function takenFor(local: Named, { bearers, listed }: Rules): Name | null {
  const person = local.kind === 'person';
  if (local.kind === 'place' || (person && !local.forms.every(([form]) => isShort(form)))) return null;
  const found = new Set(local.forms.flatMap(([form]) => bearers.get(form) ?? []));
  if (found.size !== 1) return null;
  const [bearer] = found;
  return person && listed.get(bearer!)!.kind === 'place' ? null : bearer!;
}

/** The one person of the list that has one of the forms of this word among its names. */
export function onlyListed(local: Named, word: string, { bearers, listed }: Rules): Name | null {
  const found = new Set(
    local.forms
      .filter(([form]) => parsePerson(form).last === word)
      .flatMap(([form]) => bearers.get(form) ?? [])
      .filter((name) => listed.get(name)!.kind === 'person'),
  );
  return found.size === 1 ? [...found][0]! : null;
}
