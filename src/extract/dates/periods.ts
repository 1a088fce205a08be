import { dayNumber, daysInMonth, mondayOf } from './calendar';

/** First and last day of the period that a value tells, with its precision; null for "PAST_REF" and what is no period. */
export function periodOf(
  value: string,
): { first: number; last: number; precision: 'day' | 'week' | 'month' | 'year' } | null {
  const match = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(-WE)?|Q(\d)|H(\d)|(SP|SU|FA|WI)))?$/.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] ? Number(match[2]) : null;
  if (match[3]) {
    const day = dayNumber(year, month!, Number(match[3]));
    return { first: day, last: day, precision: 'day' };
  }
  if (month !== null)
    return {
      first: dayNumber(year, month, 1),
      last: dayNumber(year, month, daysInMonth(year, month)),
      precision: 'month',
    };
  if (match[4]) {
    const monday = mondayOf(year, Number(match[4]));
    return { first: monday + (match[5] ? 5 : 0), last: monday + 6, precision: 'week' };
  }
  return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), precision: 'year' };
}
