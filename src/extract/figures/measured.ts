import { startsLower, startsUpper } from '../../text/letters';
import type { Token } from '../../text/tokens';

/** A half-open range of tokens. */
export interface Range {
  firstToken: number;
  endToken: number;
}

const set = (words: string) => new Set(words.split(' '));
const PREPOSITIONS = set(
  'of on in for from against at with to by among between over under into across within',
);
const AUXILIARIES = set(
  "is are was were be been being has have had do does did will would can could may might must should shall won't don't didn't doesn't isn't wasn't aren't weren't",
);
const VERBS = set(
  'say live lives rose fell grew shrank said says made took came went gave got held met won lost left became saw cost costs pay pays paid spend spends spent buy buys bought sell sells sold earn earns hit hits reach reaches remain remains stand stands stood make makes give gives take takes want wants raise raises cut cuts keep keeps kept put puts lay lays laid send sends sent drop drops jump jumps climb climbs total totals include includes exceed exceeds show shows shed sheds own owns hold holds face faces employ employs impose imposes invest invests lift lifts told tell tells ran run runs bring brings brought build builds built beat beats provide provides receive receives get gets charge charges host sank soar soars slid slip slips slide double doubles',
);
const BREAKS = set(
  'that which who whom whose although though while because if as than but and or when where whether after before since until so then this these those it they he she we you i him her them us there here also not only just still more less about nearly almost around roughly some up down least most already now once even however both either what how why an a the below above apart each higher lower away out off along now per ago later earlier',
);
const LEADING = set(
  'the a an this that these those its their his her our my your some any all about nearly almost around roughly more than at least up to just only over under current existing total another first',
);
const MONEY_VERBS = set(
  'pay pays paid paying cost costs costing spend spends spent spending invest invests invested investing raise raised raising give gives gave giving provide provided donate donated contribute contributed fund funded award awarded fine fined earn earned sell sold buy bought lend lent borrow borrowed owe owed save saved lose lost sue sued seek sought demand demanded pledge pledged commit committed allocate allocated approve approved',
);
const IRREGULAR = set(
  'people men women children personnel staff police troops aircraft fish sheep cattle feet teeth mice data media crew spacecraft families km kg lbs mph crore',
);
const ENDINGS_NOT_PLURAL = /(?:ss|us|is)$/;

/** In lower case, but for "US", which is no pronoun. */
const lower = (token: Token | undefined): string =>
  token?.surface === 'US' ? 'US' : (token?.surface.toLowerCase() ?? '');
const isWord = (token: Token | undefined): boolean => token?.kind === 'word';
const isPlural = (word: string): boolean =>
  IRREGULAR.has(word) || (word.length > 3 && word.endsWith('s') && !ENDINGS_NOT_PLURAL.test(word));

/** Verbs by list and by ending; a participle that stands before a noun is taken for one too, which shortens a phrase at most. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at]);
  if (AUXILIARIES.has(word) || VERBS.has(word)) return true;
  if (word.includes('-')) return false;
  return /(?:[^e]ed|ied)$/.test(word) && word.length > 4 && startsLower(tokens[at]!.surface);
}

/** The noun that a bare number counts, with its modifiers: "54,000 [US military personnel]"; `head` is the noun. */
export function countedNoun(
  tokens: readonly Token[],
  from: number,
  end: number,
): (Range & { head: number }) | null {
  for (let at = from; at < end && at < from + 5; at++) {
    const word = lower(tokens[at]);
    if (!isWord(tokens[at]) || BREAKS.has(word) || PREPOSITIONS.has(word) || AUXILIARIES.has(word))
      return null;
    if (!isPlural(word) || startsUpper(tokens[at]!.surface)) continue;
    let head = at;
    while (
      head + 1 < end &&
      head < from + 5 &&
      isPlural(lower(tokens[head + 1])) &&
      !isVerb(tokens, head + 1) &&
      !PREPOSITIONS.has(lower(tokens[head + 1]))
    )
      head++;
    return { firstToken: from, endToken: head + 1, head };
  }
  return null;
}

