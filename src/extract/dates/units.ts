import { dayValue, monthValue, weekday, weekValue, yearValue } from './calendar';
import { type Context, type Found, matchAt } from './context';
import { explainsDate, isNthDay, isOfTheDay } from './occasions';
import { NUMBER_WORD, numberOf } from './words';

const NUMBER = `(?:${NUMBER_WORD}|\\d{1,3}|an?|a couple of)`;
const AGO = /(?: or (?:so|two|more))?[ -](ago|earlier|before(?= *[.,;)])|from now|hence)(?![\p{L}])/uy;
const COUNT_BEFORE = new RegExp(
  `\\b(?:(?:nearly|almost|about|around|roughly|just|some|only|exactly|more than|less than|over|at least) )*(${NUMBER})(?: and a half)?[ -]$`,
  'i',
);
const VAGUE_BEFORE =
  /\b(?:several|a few|many|some|countless|hundreds of|thousands of|dozens of|a number of|couple of) $/i;
const WHICH =
  /(?:\b(?:(?:by |at |until |towards? )?the )?(early|earlier|late|later|sometime|end|beginning|start|middle|close|rest|remainder|turn|first half|second half|last half)(?:,? (?:of|in|on)(?: the)?)? )?(?:\b(?:the )?(this|last|past|previous|next|coming|following|upcoming|current|latest|recent|same|that|new)|\b(the))(?: (?:coming|past|full|fiscal|financial|calendar|whole|entire|very|current|upcoming|new|few|school|academic))* $/i;
const FUTURE_WORDS = new Set(['next', 'coming', 'following', 'upcoming', 'new']);

export type Unit =
  | 'period'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** "two years ago", "last week", "the end of the month", "earlier this year", "year-end", "recent months": `word` is the unit. */
export function unitAt(context: Context, start: number, word: string): Found | null {
  const lower = word.toLowerCase();
  const unit = lower.replace(/ies$/, 'y').replace(/s$/, '') as Unit;
  const plural = lower !== unit;
  const end = start + word.length;
  return (
    ago(context, unit, plural, start, end) ??
    edge(context, unit, plural, start, end) ??
    modified(context, unit, plural, start, end)
  );
}

/** "seventeen years ago", "a year earlier", "years ago". */
function ago(context: Context, unit: Unit, plural: boolean, start: number, end: number): Found | null {
  const follows = matchAt(AGO, context.text, end);
  if (!follows) return null;
  const before = context.before(start);
  const close = end + follows[0].length;
  const counted = COUNT_BEFORE.exec(before);
  const forward = follows[1] === 'from now' || follows[1] === 'hence';
  if (!counted) {
    const vague = VAGUE_BEFORE.exec(before);
    if (plural || vague)
      return {
        start: start - (vague?.[0].length ?? 0),
        end: close,
        value: forward ? 'FUTURE_REF' : 'PAST_REF',
      };
    if (context.text[end] !== '-') return null;
    const article = /\bthe (?:comparable )?$/i.exec(before);
    const value = shifted(context, unit, -1, true);
    return value === null
      ? null
      : { start: start - (article?.[0].length ?? 0), end: close, value, compares: true };
  }
  const count = numberOf(counted[1]!);
  if (count === null) return null;
  const value = shifted(
    context,
    unit,
    forward ? count : -count,
    /^(?:earlier|before)/.test(follows[1]!) || unit === 'year',
  );
  return value === null ? null : { start: start - counted[0].length, end: close, value, compares: true };
}

