import { startsUpper } from '../../text/letters';
import type { Item } from './frames';
import { isNominal, isPossessiveMark, phraseRight, prepositionalEnd } from './phrases';
import { isFiniteVerb } from './subject';
import * as Takes from './verbs';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  OBJECT_PRONOUN,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  QUESTION,
  SUBORDINATOR,
  TIME,
  TIME_NOUNS,
} from './words';

const THIRD_PERSON = /^\p{Ll}{3,}[^sui]s$/u;

/** What follows a verb of saying. */
export type Complement =
  /** What was said begins at this item. `bare`: a clause without "that"; `thing`: a noun phrase. */
  | { sort: 'that' | 'quote' | 'question' | 'infinitive' | 'bare' | 'thing'; at: number }
  /** A colon or comma at the frame's end: it stands in the next one. */
  | { sort: 'next' }
  /** Nothing was said behind the verb; `at` is what follows the adjuncts (a comma, the end, "as he left"). */
  | { sort: 'none'; at: number };

const CLAUSE_LINKS = new Set(
  'as while whilst when after before because since although though if but and'.split(' '),
);
/** Prepositions that say where, when or to whom something was said. */
const ADJUNCT = new Set(
  'in on at during to after before through via of about by from outside following'.split(' '),
);
/** A subject with its verb in one word, or the one that only looks like an adverb. */
const SUBJECT_CONTRACTION = /^(?:(?:i|you|he|she|it|we|they|that|there|who)'(?:s|d|m|re|ve|ll)|there)$/;
const QUANTITY = /^(?:least|most|all|once|times|fact|\d.*)$/;
/** Verbs whose clause may lack "that", and those that take adjuncts of place and time. */
const BARE = Takes.SAY | Takes.TELL;
const CLAUSE = BARE | Takes.THAT;

/** The complement of the verb at `main`, looked for from item `from` on (behind an inverted subject, if there is one). */
export function complementOf(items: readonly Item[], main: number, from: number): Complement {
  const { takes, lemma } = items[main]!.verb!;
  let heard = false;
  let at = from;
  if (/^(?:out|up)$/.test(items[at]?.lower ?? '')) at++;
  for (let steps = 0; steps < 16; steps++) {
    const item = items[at];
    if (!item || /^[.!?;]$/.test(item.surface)) return { sort: 'none', at };
    const next = items[at + 1];
    if (item.quote >= 0) {
      // told MSNBC's “Morning Joe” on Friday that …
      if (takes & Takes.TELL)
        for (let i = at + 1; i < at + 5; i++)
          if (items[i]?.lower === 'that') return { sort: 'that', at: i + 1 };
      return { sort: 'quote', at };
    }
    if (item.surface === '(') {
      while (items[at] && items[at]!.surface !== ')') at++;
      at++;
      continue;
    }
    if (item.surface === ':')
      return next ? { sort: next.quote >= 0 ? 'quote' : 'bare', at: at + 1 } : { sort: 'next' };
    if (item.surface === ',') {
      if (!next) return { sort: 'next' };
      if (next.quote >= 0) return { sort: 'quote', at: at + 1 };
      if (next.lower === 'that') return { sort: 'that', at: at + 2 };
      return { sort: 'none', at };
    }
    if (
      item.lower === 'that' &&
      (takes & Takes.SAY || finiteAhead(items, at + 1)) &&
      takes & ~(Takes.VERDICT | Takes.FOR | Takes.QUOTES)
    )
      // "said that should help": a pronoun, not the conjunction
      return {
        sort: 'that',
        at: next && isFiniteVerb(items, at + 1) && next.classes & AUXILIARY ? at : at + 1,
      };
    // not "said Friday's talks …"
    if ((item.classes & TIME || isTimePhrase(items, at)) && !isPossessiveMark(items[timeEnd(items, at)])) {
      at = timeEnd(items, at);
      continue;
    }
    if (lemma === 'accuse') {
      // accused him of …
      for (let i = at; i < at + 14 && items[i]; i++)
        if (items[i]!.lower === 'of' && items[i + 1]) return { sort: 'bare', at: i + 1 };
      return { sort: 'none', at };
    }
    if (takes & Takes.VERDICT && (!(item.classes & PREPOSITION) || item.lower === 'as'))
      return { sort: 'thing', at };
    if (
      item.classes & QUESTION &&
      takes & (Takes.ASK | Takes.SAY | Takes.THAT | Takes.TELL) &&
      item.lower !== 'who' &&
      item.lower !== 'which'
    )
      return CLAUSE_LINKS.has(item.lower)
        ? { sort: takes & Takes.ASK && item.lower === 'if' ? 'question' : 'none', at }
        : { sort: 'question', at };
    if (item.classes & SUBORDINATOR && CLAUSE_LINKS.has(item.lower) && !(item.classes & PREPOSITION))
      return { sort: 'none', at };
    if (item.lower === 'to' && takes & (Takes.TO | Takes.HEARER_TO) && isInfinitive(next))
      return { sort: 'infinitive', at };
    if (takes & Takes.FOR && /^(?:for|on|of|against|upon)$/.test(item.lower))
      return { sort: 'thing', at: at + 1 };
    if (takes & (Takes.TELL | Takes.HEARER_TO | Takes.ASK) && !heard && startsPhrase(item)) {
      const end = hearerEnd(items, at);
      // verbs that need no hearer have one only where a clause follows: "warned the town that …"
      if (end > at && (!(takes & Takes.SAY) || opensReport(items[end]))) {
        heard = true;
        at = end;
        continue;
      }
    }
    if (
      item.classes & PREPOSITION &&
      ADJUNCT.has(item.lower) &&
      takes & (CLAUSE | Takes.QUOTES | Takes.ASK) &&
      !QUANTITY.test(next?.lower ?? '')
    ) {
      const end = prepositionalEnd(items, at);
      if (end > at) {
        at = end;
        continue;
      }
      // "after meeting …", "by noting": to the next comma or "that"
      if (/^(?:after|before|following|by|in)$/.test(item.lower)) {
        let i = at + 1;
        while (
          items[i] &&
          i < at + 15 &&
          !/^[,.:;]$/.test(items[i]!.surface) &&
          items[i]!.lower !== 'that' &&
          items[i]!.quote < 0
        )
          i++;
        if (items[i]?.lower === 'that' || (items[i]?.quote ?? -1) >= 0 || items[i]?.surface === ',') {
          at = i;
          continue;
        }
      }
      return { sort: 'none', at };
    }
    if (takes & BARE && SUBJECT_CONTRACTION.test(item.lower)) return { sort: 'bare', at };
    if (item.classes & ADVERB && !(item.classes & (PRONOUN | PREPOSITION)) && steps < 6 && !item.name) {
      at++;
      continue;
    }
    if (takes & BARE && (lemma === 'say' ? !isFiniteVerb(items, at) : startsClause(items, at)))
      return { sort: 'bare', at };
    if (takes & Takes.THING && (startsPhrase(item) || isNominal(item))) return { sort: 'thing', at };
    return { sort: 'none', at };
  }
  return { sort: 'none', at };
}

const opensReport = (item: Item | undefined) =>
  item !== undefined && (item.lower === 'that' || item.lower === 'to' || item.quote >= 0);

const startsPhrase = (item: Item) =>
  isNominal(item) || (item.classes & (DETERMINER | POSSESSIVE | OBJECT_PRONOUN | PRONOUN)) !== 0;

const isInfinitive = (item: Item | undefined) =>
  Boolean(
    item?.word &&
      !item.capital &&
      !(item.classes & (DETERMINER | POSSESSIVE | OBJECT_PRONOUN)) &&
      !/s$|ers$/.test(item.lower),
  ) ||
  item?.lower === 'discuss' ||
  item?.lower === 'be';

function hearerEnd(items: readonly Item[], at: number): number {
  if (
    items[at]!.classes & PRONOUN &&
    !(items[at]!.classes & OBJECT_PRONOUN) &&
    !(items[at]!.classes & DETERMINER)
  )
    return at;
  let end = phraseRight(items, at);
  // "told reporters in Tokyo", "told Fox News' Sean Hannity on Tuesday"
  const after = prepositionalEnd(items, end);
  if (after > end && items[end]!.lower !== 'to') end = after;
  if (items[end]?.lower === 'and' && isNominal(items[end + 1])) end = phraseRight(items, end + 1);
  return end;
}

/** Whether a clause with a finite verb begins here; none does where the text has ended. */
export function startsClause(items: readonly Item[], at: number): boolean {
  const first = items[at];
  if (!first) return false;
  if (!startsPhrase(first) && first.lower !== 'there' && !first.name) return false;
  for (let i = at + 1; i < Math.min(items.length, at + 16); i++) {
    const { surface, lower } = items[i]!;
    if (/^[.;:]$/.test(surface) || (surface === ',' && !items[i - 1]!.name)) return false;
    if (lower === 'that' || lower === 'who' || lower === 'which') return false;
    if (isFiniteVerb(items, i) || likelyThirdPerson(items, i)) return true;
  }
  return false;
}

/** "the exhibit identifies the": an -s after a singular noun and before an object or adverbial. */
function likelyThirdPerson(items: readonly Item[], at: number): boolean {
  const { surface } = items[at]!;
  const before = items[at - 1]!;
  const after = items[at + 1];
  return (
    THIRD_PERSON.test(surface) &&
    isNominal(before) &&
    !/s$/.test(before.lower) &&
    Boolean(after && after.classes & (DETERMINER | POSSESSIVE | OBJECT_PRONOUN))
  );
}

function isTimePhrase(items: readonly Item[], at: number): boolean {
  const { lower, surface } = items[at]!;
  if (/^(?:last|this|next|earlier|late|early|later|that|one|two|three|\d+|a|the)$/.test(lower)) {
    for (let i = at + 1; i < at + 4; i++) {
      const item = items[i];
      if (!item) return false;
      if (TIME_NOUNS.has(item.lower) || item.classes & TIME)
        return lower !== 'a' && lower !== 'the'
          ? true
          : /^(?:ago|later|earlier|before|after)$/.test(items[i + 1]?.lower ?? '');
      if (!/^(?:past|same|few|week|year|next|last|previous|this|following|\d+)$/.test(item.lower))
        return false;
    }
  }
  return startsUpper(surface) && TIME_NOUNS.has(lower);
}

function timeEnd(items: readonly Item[], at: number): number {
  let i = at + 1;
  while (
    items[i] &&
    (items[i]!.classes & TIME ||
      TIME_NOUNS.has(items[i]!.lower) ||
      /^(?:ago|later|earlier|week|\d{1,2})$/.test(items[i]!.lower)) &&
    i < at + 6
  )
    i++;
  return i;
}

function finiteAhead(items: readonly Item[], at: number): boolean {
  for (let i = at; i < Math.min(items.length, at + 30); i++)
    if (isFiniteVerb(items, i) || items[i]!.quote >= 0) return true;
  return false;
}
