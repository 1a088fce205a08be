import { dayNumber, yearValue } from './calendar';
import { type Context, type Found, matchAt } from './context';
import { YEAR } from './words';

const NAMES = ['first', 'second', 'third', 'fourth'];

const AFTER_QUARTER = new RegExp(
  `(?:,? (?:of |in )?(?:(?:fiscal|the year) )?(${YEAR})(?!\\d)|,? of (last|this|next) year|,? (last|this|next) year| (a year (?:ago|earlier)))`,
  'uy',
);
const BEFORE_QUARTER = new RegExp(
  `(?:\\b(?:the|a|its|their|his) )?(?:(?:(${YEAR})|(last|this|next) year['’]s|(year-ago|year-earlier|comparable|corresponding|latest|current|fiscal|flat|strong|weak)) )*(?:(?:fiscal|financial)[ -])?$`,
  'i',
);

/** "the third quarter", "Q3 2025", "fourth-quarter", "the year-ago third quarter", "the first half of 2025". */
export function quarterAt(context: Context, start: number, words: string): Found | null {
  const lower = words.toLowerCase();
  const half = /half$/.test(lower);
  const number = /^q[1-4]/.test(lower)
    ? Number(lower[1])
    : /^\d/.test(lower)
      ? Number(lower[0])
      : /^(?:last|final)/.test(lower)
        ? half
          ? 2
          : 4
        : NAMES.findIndex((name) => lower.startsWith(name)) + 1;
  if (number < 1 || number > (half ? 2 : 4)) return null;
  let end = start + words.length;
  const after = matchAt(AFTER_QUARTER, context.text, end);
  const before = BEFORE_QUARTER.exec(context.before(start));
  const spanStart = start - (before?.[0].length ?? 0);
  const { ref } = context;
  let year: number | null = null;
  const relative = after?.[2] ?? after?.[3] ?? before?.[2];
  if (after?.[1]) year = Number(after[1]);
  else if (before?.[1]) year = Number(before[1]);
  else if (relative && ref) year = ref.year + (relative === 'last' ? -1 : relative === 'next' ? 1 : 0);
  else if (ref && !half) {
    year = /fiscal/i.test(`${before?.[0] ?? ''}${words}`)
      ? ref.year
      : nearestQuarter(context, number, start, end);
    if (year !== null && (after?.[4] || /year-(?:ago|earlier)/i.test(before?.[0] ?? ''))) year = ref.year - 1;
  }
  if (year === null) return null;
  if (after && (after[1] || relative || after[4])) end += after[0].length;
  return { start: spanStart, end, value: `${yearValue(year)}-${half ? 'H' : 'Q'}${number}` };
}

/** The year of a quarter told without one: the last that has begun, or the next where the tense is future. */
function nearestQuarter(context: Context, quarter: number, start: number, end: number): number | null {
  const { ref, today } = context;
  if (!ref || today === null) return null;
  const distance = (year: number) => {
    const days = dayNumber(year, 3 * quarter - 2, 1) - today;
    return days > 0 ? days * (context.tense(start, end) === 'future' ? 1 : 5) : -days;
  };
  return [ref.year, ref.year - 1, ref.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

const DECADES: Record<string, number> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};
const DECADE_MODIFIER = /(?:\b(?:the )?(?:early|late|mid)[- ]|\bthe )$/i;

/** "the 1990s", "the '80s", "the nineties", "mid-1990s": "199". */
export function decadeAt(context: Context, start: number, words: string): Found | null {
  const modifier = DECADE_MODIFIER.exec(context.before(start));
  const spanStart = start - (modifier?.[0].length ?? 0);
  const end = start + words.length;
  const digits = /\d+/.exec(words)?.[0];
  if (digits?.length === 4) {
    const century =
      digits.endsWith('00') && /0s$/.test(words)
        ? digits.slice(0, Number(digits) % 1000 === 0 ? 3 : 2)
        : digits.slice(0, 3);
    return { start: spanStart, end, value: century };
  }
  const tens = digits ? Number(digits[0]) : DECADES[words.toLowerCase()];
  if (tens === undefined) return null;
  if (!modifier || /\b(?:his|her|their|its|my|our) /i.test(modifier[0])) return null;
  if (!digits && !/the /i.test(modifier[0])) return null;
  return { start: spanStart, end, value: `${tens > 2 ? 19 : 20}${tens}` };
}

/** "the 20th century", "the nineteenth century": "19", "18". */
export function centuryAt(context: Context, start: number, words: string, ordinal: number): Found | null {
  if (ordinal < 2 || ordinal > 22) return null;
  const modifier = /\b(?:the )?(?:early |late |mid-)?$/i.exec(context.before(start));
  return {
    start: start - (modifier?.[0].length ?? 0),
    end: start + words.length,
    value: String(ordinal - 1).padStart(2, '0'),
  };
}
