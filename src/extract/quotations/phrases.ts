import type { Span } from '../../text/span';
import type { Item } from './frames';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NEGATION,
  OBJECT_PRONOUN,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  QUESTION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  TIME_NOUNS,
  VERB,
} from './words';

const PAST_FORM = /^\p{Ll}{3,}ed$/u;

/** A noun phrase by item indices: [from, to) without what is attached to it behind. */
export interface Phrase {
  from: number;
  to: number;
  /** The relative pronoun that stands for it as a subject ("Glass, who said"). */
  relative?: number;
}

const FUNCTION =
  PREPOSITION |
  COORDINATOR |
  SUBORDINATOR |
  RELATIVE |
  AUXILIARY |
  NEGATION |
  QUESTION |
  DETERMINER |
  POSSESSIVE;
const PRONOUNS = PRONOUN | OBJECT_PRONOUN;
const ATTACHING = new Set(
  'of for to at in from with on by near under behind within across against over inside through around'.split(
    ' ',
  ),
);
const NOT_SPEAKERS = new Set(['this', 'that', 'these', 'those', 'there', 'here', 'which', 'what', 'as']);

/** Whether an item can be part of a noun phrase as its noun or an adjective before it. */
export function isNominal(item: Item | undefined): boolean {
  if (!item?.word) return false;
  if (item.name) return true;
  if (item.classes & TIME) return false;
  if (item.lower === "'s" || item.lower === "'" || item.lower === 'according') return false;
  if (item.classes & VERB) return false;
  return (item.classes & (FUNCTION | PRONOUNS | ADVERB)) === 0;
}

export const isPossessiveMark = (item: Item | undefined) =>
  item?.lower === "'s" || item?.surface === "'" || item?.surface === '’';

/** A base noun phrase that ends with item `at`: determiner, adjectives, possessors and noun; or a pronoun. */
export function basePhraseLeft(items: readonly Item[], at: number): Phrase | null {
  const last = items[at];
  if (!last) return null;
  if (!isNominal(last)) {
    if (!(last.classes & PRONOUN) || NOT_SPEAKERS.has(last.lower)) return null;
    return { from: at, to: at + 1 };
  }
  let from = at;
  let determined = false;
  for (let steps = 0; from > 0 && steps < 24; steps++) {
    const before = items[from - 1]!;
    // "the Washington Post Trump": one name does not stand in another's way
    if (items[from]!.name?.kind === 'person' && before.name && before.name !== items[from]!.name) break;
    // nothing stands before a determiner but a possessor or another one ("all the", "such a")
    if (determined && !(before.classes & DETERMINER) && !isPossessiveMark(before)) break;
    if (
      before.classes & (DETERMINER | POSSESSIVE) &&
      !before.name &&
      !(before.lower === 'that' && from < at)
    ) {
      determined = true;
      from--;
      continue;
    }
    if (isNominal(before)) {
      if (isYear(before) && (items[from - 2]?.classes ?? 0) & PREPOSITION) break;
      from--;
      continue;
    }
    if (isPossessiveMark(before) && (isNominal(items[from - 2]) || (items[from - 2]?.classes ?? 0) & TIME)) {
      determined = false;
      from -= 2;
      continue;
    }
    // "Sen. Sanders", "John D. Smith"
    if (
      before.surface === '.' &&
      before.end === items[from]!.start &&
      isNominal(items[from - 2]) &&
      items[from - 2]!.end === before.start
    ) {
      from -= 2;
      continue;
    }
    if (
      before.surface === '.' &&
      items[from - 2]?.capital &&
      items[from - 2]!.end === before.start &&
      items[from]!.capital
    ) {
      from -= 2;
      continue;
    }
    if (/^[-–/&]$/.test(before.surface) && isNominal(items[from - 2]) && items[from]!.capital) {
      from -= 2;
      continue;
    }
    break;
  }
  return { from, to: at + 1 };
}

const isYear = (item: Item) => /^(?:19|20)\d\d$/.test(item.surface);

/** The noun phrase that ends with item `at`, phrases attached with a preposition taken off: its head ("a spokesman" of "a spokesman for the city"). */
export function phraseLeft(items: readonly Item[], at: number): Phrase | null {
  let end = at;
  if (items[end]?.surface === ')' || items[end]?.surface === ']') end = openingBracket(items, end) - 1;
  if (end >= 0 && isPossessiveMark(items[end])) end--;
  const base = basePhraseLeft(items, end);
  if (!base) return null;
  let head = base;
  for (let steps = 0; steps < 6; steps++) {
    while (steps > 0 || head.from > 1) {
      const { classes, name } = items[head.from - 1] ?? { classes: 0, name: undefined };
      if (
        !(classes & ADVERB) ||
        classes & (PREPOSITION | PRONOUN) ||
        name ||
        !((items[head.from - 2]?.classes ?? 0) & PREPOSITION)
      )
        break;
      head = { from: head.from - 1, to: head.to };
    }
    const link = items[head.from - 1];
    if (!link) break;
    if (ATTACHING.has(link.lower)) {
      if (!isNominal(items[head.from - 2]) || isVerbHere(items, head.from - 2)) break;
      const left = basePhraseLeft(items, head.from - 2);
      if (!left || isAdverbialTime(items, left) || !standsAlone(items, left)) break;
      // "In an interview with CNN Trump said": what opens the sentence with a preposition is no subject
      const opener = items[left.from - 1];
      if (opener && opener.classes & PREPOSITION && !ATTACHING.has(opener.lower)) break;
      head = left;
      continue;
    }
    break;
  }
  // "In a meeting with the board Trump said": what hangs on a preposition is no subject
  return (items[head.from - 1]?.classes ?? 0) & PREPOSITION ? base : head;
}

