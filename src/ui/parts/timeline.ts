import type { Day } from '../../extract/types';

/** Where things stand on a strip of time, in percent of its length. */
export interface Strip {
  from: Day;
  to: Day;
  /** One for each day with something on it, with how many. */
  dots: { day: Day; at: number; count: number }[];
  now: number | null;
}

/** Room kept at either end, in percent, so that no dot is cut. */
const EDGE = 3;

/** Places days on a strip in proportion to time, the page's own among them. Null where there is no day at all. */
export function placeDays(days: readonly Day[], pageDay: Day | null): Strip | null {
  const known = (pageDay ? [...days, pageDay] : [...days])
    .map((day) => ({ day, time: timeOf(day) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  const length = last.time - first.time;
  const place = (time: number) =>
    length === 0 ? 50 : EDGE + ((100 - 2 * EDGE) * (time - first.time)) / length;
  const counts = new Map<Day, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return {
    from: first.day,
    to: last.day,
    dots: [...counts]
      .filter(([day]) => !Number.isNaN(timeOf(day)))
      .map(([day, count]) => ({ day, at: place(timeOf(day)), count })),
    now: pageDay && !Number.isNaN(timeOf(pageDay)) ? place(timeOf(pageDay)) : null,
  };
}

const timeOf = (day: Day): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