/** The unit that lies `by` units from the article's day; from the quarter told last, for "a year earlier". */
function shifted(context: Context, unit: Unit, by: number, comparing = false): string | null {
  const { ref, today } = context;
  if (!ref || today === null) return null;
  if (unit === 'day') return dayValue((comparing ? (context.lastDay ?? today) : today) + by);
  if (unit === 'week') return weekValue(today + 7 * by);
  if (unit === 'fortnight') return weekValue(today + 14 * by);
  if (unit === 'month') {
    const months = ref.year * 12 + ref.month - 1 + by;
    return monthValue(Math.floor(months / 12), (months % 12) + 1);
  }
  if (unit === 'quarter') {
    const quarters = ref.year * 4 + Math.floor((ref.month - 1) / 3) + by;
    return `${yearValue(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`;
  }
  if (unit === 'year') {
    const quarter = context.topicQuarter;
    // "earned $3 million in the third quarter, up from $2 million a year earlier"
    if (comparing && by === -1 && quarter && context.sentenceIndex - quarter.sentence <= 4)
      return `${yearValue(quarter.year - 1)}-Q${quarter.quarter}`;
    return yearValue(ref.year + by);
  }
  if (unit === 'decade') return yearValue(ref.year + 10 * by).slice(0, 3);
  if (unit === 'century') return yearValue(ref.year + 100 * by).slice(0, 2);
  return null;
}

