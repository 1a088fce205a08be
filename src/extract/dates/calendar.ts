/**
 * Day arithmetic in the proleptic Gregorian calendar without `Date`, so that no time zone can shift a day.
 * A day is a whole number, 0 on 1970-01-01 (Hinnant's `days_from_civil`).
 */
export type DayNumber = number;

export interface YearMonthDay {
  year: number;
  month: number;
  day: number;
}

export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civil(days: DayNumber): YearMonthDay {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 0 for Monday … 6 for Sunday. */
export const weekday = (days: DayNumber): number => (((days + 3) % 7) + 7) % 7;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => String(n).padStart(4, '0');

export const yearValue = (year: number): string => four(year);
export const monthValue = (year: number, month: number): string => `${four(year)}-${two(month)}`;
/** "2025-04-22" */
export function dayValue(days: DayNumber): string {
  const { year, month, day } = civil(days);
  return `${monthValue(year, month)}-${two(day)}`;
}

/** Year and number of the ISO 8601 week that holds the day. */
export function isoWeek(days: DayNumber): { year: number; week: number } {
  const thursday = days - weekday(days) + 3;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** "2025-W17" */
export function weekValue(days: DayNumber): string {
  const { year, week } = isoWeek(days);
  return `${four(year)}-W${two(week)}`;
}

/** Monday of an ISO 8601 week. */
export function mondayOf(year: number, week: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekday(fourth) + 7 * (week - 1);
}

/** The day number of "2025-04-22", or null if that is no calendar day. */
export function parseDay(value: string | null | undefined): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(value ?? '');
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? dayNumber(year, month, day) : null;
}
