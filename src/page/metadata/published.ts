import type { Day, From } from '../../extract/types';
import { writtenDay } from '../../text/written-day';
import { type Fact, MOST } from './facts';

/** A time in UTC: the machine's, and not the outlet's clock. */
const UTC = /T\d[\d:.]*(?:Z|[+-]00:?00)\s*$/i;
const A_DAY = 86_400_000;

/**
 * The day that a page says its article is of: that of the first statement that has one. Where that is a time in UTC, and
 * the page has the day beside it (within one day) by a clock of its own, the latter: it is the outlet's day.
 */
export function publishedDay(facts: readonly Fact[]): { day: Day; from: From } | null {
  const stated = facts.flatMap(({ value, from }) => {
    const text = value.slice(0, MOST.day);
    const day = writtenDay(text);
    return day ? [{ day, from, utc: UTC.test(text) }] : [];
  });
  const [first] = stated;
  if (!first?.utc) return first ? { day: first.day, from: first.from } : null;
  const own = stated.find(
    ({ day, utc }) => !utc && Math.abs(Date.parse(day) - Date.parse(first.day)) <= A_DAY,
  );
  const { day, from } = own ?? first;
  return { day, from };
}

/** The day in an address as newspapers have it, ".../2025/04/22/...". */
export function dayInAddress(url: string): Day | null {
  const [, year, month, day] = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url) ?? [];
  return year ? writtenDay(`${year}-${month}-${day}`) : null;
}
