import type { Item } from './frames';
import { basePhraseLeft, isNominal, type Phrase } from './phrases';
import type { VerbGroup } from './subject';
import {
  COORDINATOR,
  DETERMINER,
  DO,
  HAVE,
  MODAL,
  NEGATION,
  OBJECT_PRONOUN,
  POSSESSIVE,
  PRONOUN,
  RELATIVE,
} from './words';

/** Those that report after "the …" more often than they are its noun: "the government claims that". */
const NOUN_OR_REPORT = new Set('claims notes reveals reports states'.split(' '));
/** Third-person forms that are as often plural nouns. */
const NOUN_TOO = new Set(
  'states fumes claims reports tweets comments remarks plans demands rules questions calls charges notes reveals attacks hopes fears worries doubts figures posts reasons cries shouts brands labels quotes estimates forecasts projects requests challenges orders hails blames rates views regards quips jokes echoes emails texts messages headlines captions counters signals hints boasts promises vows pledges threats protests laments guarantees details presses pushes lobbies appeals'.split(
    ' ',
  ),
);

/** Base and third-person forms need a subject or auxiliary that agrees; what looks like a noun is none. */
export function agrees(items: readonly Item[], group: VerbGroup): boolean {
  const { verb, lower } = items[group.main]!;
  if (verb!.forms.has('ing')) return true;
  for (let i = group.from; i < group.main; i++) {
    if (items[i]!.classes & (MODAL | HAVE | DO) || items[i]!.lower === 'to' || items[i]!.lower === "'s")
      return true;
  }
  const before = items[group.from - 1];
  if (!before || isPossessive(before)) return false;
  const pronoun =
    (before.classes & PRONOUN) !== 0 && ((before.classes & DETERMINER) === 0 || lower === 'say');
  if (before.classes & DETERMINER && !pronoun) return false;
  if (verb!.forms.has('past') && !verb!.forms.has('base')) return true;
  const joined = before.surface === ',' || (before.classes & (RELATIVE | COORDINATOR)) !== 0;
  if (verb!.forms.has('s')) {
    // "his claims", "media reports": a name, a pronoun or a comma before it makes it a verb
    if (pronoun || joined || before.name || before.surface === ')') return true;
    if (!isNominal(before)) return false;
    return (
      !NOUN_TOO.has(lower) ||
      (NOUN_OR_REPORT.has(lower) &&
        /^(?:the|a|an)$/.test(items[basePhraseLeft(items, group.from - 1)?.from ?? 0]!.lower))
    );
  }
  if (pronoun || joined) return true;
  return (
    isNominal(before) &&
    (lower === 'say' || (!before.name && /s$|people|police|men|women/.test(before.lower)))
  );
}

const isPossessive = ({ lower, classes }: Item) =>
  lower === "'s" ||
  lower === "'" ||
  ((classes & POSSESSIVE) !== 0 && (classes & (PRONOUN | OBJECT_PRONOUN)) === 0);

/** "what Trump says his plan would do", "a provision they say could fail": a relative clause, not a report. */
export function leavesGap(items: readonly Item[], phrase: Phrase, sort: string): boolean {
  const before = items[phrase.from - 1];
  if (!before || phrase.relative !== undefined) return false;
  if (/^(?:what|which|how|why|where|whom|whatever|everything|anything|something)$/.test(before.lower))
    return phrase.from > 1;
  return (
    sort === 'bare' &&
    isNominal(before) &&
    (items[phrase.from]!.classes & PRONOUN) !== 0 &&
    !(items[phrase.from]!.classes & DETERMINER)
  );
}

/** With an infinitive, what is not said, or not yet: "declined to say", "plans to announce". */
const NOT_YET = new Set(
  'declined declines refused refuses failed unable plan plans planned want wants wanted tried tries trying hopes hoped expected set intends intended likely willing ready sought due decided'.split(
    ' ',
  ),
);

/** "did not say", "would warn", "may tell": nothing was said. */
export function isUnsaid(items: readonly Item[], { from, main }: VerbGroup): boolean {
  if (items[main]!.verb!.lemma === 'deny') return false;
  for (let i = from; i < main; i++) {
    const { classes, lower } = items[i]!;
    if (classes & (NEGATION | MODAL) || /n't$/.test(lower) || NOT_YET.has(lower)) return true;
  }
  return false;
}

/** Whether a phrase can be a speaker at all. */
export function maySpeak(items: readonly Item[], phrase: Phrase): boolean {
  const last = items[phrase.to - 1]!;
  return !/^(?:you|worth|there|this|that|these|those|what|which|nothing|none|anything|everything)$/.test(
    last.lower,
  );
}
