import type { Day, Precision } from '../../../extract/types';

/** Days since 1970-01-01, in the proleptic Gregorian calendar. */
export type DayNumber = number;

/** Parts of the calendar that a mark can stand for, the finest first. */
export const UNITS = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof UNITS)[number];

/** Mean length of a unit in days. */
export const LENGTH: Record<Unit, number> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.24,
  decade: 3652.4,
  century: 36524,
};

const MILLISECONDS = 86_400_000;

/** The number of a calendar day; NaN if it is none. */
export const numberOf = (day: Day): DayNumber => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / MILLISECONDS;

/** The ISO 8601 day of a number. */
export const dayOf = (number: DayNumber): Day => new Date(number * MILLISECONDS).toISOString().slice(0, 10);

/** First day of the unit that holds a day; weeks begin on Monday. */
export function startOf(number: DayNumber, unit: Unit): DayNumber {
  if (unit === 'day') return number;
  if (unit === 'week') return number - ((((number + 3) % 7) + 7) % 7);
  const date = new Date(number * MILLISECONDS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (unit === 'month') return first(year, month);
  if (unit === 'quarter') return first(year, month - (month % 3));
  const years = { year: 1, decade: 10, century: 100 }[unit];
  return first(Math.floor(year / years) * years, 0);
}

/** First day of the unit `count` units after the one that begins on `start`. */
export function after(start: DayNumber, unit: Unit, count = 1): DayNumber {
  if (unit === 'day' || unit === 'week') return start + LENGTH[unit] * count;
  const date = new Date(start * MILLISECONDS);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit] * count;
  return first(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/** The middle day of the period that a day known to this precision begins. */
export function middleOf(day: Day, precision: Precision): DayNumber {
  const start = numberOf(day);
  return precision === 'day' ? start : Math.floor((start + after(start, precision) - 1) / 2);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; `setUTCFullYear` does not. */
const first = (year: number, month: number): DayNumber =>
  new Date(0).setUTCFullYear(year, month, 1) / MILLISECONDS;
