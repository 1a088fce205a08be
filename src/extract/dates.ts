import { parseDay, yearValue } from './dates/calendar';
import { Context, type Found } from './dates/context';
import { dayMonthAt, monthAt } from './dates/months';
import { clockAt, numericAt, yearAt } from './dates/numerals';
import { withOccasions } from './dates/occasions';
import { centuryAt, decadeAt, quarterAt } from './dates/quarters';
import { seasonAt } from './dates/seasons';
import { unitAt } from './dates/units';
import { deicticAt, partOfDayAt, weekdayAt } from './dates/weekdays';
import {
  FULL_WEEKDAY,
  MONTH,
  ORDINAL_WORD,
  ordinalOf,
  spelledYear,
  WEEKDAY,
  YEAR_IN_WORDS,
} from './dates/words';
import type { Document } from './document';
import type { DateMention } from './types';

// Words that tell of the present or the future and no day, each with its TIMEX3 value. The bare adverbs ("now",
// "recently", "soon") are left out: they date nothing.
const REFERENCES: Record<string, string> = {
  'right now': 'PRESENT_REF',
  'at present': 'PRESENT_REF',
  'these days': 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  'the near future': 'FUTURE_REF',
};

const TRIGGER = new RegExp(
  [
    `(?<weekday>${FULL_WEEKDAY}|${WEEKDAY}(?=,? (?:${MONTH}) \\d))`,
    `(?<month>${MONTH})`,
    "(?<decade>[12]\\d{3}[’']?s|[’']?[2-9]0[’']?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    `(?<century>(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORD})[ -]century)`,
    '(?<quarter>[Qq][1-4]|(?:[1-4](?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)[ -](?:fiscal[ -])?(?:quarter|half(?= of (?:the year|1|2))))',
    `(?<spelled>(?:the year )?${YEAR_IN_WORDS})`,
    '(?<digits>\\d{1,4})',
    '(?<deictic>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)',
    '(?<part>morning|afternoon|evening|night)',
    '(?<unit>days?|weekends?|weeks?|fortnight|period|months?|quarters?|years?|Years?|decades?|Decades?|century|centuries)',
    '(?<season>spring|summer|autumn|fall|winter|Summer|Spring|Autumn|Winter)',
    '(?<reference>[Rr]ight now|[Aa]t present|[Tt]hese days|[Nn]owadays|the near future)',
  ].join('|'),
  'gu',
);
const JOINED = /[\p{L}\p{N}_]/u;

/**
 * Temporal expressions with their TIMEX3 value (ISO-TimeML, after TempEval-3), resolved against the article's day; a
 * weekday is the last such day before or on it, unless the sentence tells of what is to come. What needs a day that
 * the article has not is left out. In the order of the text, none overlapping; linear in the text.
 */
export function findDates(doc: Document): DateMention[] {
  const { text, sentences } = doc;
  const context = new Context(text, dayOf(doc));
  const found: Found[] = [];
  const pattern = new RegExp(TRIGGER);
  let at = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < context.lastEnd || (start > 0 && JOINED.test(text[start - 1]!))) {
      pattern.lastIndex =
        start < context.lastEnd ? context.lastEnd : start + (match.groups!.digits?.length ?? 1);
      continue;
    }
    while (at + 1 < sentences.length && sentences[at + 1]!.start <= start) at++;
    context.sentence = sentences[at]!;
    context.sentenceIndex = at;
    const date = read(context, start, end, match.groups as Record<string, string | undefined>);
    if (date && date.end > date.start) {
      context.remember(date);
      found.push(date);
      pattern.lastIndex = Math.max(date.end, end);
    }
  }
  return withOccasions(text, found).map(({ start, end, value }) => ({ start, end, value }));
}

/** The day to count from: what the text itself states at its head, when it is within a week of the one given. */
function dayOf(doc: Document): number | null {
  const given = parseDay(doc.article.published.date);
  const stated = parseDay(doc.stated);
  return given !== null && stated !== null && Math.abs(given - stated) <= 7 ? stated : given;
}

function read(
  context: Context,
  start: number,
  end: number,
  groups: Record<string, string | undefined>,
): Found | null {
  const word = context.text.slice(start, end);
  if (groups.digits !== undefined) return numberAt(context, start, word);
  // All else is a word, and ends where it ends.
  const next = context.text.slice(end, end + 1);
  if (next && JOINED.test(next)) return null;
  if (groups.weekday) return weekdayAt(context, start, word);
  if (groups.month) return monthAt(context, start, word);
  if (groups.unit) return unitAt(context, start, word);
  if (groups.deictic) return deicticAt(context, start, word);
  if (groups.part) return partOfDayAt(context, start, word);
  if (groups.quarter) return quarterAt(context, start, word);
  if (groups.season) return seasonAt(context, start, word);
  if (groups.decade) return decadeAt(context, start, word);
  if (groups.century) return centuryAt(context, start, word, ordinalOf(word.split(/[ -]century/)[0]!) ?? 0);
  if (groups.spelled) {
    const year = spelledYear(word.replace(/^the year /, ''));
    const told =
      word.startsWith('the') ||
      !/^two/i.test(word) ||
      /\b(?:in|by|since|until|of|year) $/i.test(context.before(start));
    return year === null || !told ? null : { start, end, value: yearValue(year) };
  }
  const value = REFERENCES[word.toLowerCase()];
  return value ? { start, end, value } : null;
}

function numberAt(context: Context, start: number, digits: string): Found | null {
  return (
    numericAt(context, start) ??
    clockAt(context, start) ??
    (digits.length <= 2 ? dayMonthAt(context, start, digits) : null) ??
    (digits.length === 4 ? yearAt(context, start, digits) : null)
  );
}
