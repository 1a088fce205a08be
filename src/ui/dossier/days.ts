import type { ReadHere } from '../../brief/types';
import type { Day } from '../../extract/types';
import type { Span } from '../../text/span';
import { after, dayOf, numberOf, startOf, type Unit } from './timeline/calendar';

/** A day or a longer period that an article speaks of. */
export interface Period {
  /** First and last day; null where the calendar has no such period ("recently"). */
  days: { from: Day; to: Day; unit: Unit } | null;
  /** Where the article speaks of it. */
  places: Span[];
}

/**
 * The periods of an article's temporal expressions, those of the calendar first and in its order; expressions of one
 * value are one. What has no place in the calendar is one entry for each expression.
 */
export function periodsOf(dates: ReadHere['dates']): Period[] {
  const known = new Map<string, Period & { days: NonNullable<Period['days']> }>();
  const others: Period[] = [];
  for (const { start, end, value } of dates) {
    const days = calendarDays(value);
    const place = { start, end };
    if (!days) {
      others.push({ days: null, places: [place] });
      continue;
    }
    const key = `${days.from} ${days.unit}`;
    const period = known.get(key);
    if (period) period.places.push(place);
    else known.set(key, { days, places: [place] });
  }
  const inOrder = [...known.values()].sort((a, b) =>
    a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0,
  );
  return [...inOrder, ...others];
}

const FORM = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])))?(?=$|T)/;

/** The days of a TIMEX3 value: a day, a week, a month, a quarter or a year. Null for any other. */
export function calendarDays(value: string): Period['days'] {
  const form = FORM.exec(value);
  if (!form) return null;
  const [, year, month, day, week, quarter] = form;
  if (day) return spanOf(numberOf(`${year}-${month}-${day}`), 'day');
  if (month) return spanOf(numberOf(`${year}-${month}-01`), 'month');
  // ISO 8601: the first week is the one with 4 January
  if (week) return spanOf(startOf(numberOf(`${year}-01-04`), 'week') + 7 * (Number(week) - 1), 'week');
  if (quarter) return spanOf(after(numberOf(`${year}-01-01`), 'quarter', Number(quarter) - 1), 'quarter');
  return spanOf(numberOf(`${year}-01-01`), 'year');
}

function spanOf(start: number, unit: Unit): Period['days'] {
  return Number.isNaN(start) ? null : { from: dayOf(start), to: dayOf(after(start, unit) - 1), unit };
}