const END_WORD = /(?:['’]s[ -]|[- ])(end|close)(?!\p{L})/uy;

/** "year-end", "the month's end". */
function edge(context: Context, unit: Unit, plural: boolean, start: number, end: number): Found | null {
  if (plural || (unit !== 'year' && unit !== 'month')) return null;
  const follows = matchAt(END_WORD, context.text, end);
  if (!follows || !context.ref) return null;
  const { year, month } = context.ref;
  const value = unit === 'year' ? `${yearValue(year)}-12-31` : monthValue(year, month);
  const article = /\b(?:the |this )$/i.exec(context.before(start));
  return { start: start - (article?.[0].length ?? 0), end: end + follows[0].length, value };
}

function modified(context: Context, unit: Unit, plural: boolean, start: number, end: number): Found | null {
  const before = context.before(start);
  const which = WHICH.exec(before);
  if (!which && unit === 'day' && !plural) return nthDay(context, start, end);
  if (!which) return null;
  const span = { start: start - which[0].length, end };
  const part = which[1]?.toLowerCase() ?? null;
  const word = (which[2] ?? which[3])!.toLowerCase();
  if (plural || / (?:few|several) $/.test(which[0])) {
    if (!plural || unit === 'century' || unit === 'decade') return null;
    if (word === 'recent' || (word === 'past' && /^past /i.test(which[0])))
      return { ...span, value: 'PAST_REF' };
    if (word === 'coming' && unit !== 'day') return { ...span, value: 'FUTURE_REF' };
    return null;
  }
  const { ref, today } = context;
  if (!ref || today === null) return null;
  if (unit === 'day') return anaphoricDay(context, word, which[0], span);
  // "The past week" is the seven days that end now, no week of the calendar.
  if (/\bpast /i.test(which[0]) && unit !== 'weekend') return null;
  if (
    unit === 'year' &&
    (word === 'that' || word === 'same' || word === 'following') &&
    context.lastYear !== null
  )
    return { ...span, value: yearValue(context.lastYear + (word === 'following' ? 1 : 0)) };
  if (unit === 'year' && /^ before\b/.test(context.text.slice(end, end + 8)) && word === 'the')
    return { start: span.start, end: end + 7, value: yearValue(ref.year - 1) };
  if (unit === 'month' && word === 'following' && context.lastMonth !== null) {
    const months = context.lastMonth + 1;
    return { ...span, value: monthValue(Math.floor(months / 12), (months % 12) + 1) };
  }
  if (
    (unit === 'quarter' || unit === 'period') &&
    (word === 'that' || word === 'latest') &&
    context.topicQuarter
  )
    return { ...span, value: quarterValue(context.topicQuarter) };
  if (unit === 'period' || word === 'that' || word === 'same' || word === 'recent') return null;
  const back = word === 'last' || word === 'past' || word === 'previous';
  const by = back ? -1 : FUTURE_WORDS.has(word) ? 1 : 0;
  if (word === 'the' && !part && !bareUnit(unit, before)) return null;
  if (part === 'rest' || part === 'remainder') return null;
  if (unit === 'weekend') {
    // The weekend just past until the next has begun.
    const shift =
      back || (word !== 'this' && by === 0 && weekday(today) < 4)
        ? -7
        : by === 1 && weekday(today) >= 5
          ? 7
          : 0;
    const past =
      word === 'this' && weekday(today) < 4 && context.tense(span.start, end) === 'past' ? -7 : shift;
    return { ...span, value: `${weekValue(today + past)}-WE` };
  }
  if (unit === 'quarter') {
    const value = bareQuarter(context, word, by);
    return value === null ? null : { ...span, value };
  }
  const value = shifted(context, unit, by);
  if (value === null) return null;
  if (word === 'the' && /^ (?:ended|ending|to) /.test(context.text.slice(end, end + 8))) return null;
  if (/^['’]s (?:first|second|third|fourth)[- ]quarter/.test(context.text.slice(end, end + 17))) return null;
  const last = part === 'end' || part === 'close';
  if (last && unit === 'year') return { ...span, value: `${value}-12-31` };
  return { ...span, value };
}

/** Whether "the year", "the week" by itself tells this one: after a preposition, with nothing that makes it another. */
function bareUnit(unit: Unit, before: string): boolean {
  if (unit === 'quarter') return true;
  if (unit === 'year' && /\bmonths of the $/i.test(before)) return true;
  if (unit === 'decade' || unit === 'century' || unit === 'fortnight') return false;
  if (unit === 'weekend') return /\b(?:over|during|at|of|on|for|through|this) the $/i.test(before);
  return (
    /\b(?:for|during|throughout|later in|earlier in|so far in|in|through) the (?:full |whole |entire |fiscal )?$/i.test(
      before,
    ) && !/\bin the (?:week|day)?$/i.test(before)
  );
}

const quarterValue = ({ year, quarter }: { year: number; quarter: number }) =>
  `${yearValue(year)}-Q${quarter}`;

/** "the quarter", "the latest quarter" are the last one that is over; "this" and "the current" the running one. */
function bareQuarter(context: Context, word: string, by: number): string | null {
  const running = word === 'this' || word === 'current';
  const { topicQuarter } = context;
  if (word === 'the' && topicQuarter && context.sentenceIndex - topicQuarter.sentence <= 6)
    return quarterValue(topicQuarter);
  return shifted(context, 'quarter', running ? 0 : by === 0 ? -1 : by);
}

/** "Today is the eighth day of the operation": the day of which that is said. */
function nthDay(context: Context, start: number, end: number): Found | null {
  const before = context.text.slice(Math.max(context.sentence.start, start - 48), start);
  const day = isNthDay(before) ? context.dayHere() : null;
  const words = /\S+ \S+ $/.exec(context.before(start));
  return day === null || !words ? null : { start: start - words[0].length, end, value: dayValue(day) };
}

function anaphoricDay(
  context: Context,
  word: string,
  words: string,
  span: { start: number; end: number },
): Found | null {
  const { lastDay, text } = context;
  if (word === 'the' && /\b(?:later|earlier) in the $/i.test(context.before(span.end - 3))) {
    const day = context.recentDay() ?? context.today;
    return day === null ? null : { ...span, value: dayValue(day) };
  }
  const anchor = lastDay;
  if (anchor === null) return null;
  if (
    word === 'the' &&
    (explainsDate(text, context.lastEnd, span.start, span.end) || isOfTheDay(context.before(span.start)))
  )
    return { ...span, value: dayValue(anchor) };
  if (word === 'that' || word === 'same') return { ...span, value: dayValue(anchor) };
  if (word === 'next' || word === 'following') return { ...span, value: dayValue(anchor + 1) };
  if (word === 'previous') return { ...span, value: dayValue(anchor - 1) };
  const follows = /^ (before|after)(?=[ ,.;]|$)(?! (?:yesterday|tomorrow))/.exec(
    text.slice(span.end, span.end + 18),
  );
  if (word === 'the' && follows && /^the $/i.test(words)) {
    const rest = /^ (?:before|after) (?:the|a|an|his|her|its|their|he|she|it|they|\p{Lu})/u.test(
      text.slice(span.end, span.end + 24),
    );
    if (rest) return null;
    return {
      start: span.start,
      end: span.end + follows[0].length,
      value: dayValue(anchor + (follows[1] === 'before' ? -1 : 1)),
    };
  }
  return null;
}
