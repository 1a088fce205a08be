import type { Span } from '../../text/span';
import { dayValue, parseDay } from './calendar';
import type { Found } from './context';
import { FULL_WEEKDAY, NUMBER_WORD, numberOf, ORDINAL_WORD, ordinalOf } from './words';

/** A day named by what happens on it: "day five", "the fifth day of the trial", "opening night", "election day". */
interface Occasion extends Span {
  /** What it is a day of, in lower case: "day" for a numbered one. */
  name: string;
  /** The number of a numbered day, else 0. */
  number: number;
}

const OCCASION = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:(?<numbered>[Dd]ay (?<count>${NUMBER_WORD}|\\d{1,2}))(?: of the (?:1[89]|20)\\d\\d(?= \\p{L}))?|(?:the )?(?<ordinal>${ORDINAL_WORD}|\\d{1,2}(?:st|nd|rd|th)) day(?= of )|(?:[Tt]he )?(?<named>[Oo]pening|[Cc]losing|[Ee]lection|[Pp]olling|[Ii]nauguration|[Ww]edding|[Mm]atch|[Rr]ace|[Ll]aunch) (?<part>night|day))(?![\\p{L}\\p{N}_-])`,
  'gu',
);
const BETWEEN = /^(?:,? \(?|: | – | — )$/;

/**
 * Adds the days that the text names by an occasion and sets beside a date once ("Yesterday, day five of the games",
 * "opening night, January 23"), wherever the same occasion is named: numbered days count from the one that is dated.
 * An occasion whose dates in the text disagree is left out. `found` in the order of the text; so is what is given.
 */
export function withOccasions(text: string, found: readonly Found[]): Found[] {
  const occasions = occasionsIn(text);
  if (occasions.length === 0) return [...found];
  const anchors = new Map<string, number | null>();
  let next = 0;
  for (const occasion of occasions) {
    while (next < found.length && found[next]!.start < occasion.start) next++;
    let after = next;
    while (after < found.length && found[after]!.start < occasion.end) after++;
    const day = apposed(text, found[next - 1], occasion) ?? apposed(text, occasion, found[after]);
    if (day === null) continue;
    const first = day - occasion.number;
    const known = anchors.get(occasion.name);
    anchors.set(occasion.name, known === undefined || known === first ? first : null);
  }
  const named = occasions.flatMap((occasion): Found[] => {
    const first = anchors.get(occasion.name) ?? null;
    return first === null
      ? []
      : [{ start: occasion.start, end: occasion.end, value: dayValue(first + occasion.number) }];
  });
  return merge(found, named);
}

function occasionsIn(text: string): Occasion[] {
  const occasions: Occasion[] = [];
  for (const match of text.matchAll(OCCASION)) {
    const { count, ordinal, named, part } = match.groups!;
    const number = count ? numberOf(count) : ordinal ? ordinalOf(ordinal) : 0;
    if (number === null) continue;
    const name = named ? `${named} ${part}`.toLowerCase() : 'day';
    occasions.push({ start: match.index, end: match.index + match[0].length, name, number });
  }
  return occasions;
}

/** The day of the one that is a date, where nothing but a comma or the like stands between the two. */
function apposed(
  text: string,
  left?: Span & { value?: string },
  right?: Span & { value?: string },
): number | null {
  if (!left || !right || right.start < left.end || right.start - left.end > 3) return null;
  if (!BETWEEN.test(text.slice(left.end, right.start))) return null;
  const value = left.value ?? right.value ?? '';
  return value.length === 10 ? parseDay(value) : null;
}

/** Both in the order of the text; a date inside a named day ("day five of the 2018 games") goes with it. */
function merge(found: readonly Found[], named: readonly Found[]): Found[] {
  const all: Found[] = [];
  let at = 0;
  for (const date of found) {
    while (at < named.length && named[at]!.end <= date.start) all.push(named[at++]!);
    const over = named[at] && named[at]!.start < date.end ? named[at]! : null;
    if (!over) all.push(date);
    else if (date.start < over.start || date.end > over.end) {
      all.push(date);
      at++;
    }
  }
  return [...all, ...named.slice(at)];
}

const OF_DAY =
  /\b(?:first|second|third|fourth|next|last|final|only|other|opening|closing|rest|end) (?:\p{Ll}+ )?of $/u;
const IS_NTH = new RegExp(
  `(?:^|[^\\p{L}])(?:${FULL_WEEKDAY}|today|yesterday|it|this)(?: is| was|['’]s) (?:only )?(?:the|its|their) (?:${ORDINAL_WORD}|\\d{1,2}(?:st|nd|rd|th)) (?:straight |consecutive |full )?$`,
  'iu',
);

/** Whether "the day" that `before` leads to is that of which the text tells: "the last match of the day". */
export const isOfTheDay = (before: string): boolean => OF_DAY.test(before);

/** Whether `before` says of a day, or of now, that it is the so-manieth: "today is the eighth day". */
export const isNthDay = (before: string): boolean => IS_NTH.test(before);

const APPOSED = /, $/;
const THAT_DAY = /^ (?:before|after|when|of|that|on which)(?!\p{L})/u;

/** Whether "the day" at `start` explains the date just before it: "Oct. 12, the day before the crash". */
export const explainsDate = (text: string, last: number, start: number, end: number): boolean =>
  start - last === 2 && APPOSED.test(text.slice(last, start)) && THAT_DAY.test(text.slice(end, end + 10));
