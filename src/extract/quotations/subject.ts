import type { Item } from './frames';
import { basePhraseLeft, isAdverbialTime, isNominal, type Phrase, phraseLeft } from './phrases';
import {
  ADVERB,
  AUXILIARY,
  BE,
  COORDINATOR,
  HAVE,
  NEGATION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from './words';

/** A verb with its auxiliaries and adverbs: items [from, main]. */
export interface VerbGroup {
  from: number;
  main: number;
  finite: boolean;
  passive: boolean;
  /** "to say": from is at "to". */
  infinitive: boolean;
}

/** Verbs that hand their subject to an infinitive: "went on to say", "declined to comment". */
const CATENATIVE = new Set(
  'going continued continues went goes want wants wanted plans planned plan tried tries trying began begins refused refuses declined declines seemed seems appeared appears sought hopes hoped intends intended used expected set able willing ready quick keen happy proceeded chose decided moved rushed managed failed happened came likely sure due vowed pledged promised agreed on'.split(
    ' ',
  ),
);

/** The verb group whose main verb is item `main`. */
export function verbGroup(items: readonly Item[], main: number): VerbGroup {
  const { verb } = items[main]!;
  let from = main;
  let auxiliary = 0;
  let be = false;
  for (let i = main - 1; i >= Math.max(0, main - 8); i--) {
    const { classes, name, lower, surface } = items[i]!;
    if (name && !(classes & AUXILIARY)) break;
    if (classes & AUXILIARY && !(surface === 'May' || surface === 'Will')) {
      if (lower === "'d" && !(classes & AUXILIARY)) break;
      auxiliary |= classes;
      if (classes & BE) be = true;
      from = i;
    } else if (
      classes & (NEGATION | ADVERB) &&
      !(classes & (PREPOSITION | SUBORDINATOR)) &&
      !(classes & TIME)
    ) {
      from = i;
    } else if (lower === "'s" && i === from - 1 && verb && (verb.forms.has('ing') || auxiliary)) {
      from = i;
      auxiliary |= BE;
    } else break;
  }
  const infinitive = items[from - 1]?.lower === 'to' && Boolean(verb?.forms.has('base')) && auxiliary === 0;
  const ing = Boolean(verb?.forms.has('ing'));
  const participle = Boolean(verb?.forms.has('participle'));
  const finite = ing
    ? be || (auxiliary & BE) !== 0
    : Boolean(verb?.forms.has('s') || verb?.forms.has('past')) ||
      auxiliary !== 0 ||
      (!infinitive && Boolean(verb?.forms.has('base')));
  const lastAuxiliary = lastAux(items, from, main);
  const passive = participle && (lastAuxiliary & BE) !== 0 && !ing;
  if (infinitive) {
    let start = from - 1;
    // the verb that governs the infinitive, with its own auxiliaries
    if (CATENATIVE.has(items[start - 1]?.lower ?? '')) {
      start--;
      if (items[start]!.lower === 'on' && start > 0) start--;
      while (
        start > 0 &&
        items[start - 1]!.classes & (AUXILIARY | NEGATION | ADVERB) &&
        !items[start - 1]!.name
      )
        start--;
      return { from: start, main, finite: true, passive: false, infinitive: false };
    }
    return { from: start, main, finite: false, passive: false, infinitive: true };
  }
  return { from, main, finite, passive, infinitive };
}

function lastAux(items: readonly Item[], from: number, main: number): number {
  for (let i = main - 1; i >= from; i--) {
    const { classes, lower } = items[i]!;
    if (classes & AUXILIARY) return classes;
    if (lower === "'s") return BE | HAVE;
  }
  return 0;
}

/** The subject of a verb group, looked for on its left. */
export function subjectOf(items: readonly Item[], group: VerbGroup): Phrase | null {
  let at = beforeTimes(items, group.from - 1);
  while (
    at >= 0 &&
    items[at]!.classes & (ADVERB | TIME) &&
    !items[at]!.name &&
    !(items[at]!.classes & PRONOUN)
  )
    at--;
  if (at < 0) return null;
  const item = items[at]!;
  if (item.classes & RELATIVE && item.lower !== 'what') {
    let before = at - 1;
    while (/^[,—–―-]$/.test(items[before]?.surface ?? '')) before--;
    while (before > 0 && items[before]!.classes & TIME && !items[before]!.name) before--;
    // "shook hands with Ann Lee, who said": the person named last
    const nearest = items[before]?.name?.kind === 'person' ? basePhraseLeft(items, before) : null;
    let antecedent = nearest ?? (before >= 0 ? nounOnly(items, phraseLeft(items, before)) : null);
    if (antecedent && antecedent.from > 0 && isAdverbialTime(items, antecedent)) {
      before = antecedent.from - 1;
      while (before > 0 && items[before]!.classes & (TIME | ADVERB) && !items[before]!.name) before--;
      antecedent = nounOnly(items, phraseLeft(items, before));
    }
    return antecedent && { ...antecedent, relative: at };
  }
  if (item.surface === ',' || item.surface === ')' || /^[—–―-]$/.test(item.surface)) {
    return beforeParenthesis(items, at);
  }
  if (item.classes & COORDINATOR && item.lower !== '&') return mainSubject(items, 0, at);
  let phrase = phraseLeft(items, at);
  // "Trump this week said"
  if (phrase && phrase.from > 0 && isAdverbialTime(items, phrase)) {
    let before = phrase.from - 1;
    while (before > 0 && items[before]!.classes & ADVERB && !items[before]!.name) before--;
    phrase = phraseLeft(items, before) ?? phrase;
  }
  return phrase && coordinated(items, phrase);
}

/** Behind a subject, "who in 2010 said": the last item before such times. */
function beforeTimes(items: readonly Item[], last: number): number {
  const preposition = items[last - 1];
  if (
    preposition &&
    preposition.classes & PREPOSITION &&
    /^(?:(?:19|20)\d\d)$/.test(items[last]?.surface ?? '')
  )
    return last - 2;
  if (preposition && preposition.lower === 'on' && items[last]!.classes & TIME) return last - 2;
  return last;
}

const nounOnly = (items: readonly Item[], phrase: Phrase | null) =>
  phrase && isNominal(items[phrase.to - 1]) ? phrase : null;

/** "Sanders and Warren said": the first of both. */
function coordinated(items: readonly Item[], phrase: Phrase): Phrase {
  const link = items[phrase.from - 1];
  if (link?.lower !== 'and' || !isNominal(items[phrase.from - 2])) return phrase;
  const left = phraseLeft(items, phrase.from - 2);
  if (!left) return phrase;
  const opener = items[left.from - 1];
  // only at a clause's start; elsewhere "and" may join clauses
  if (opener && opener.surface !== ',' && !(opener.classes & (SUBORDINATOR | COORDINATOR))) return phrase;
  return { from: left.from, to: phrase.to };
}

/** The noun phrase before an apposition, a relative clause or an aside that ends at `comma`. */
function beforeParenthesis(items: readonly Item[], comma: number): Phrase | null {
  if (items[comma]!.surface === ')') {
    let open = comma;
    while (open > 0 && items[open]!.surface !== '(' && comma - open < 30) open--;
    const phrase = open > 0 ? phraseLeft(items, open - 1) : null;
    return nounOnly(items, phrase);
  }
  const dash = items[comma]!.surface !== ',';
  let nearest: Phrase | null = null;
  let found: Phrase | null = null;
  /** The person's name that the sentence opens with, before all appositions. */
  let opening: Phrase | null = null;
  for (let i = comma - 1; i > 0 && comma - i < 45; i--) {
    const { surface } = items[i]!;
    if (surface === ';' || surface === ':') break;
    if (dash ? !/^[—–―-]$/.test(surface) : surface !== ',') continue;
    const phrase = nounOnly(items, phraseLeft(items, i - 1));
    if (!phrase || /^\d+$/.test(items[phrase.to - 1]!.surface)) continue;
    const opens = items[i + 1]!;
    const before = items[phrase.from - 1];
    const clean =
      !before ||
      before.surface === ',' ||
      (before.classes & (COORDINATOR | SUBORDINATOR)) !== 0 ||
      before.quote >= 0;
    const kind = items[i - 1]!.name?.kind;
    if (clean && (kind === 'person' || (kind === 'organisation' && phrase.from < 2))) {
      opening = phrase;
      continue;
    }
    if (opening) continue;
    nearest ??= phrase;
    if ((opens.classes & RELATIVE && opens.lower !== 'that') || (clean && !(opens.classes & COORDINATOR)))
      found ??= phrase;
  }
  if (opening || found || nearest) return opening ?? found ?? nearest;
  // "Ann Lee of the food agency, says"
  const whole = dash ? null : nounOnly(items, phraseLeft(items, comma - 1));
  return whole && whole.from < 2 ? whole : null;
}

const PAST_FORM = /^\p{Ll}{3,}ed$/u;

/** Whether an item is most likely a finite verb. */
export function isFiniteVerb(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (!item.word || item.name) return false;
  if (item.classes & (AUXILIARY | VERB))
    return !(item.lower === 'being' || item.lower === 'having' || item.lower === 'be');
  if (item.capital) return false;
  if (item.verb && (item.verb.forms.has('past') || item.verb.forms.has('s')))
    return (
      isNominal(items[at - 1]) ||
      items[at - 1]?.surface === ',' ||
      Boolean(items[at - 1] && items[at - 1]!.classes & (PRONOUN | ADVERB | RELATIVE))
    );
  return (
    PAST_FORM.test(item.surface) &&
    Boolean(
      items[at - 1]?.name || (items[at - 1]?.classes ?? 0) & (PRONOUN | ADVERB) || isNominal(items[at - 1]),
    )
  );
}

/** The subject of the first finite verb in [from, to), clauses and phrases set before it with a comma left out. */
export function mainSubject(items: readonly Item[], from: number, to: number): Phrase | null {
  let start = from;
  while (start < to) {
    const { classes, name } = items[start]!;
    if (name || !(classes & (SUBORDINATOR | PREPOSITION | ADVERB)) || classes & PRONOUN) break;
    let comma = start;
    while (comma < to && items[comma]!.surface !== ',') comma++;
    if (comma >= to - 1) break;
    start = comma + 1;
  }
  // "Sen. Bernie Sanders (Vt.), who lost, …": a person's name with nothing but titles before it
  for (
    let i = start;
    i < Math.min(to, start + 6) && (isNominal(items[i]) || items[i]!.surface === '.');
    i++
  ) {
    if (items[i]!.name?.kind !== 'person') continue;
    while (i + 1 < to && items[i + 1]!.name === items[i]!.name) i++;
    if (i + 1 < to && !isNominal(items[i + 1]) && !/^['’]s?$/.test(items[i + 1]!.lower))
      return { from: start, to: i + 1 };
    break;
  }
  for (let i = start + 1; i < to; i++) {
    if (!isFiniteVerb(items, i)) continue;
    let at = i - 1;
    while (at > start && items[at]!.classes & ADVERB && !items[at]!.name && !(items[at]!.classes & PRONOUN))
      at--;
    if (at < start) continue;
    if (items[at]!.classes & RELATIVE) {
      const phrase = phraseLeft(items, items[at - 1]?.surface === ',' ? at - 2 : at - 1);
      if (phrase && phrase.from >= start) return phrase;
      continue;
    }
    if (items[at]!.surface === ',') {
      const phrase = beforeParenthesis(items, at);
      if (phrase && phrase.from >= start) return phrase;
      continue;
    }
    const phrase = phraseLeft(items, at);
    if (phrase && phrase.from >= start) return phrase;
  }
  return null;
}
