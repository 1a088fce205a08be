/** Months by their first three letters in English. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';

/** 2025-04-22, 2025/4/22, 2025.04.22, each with or without a time; 20250422. */
const NUMBERS = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T\d|\s*$)/;
const DAY_FIRST = new RegExp(`(?<![\\d\\p{L}])${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}(?!\\d)`, 'iu');
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${MONTH}\\s+${DAY},?\\s+${YEAR}(?!\\d)`, 'iu');
const EAST = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const REIWA = /令和\s*(元|\d{1,2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
/** 22/04/2025: only where one of the two can be no month. */
const YEAR_LAST = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/** No press is older, and a year beyond is a slip. */
const [FIRST_YEAR, LAST_YEAR] = [1600, 2199];

/**
 * The calendar day that a text states in full, as "2025-04-22": the day as it is written there, whatever the zone of a
 * time beside it, since that is the writer's own. Reads ISO 8601, the dates of e-mail, days with English month names,
 * and 2025年4月22日. Null where there is none, or where it could be two ("04/05/2025").
 */
export function writtenDay(text: string): string | null {
  const compact = COMPACT.exec(text) ?? EAST.exec(text);
  if (compact) return dayOf(compact[1]!, compact[2]!, compact[3]!);
  const numbers = NUMBERS.exec(text);
  if (numbers) return dayOf(numbers[1]!, numbers[3]!, numbers[4]!);
  const reiwa = REIWA.exec(text);
  if (reiwa) {
    const year = 2018 + (reiwa[1] === '元' ? 1 : Number(reiwa[1]));
    return dayOf(String(year), reiwa[2]!, reiwa[3]!);
  }
  const first = DAY_FIRST.exec(text);
  const month = MONTH_FIRST.exec(text);
  if (first && (!month || first.index <= month.index)) return dayOf(first[3]!, monthOf(first[2]!), first[1]!);
  if (month) return dayOf(month[3]!, monthOf(month[1]!), month[2]!);
  const last = YEAR_LAST.exec(text);
  if (!last) return null;
  const [a, b] = [Number(last[1]), Number(last[3])];
  if (a > 12 && b <= 12) return dayOf(last[4]!, last[3]!, last[1]!);
  if (b > 12 && a <= 12) return dayOf(last[4]!, last[1]!, last[3]!);
  return a === b ? dayOf(last[4]!, last[1]!, last[3]!) : null;
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** A day that the calendar has, or null. */
function dayOf(year: string, month: string, day: string): string | null {
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