/** A phrase that may govern another: determined, capitalised, plural, or at its clause's start; not "meet" of "to meet with". */
function standsAlone(items: readonly Item[], { from, to }: Phrase): boolean {
  const first = items[from]!;
  const last = items[to - 1]!;
  if (
    first.classes & (DETERMINER | POSSESSIVE) ||
    first.capital ||
    /s$|people|police|men|women|%/.test(last.lower)
  )
    return true;
  if (items.slice(from, to).some(({ surface }) => /^(?:'s|’s|\d.*)$/.test(surface))) return true;
  const before = items[from - 1];
  return (
    !before ||
    before.surface === ',' ||
    before.quote >= 0 ||
    (before.classes & (COORDINATOR | SUBORDINATOR)) !== 0
  );
}

function openingBracket(items: readonly Item[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 30); i--) if (/^[([]$/.test(items[i]!.surface)) return i;
  return at;
}

/** "this week", "Monday": a time, not a speaker. */
export const isAdverbialTime = (items: readonly Item[], { from, to }: Phrase) =>
  TIME_NOUNS.has(items[to - 1]!.lower) || (to - from === 1 && (items[from]!.classes & TIME) !== 0);

/** The end (exclusive) of the base noun phrase that begins at `at`; `at` itself if none does. */
export function phraseRight(items: readonly Item[], at: number): number {
  const first = items[at];
  if (!first) return at;
  if (first.classes & OBJECT_PRONOUN && !(first.classes & POSSESSIVE)) return at + 1;
  if (first.classes & PRONOUN && !(first.classes & DETERMINER)) return at + 1;
  let i = at;
  while (i < items.length && i < at + 20) {
    const item = items[i]!;
    if (item.classes & (DETERMINER | POSSESSIVE) && !item.name && item.lower !== 'that') {
      if (i > at && !(items[i - 1]!.classes & (DETERMINER | POSSESSIVE))) break;
      i++;
      continue;
    }
    if (i > at && isNominal(items[i - 1]) && looksFinite(item)) break;
    if (isNominal(item) || (isPossessiveMark(item) && i > at && items[i - 1]!.end === item.start)) {
      // a name after a common noun that was already a name begins another phrase only behind a comma
      i++;
      continue;
    }
    if (
      item.surface === '.' &&
      i > at &&
      items[i - 1]!.capital &&
      items[i - 1]!.end === item.start &&
      items[i + 1]?.capital
    ) {
      i++;
      continue;
    }
    if (/^[-–/&]$/.test(item.surface) && i > at && isNominal(items[i + 1])) {
      i++;
      continue;
    }
    break;
  }
  return i;
}

/** A verb of saying in its past form is no noun that a phrase could hang on: "she said at a conference". */
const isVerbHere = (items: readonly Item[], at: number) => {
  const { verb, capital } = items[at]!;
  return Boolean(verb?.forms.has('past') && !verb.forms.has('base') && !capital);
};

/** A word that is rather a verb than a noun when a noun stands before it. */
const looksFinite = (item: Item) =>
  !item.capital && !item.name && (PAST_FORM.test(item.surface) || Boolean(item.verb?.forms.has('past')));

/** The end of a chain of phrases with prepositions that begins at `at` ("in an interview with CNN on Monday"). */
export function prepositionalEnd(items: readonly Item[], at: number): number {
  let i = at;
  for (let steps = 0; steps < 6; steps++) {
    const item = items[i];
    if (!item || !(item.classes & PREPOSITION) || item.lower === 'that') break;
    let next = i + 1;
    while (items[next] && items[next]!.classes & PREPOSITION) next++;
    if (items[next] && items[next]!.classes & TIME) next++;
    const end = phraseRight(items, next);
    if (end === next && !(items[next - 1]!.classes & TIME)) break;
    i = end;
    while (items[i] && items[i]!.classes & TIME) i++;
  }
  return i;
}

/** The span of a phrase; where it ends in a name, that name's without title. */
export function speakerSpan(items: readonly Item[], phrase: Phrase): Span {
  const last = items[phrase.to - 1]!;
  const first = items[phrase.from]!;
  const { name } = last;
  if (phrase.relative !== undefined && phrase.relative - phrase.to < 3) {
    const start = name && name.end <= last.end && name.start >= first.start ? name.start : first.start;
    return { start, end: items[phrase.relative]!.end };
  }
  if (name && name.end <= last.end && name.start >= first.start) return { start: name.start, end: name.end };
  return { start: first.start, end: last.end };
}
