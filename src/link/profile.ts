import type { Named } from '../corpus/aliases';
import { namesAgree, type PersonName, parsePerson } from '../corpus/forms';
import type { TermVector } from '../corpus/terms';
import { fold } from '../text/fold';

/** What the corpus tells of an entity that a page may agree with. */
export interface Profile {
  /** Subject of the passages that name it. */
  terms: TermVector;
  /** Entities named in the same articles, with the weight of seeing one on a page: rare ones tell more. */
  neighbours: ReadonlyMap<number, number>;
  /** Words of its roles and of the titles before its name, folded ("ambassador", "japan"). */
  roleWords: ReadonlySet<string>;
  /** Its name, folded. */
  name: string;
  /** The words of all its names, folded. */
  nameWords: ReadonlySet<string>;
  /** A person's names of several words; null for what is no person. */
  people: readonly PersonName[] | null;
  /** First words of a person's names of several words that are the last word of none, folded. */
  givenNames: ReadonlySet<string>;
  /** Known by single words only, as "Madonna" is. */
  mononym: boolean;
}

/** What an entity's names tell. */
export function namesOf({
  kind,
  name,
  aliases,
}: Named): Pick<Profile, 'name' | 'nameWords' | 'people' | 'givenNames' | 'mononym'> {
  const forms = [name, ...aliases];
  const long = kind === 'person' ? forms.map(parsePerson).filter(({ words }) => words.length > 1) : [];
  const lasts = new Set(long.map(({ last }) => last));
  return {
    name: fold(name),
    nameWords: new Set(wordsOf(forms.join(' '))),
    people: kind === 'person' ? long : null,
    givenNames: new Set(long.map(({ first }) => first).filter((first) => !lasts.has(first))),
    mononym: !forms.some((form) => /\p{L}[\s・]+\p{L}/u.test(form)),
  };
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a longer name on a page agrees with the names that an entity has. */
export type Agreement = 'sure' | 'possible';

/**
 * How well a longer name that holds a form of the entity agrees with its own names. Sure where all its words are known, or
 * it is one of a person's names with more or fewer middle names ("W. Mark Felt"); possible where a given name is an
 * initial or another spelling ("M. Felt", "Muhammed Ali" for "Muhammad"). Null where it is another's.
 */
export function agreementOf(
  { nameWords, people }: Profile,
  longer: string,
  surface: string,
): Agreement | null {
  const words = wordsOf(longer);
  // "US$", "Google+"
  if (words.length === wordsOf(surface).length) return null;
  if (words.some((word) => word.length > 1) && words.every((word) => nameWords.has(word))) return 'sure';
  if (!people) return null;
  const name = parsePerson(longer);
  if (name.words.length < 2) return null;
  const alike = people.filter(
    (known) => namesAgree(name, known) || (name.last === known.last && sameGiven(name.first, known.first)),
  );
  if (alike.length === 0) return null;
  return alike.some(({ words: known }) => known.includes(name.first) && known.includes(name.last))
    ? 'sure'
    : 'possible';
}

/** Two spellings or a short and a long form of one given name: "Phil" and "Philip", "Muhammed" and "Muhammad". */
function sameGiven(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return short.length >= 6 && short[0] === long[0] && differsByOne(short, long);
}

/** Whether one letter put in, left out or put for another makes one word the other. */
function differsByOne(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
