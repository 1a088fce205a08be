import type { Day } from '../../../extract/types';
import { after, type DayNumber, LENGTH, startOf, UNITS, type Unit } from './calendar';

/** A stretch of the calendar laid over a width. */
export interface Scale {
  /** First day shown, the beginning of a unit. */
  from: DayNumber;
  /** The day after the last, the beginning of a unit. */
  to: DayNumber;
  /** What one mark stands for. */
  unit: Unit;
}

/** Days beyond what the library covers that still belong in the picture. */
const BEYOND = 31;

/**
 * The finest scale on which marks for neighbouring units stand at least `apart` from each other on a track of `width`
 * (both in the same unit of length). One day at least. Null where there is no day.
 */
export function scaleOf(days: readonly DayNumber[], width: number, apart: number): Scale | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (first > last) return null;
  const room = Math.max(1, Math.floor(width / apart));
  const fits = (unit: Unit) =>
    Math.round((startOf(last, unit) - startOf(first, unit)) / LENGTH[unit]) + 1 <= room;
  const unit = UNITS.find(fits) ?? 'century';
  return { from: startOf(first, unit), to: after(startOf(last, unit), unit), unit };
}

/** Where a unit's mark stands: the middle of the unit that holds the day, as a part of the scale's width, 0 to 1. */
export function placeOf(day: DayNumber, { from, to, unit }: Scale): number {
  const start = startOf(day, unit);
  return ((start + after(start, unit)) / 2 - from) / (to - from);
}

/**
 * Which days belong in the picture. An article may speak of 1945: the days the library covers, and as many again
 * before and after (a month at least), are drawn to scale; what lies beyond stands outside.
 */
export function windowOf(covers: { from: Day | null; to: Day | null }, numberOf: (day: Day) => DayNumber) {
  if (!covers.from || !covers.to) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const [from, to] = [numberOf(covers.from), numberOf(covers.to)];
  const beyond = Math.max(BEYOND, to - from);
  return { from: from - beyond, to: to + beyond };
}
