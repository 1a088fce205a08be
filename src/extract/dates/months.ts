import { dayNumber, dayValue, isDay, monthValue } from './calendar';
import { type Context, type Found, matchAt } from './context';
import {
  DAY_OF_MONTH,
  MONTH,
  monthOf,
  ORDINAL_WORD,
  ordinalOf,
  spelledYear,
  YEAR,
  YEAR_IN_WORDS,
} from './words';

const DAY_FOLLOWS = new RegExp(
  `(?:,? (?:the )?(${DAY_OF_MONTH}|${ORDINAL_WORD})(?!\\d|:\\d|%|[.,]\\d|\\p{L}))?(?:(?:,| of)? ?(${YEAR})(?![\\d%]|[.,]\\d)| '(\\d\\d)(?!\\d))?`,
  'uy',
);
const YEAR_WORD = /,? (?:of )?(last|this|next) year(?!['’\p{L}])/uy;
const OTHER_END = new RegExp(
  `(?: ?[-–—] ?| (?:to|through|until|and) )(?:${MONTH} )?${DAY_OF_MONTH},? (${YEAR})(?!\\d)`,
  'uy',
);
const SPELLED_YEAR = new RegExp(`,? (${YEAR_IN_WORDS})(?!\\p{L})`, 'uy');
const MONTH_MODIFIER =
  /(?:(?:the )?(?:early|late|mid|middle|beginning|start|end|first half|second half)(?:[- ]of)?[- ])?(?:\b(last|past|next|this|this past|this coming|coming)\s)?$/i;
const MONTH_IS_MEANT =
  /(?:\b(?:in|since|until|till|by|of|from|through|to|for|and|or|last|next|this|early|late|mid|during|before|after|between|due|on|every|each|around)[\s-]|\(|[,;–-] ?)$/i;

/**
 * "April", "April 22", "Apr. 22, 2025", "last April", "early April", "April last year". "May" and "March" need a day,
 * a year or a word before them that makes them months.
 */
export function monthAt(context: Context, start: number, word: string): Found | null {
  const { text } = context;
  const month = monthOf(word);
  const end = start + word.length;
  const follows = matchAt(DAY_FOLLOWS, text, end)!;
  const [, dayWord, yearWord, shortYear] = follows;
  const before = context.before(start);
  const modifier = MONTH_MODIFIER.exec(before)!;
  const full =
    /^[A-Z]{3,}$/.test(word) || /^(?:May|March|Mar|Dec|Jan|Sep|Jun|Sept|Nov|Oct|Aug|Apr|Feb|Jul)$/.test(word);
  if (full && !dayWord && !yearWord && !shortYear && !MONTH_IS_MEANT.test(before)) return null;
  if (
    !dayWord &&
    !yearWord &&
    /^['’]?[ -]?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) &&
    !/\b(?:in|since|last|this|next|of)\s$/i.test(before)
  )
    return null; // "April Jones", "August Wilson"
  if (/\b(?:each|every) (?:\w+ )?$/i.test(before)) return null;
  const spanStart = start - modifier[0].length;
  const close = end + follows[0].length;
  const day = dayWord ? ordinalOf(dayWord) : null;
  let year = yearWord ? Number(yearWord) : shortYear ? centuryOf(Number(shortYear)) : null;
  let spanEnd = close;
  if (year === null) {
    const said = matchAt(YEAR_WORD, text, close);
    if (said && context.ref) {
      year = context.ref.year + (said[1] === 'last' ? -1 : said[1] === 'next' ? 1 : 0);
      spanEnd = close + said[0].length;
    } else {
      const other = matchAt(OTHER_END, text, close);
      const words = matchAt(SPELLED_YEAR, text, close);
      if (other) year = Number(other[1]);
      else if (words) {
        year = spelledYear(words[1]!);
        spanEnd = close + words[0].length;
      }
    }
  }
  year ??= yearOfMonth(context, month, day, modifier[1]?.toLowerCase() ?? null, start, close);
  if (year === null) return null;
  if (day === null) return { start: spanStart, end: spanEnd, value: monthValue(year, month) };
  if (!isDay(year, month, day)) return null;
  return { start: spanStart, end: spanEnd, value: dayValue(dayNumber(year, month, day)) };
}

/** "in credit through January", told in November: what runs until then is not over. */
const UNTIL = /\b(?:through|until|till) (?:at least )?$/i;

/** '98 is 1998, '25 is 2025. */
export const centuryOf = (two: number): number => (two > 40 ? 1900 : 2000) + two;

/** The year that a month, or a day of one, told without a year is in: the word before it, the tense or nearness says. */
export function yearOfMonth(
  context: Context,
  month: number,
  day: number | null,
  word: string | null,
  start: number,
  end: number,
): number | null {
  const { ref, today } = context;
  if (!ref || today === null) return null;
  const ahead = month > ref.month || (month === ref.month && day !== null && day > ref.day);
  if (word === 'last' || word === 'past' || word === 'this past')
    return month < ref.month ? ref.year : ref.year - 1;
  if (word === 'next' || word === 'coming' || word === 'this coming')
    return month > ref.month ? ref.year : ref.year + 1;
  if (word === 'this') return ref.year;
  const distance = (year: number) => Math.abs(dayNumber(year, month, day ?? 15) - today);
  const tense = context.tense(start, end);
  if (ahead) {
    // "completed by Dec. 15", told in October, is to come; "the high set on Aug. 6", told in February, is past.
    if (tense === 'future' || distance(ref.year) <= 100) return ref.year;
    return tense === 'past' || distance(ref.year) > distance(ref.year - 1) ? ref.year - 1 : ref.year;
  }
  if (month === ref.month) return ref.year;
  // "payable Jan. 3", told in November; "approved in January", told in November, is this year's.
  const next = distance(ref.year + 1) < 120 && distance(ref.year) > 200;
  if (tense === 'future') return distance(ref.year) < 120 && !next ? ref.year : ref.year + 1;
  const open = UNTIL.test(context.before(start));
  return next && (tense === null || open) ? ref.year + 1 : ref.year;
}

const DAY_MONTH = new RegExp(
  `(?:st|nd|rd|th)?(?: of)?[ -](${MONTH})(?!\\p{L})(?:(?:,? |-)(${YEAR})(?![\\d%]|[.,]\\d))?`,
  'uy',
);

/** "22 April 2025", "the 22nd of April"; `digits` is the number that begins at `start`. */
export function dayMonthAt(context: Context, start: number, digits: string): Found | null {
  const day = Number(digits);
  if (day < 1 || day > 31) return null;
  const match = matchAt(DAY_MONTH, context.text, start + digits.length);
  if (!match) return null;
  const month = monthOf(match[1]!);
  const end = start + digits.length + match[0].length;
  const year = match[2] ? Number(match[2]) : yearOfMonth(context, month, day, null, start, end);
  if (year === null || !isDay(year, month, day)) return null;
  return { start, end, value: dayValue(dayNumber(year, month, day)) };
}