/** A noun phrase that begins at `from`, with up to two prepositional phrases behind it; null if none does. */
export function phraseFrom(tokens: readonly Token[], from: number, end: number, tails = 2): Range | null {
  let at = from;
  while (at < end && LEADING.has(lower(tokens[at]))) at++;
  const first = at;
  let left = tails;
  let last = at;
  let quoted = false;
  while (at < end && at - first < 14) {
    const token = tokens[at]!;
    const word = lower(token);
    if (/^["“”]$/.test(token.surface)) {
      quoted = !quoted;
      at++;
      if (!quoted) last = at;
      continue;
    }
    if (PREPOSITIONS.has(word)) {
      if (at === first || left === 0 || word === 'to' || word === 'by') break;
      left--;
      at++;
      while (at < end && LEADING.has(lower(tokens[at]))) at++;
      continue;
    }
    if (!isWord(token) || BREAKS.has(word) || (isVerb(tokens, at) && at > first)) break;
    at++;
    last = at;
  }
  return last > first ? { firstToken: first, endToken: last } : null;
}

/** The noun phrase that ends before token `end`, its prepositional phrases included: `["reciprocal" tariffs on Japan] of 24 percent`. */
export function phraseBefore(tokens: readonly Token[], end: number, start: number): Range | null {
  let at = end;
  let first = end;
  while (at > start && end - at < 14) {
    const token = tokens[at - 1]!;
    const word = lower(token);
    if (/^["“”]$/.test(token.surface)) {
      at--;
      if (first === at + 1 || first === end) first = at;
      continue;
    }
    if (!isWord(token) || isVerb(tokens, at - 1) || word === 'to') break;
    if (BREAKS.has(word) && !/^(?:the|a|an)$/.test(word)) break;
    at--;
    if (!PREPOSITIONS.has(word) && !LEADING.has(word)) first = at;
    else if (PREPOSITIONS.has(word) && at === start) break;
  }
  return end > first ? { firstToken: first, endToken: end } : null;
}

/** Units of time and size, which say nothing of what is measured. */
export const MEASURES =
  /^(?:seconds|minutes|hours|days|weeks|months|years|decades|miles|km|kilometres|kilometers|metres|meters|feet|inches|acres|hectares|tons|tonnes|kg|kilograms|pounds|litres|liters|gallons|barrels|megawatts|gigawatts|degrees|points|times|knots|mph)$/;

const TIME = /^(?:years?|months?|weeks?|days?|hours?|decades?|quarters?|total|all|\d+)$/;

/** What a figure measures, in the words of its sentence `[start, end)`: the phrase behind it, before it, or the verb's. */
export function measured(
  tokens: readonly Token[],
  figure: Range & { unit: string },
  sentence: Range,
  earlier: Range | null,
): Range | null {
  const { firstToken: start, endToken: end } = sentence;
  const behind = figure.endToken;
  const word = lower(tokens[behind]);
  const length = MEASURES.test(figure.unit);
  if (behind < end) {
    if (word === 'of') {
      const phrase = phraseFrom(tokens, behind + 1, end, 1);
      if (phrase && !/ly$/.test(lower(tokens[phrase.endToken - 1]))) return phrase;
    } else if ((word === 'in' || word === 'worth') && !/percent|points/.test(figure.unit)) {
      const from = lower(tokens[behind + 1]) === 'of' ? behind + 2 : behind + 1;
      const phrase = phraseFrom(tokens, from, end, 1);
      if (
        phrase &&
        startsLower(tokens[phrase.firstToken]!.surface) &&
        !TIME.test(lower(tokens[phrase.endToken - 1]))
      )
        return phrase;
    } else if (
      !length &&
      isWord(tokens[behind]) &&
      !BREAKS.has(word) &&
      !PREPOSITIONS.has(word) &&
      !isVerb(tokens, behind)
    ) {
      const phrase = phraseFrom(tokens, behind, end, 0);
      if (
        phrase &&
        /\p{Ll}/u.test(tokens[phrase.endToken - 1]!.surface) &&
        !/(?:ly|er)$/.test(lower(tokens[behind])) &&
        !(phrase.endToken < end && /^[A-Z]{3}/.test(figure.unit) && isVerb(tokens, phrase.endToken))
      )
        return phrase;
    }
  }
  let at = figure.firstToken;
  while (at > start && (LEADING.has(lower(tokens[at - 1])) || lower(tokens[at - 1]) === 'a')) at--;
  if (at > start && lower(tokens[at - 1]) === 'of') {
    const phrase = phraseBefore(tokens, at - 1, start);
    if (phrase) return phrase;
  }
  return subjectOrVerb(tokens, at, start, figure.unit, earlier);
}

/** "[Exports] rose 5 percent", "[these have been paused] for 90 days", "[pay more for hosting troops], from $1.4 billion". */
function subjectOrVerb(
  tokens: readonly Token[],
  before: number,
  start: number,
  unit: string,
  earlier: Range | null,
): Range | null {
  let at = before;
  const prepositions: string[] = [];
  while (
    at > start &&
    (PREPOSITIONS.has(lower(tokens[at - 1])) ||
      LEADING.has(lower(tokens[at - 1])) ||
      tokens[at - 1]!.surface === ',')
  )
    prepositions.push(lower(tokens[--at]));
  const duration = /^(?:decades|days|weeks|months|years|hours|minutes)$/.test(unit);
  const money = /^[A-Z]{3}/.test(unit);
  let verb = at - 1;
  while (verb >= start && at - verb < 18 && !isVerb(tokens, verb)) {
    if (tokens[verb]!.surface === ';') return null;
    verb--;
  }
  if (money) {
    for (let i = at - 1; i >= start && at - i < 18; i--)
      if (MONEY_VERBS.has(lower(tokens[i])) && at - i > 1) return { firstToken: i, endToken: at };
  }
  if (verb < start || at - verb >= 18) return null;
  if (!duration && at - 1 - verb > (money ? 1 : 3)) return null;
  let first = verb;
  while (first > start && (isVerb(tokens, first - 1) || /ly$/.test(lower(tokens[first - 1])))) first--;
  const subject = phraseBefore(tokens, first, start);
  if (duration) {
    const pronoun =
      first > start && /^(?:these|those|they|it|this|which|that)$/.test(lower(tokens[first - 1]));
    if (pronoun)
      return {
        firstToken: earlier && earlier.endToken <= first ? earlier.firstToken : first - 1,
        endToken: at,
      };
    return subject ? { firstToken: subject.firstToken, endToken: at } : null;
  }
  return subject;
}
