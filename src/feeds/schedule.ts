/** All in minutes. */
export const PACE = {
  /** Nothing asks sooner, whatever the feed says. */
  floor: 30,
  usual: 60,
  /** What the feed itself or its cache headers may ask for. */
  longest: 24 * 60,
  /** The first wait after it did not work; doubled each time. */
  backOff: 60,
  backOffCap: 24 * 60,
  /** What `Retry-After` may ask for. */
  retryCap: 7 * 24 * 60,
  /** Up to this share is added by chance, so that not all readers ask at once. */
  jitter: 0.1,
} as const;

/** How a turn went, as far as the next one hangs on it. Waits are minutes; null where nobody asked for any. */
export type Outcome =
  | { is: 'worked'; rest: number | null; maxAge: number | null }
  | { is: 'failed'; retryAfter: number | null }
  /** 410: the server says that it is no more. */
  | { is: 'gone' };

/**
 * When a feed is asked for next, in milliseconds since 1970; null for never. `failures` is how often in a row it has
 * not worked, this time included; `random` is in [0, 1).
 */
export function nextTry(outcome: Outcome, failures: number, now: number, random: number): number | null {
  if (outcome.is === 'gone') return null;
  const wait = outcome.is === 'worked' ? paceOf(outcome) : backOffOf(failures, outcome.retryAfter);
  return now + Math.ceil(wait * (1 + PACE.jitter * random) * 60_000);
}

/** The longer of what we would do and what the feed or its cache headers ask for. */
const paceOf = ({ rest, maxAge }: { rest: number | null; maxAge: number | null }): number =>
  Math.max(PACE.floor, PACE.usual, Math.min(PACE.longest, Math.max(rest ?? 0, maxAge ?? 0)));

function backOffOf(failures: number, retryAfter: number | null): number {
  const doubled = PACE.backOff * 2 ** Math.min(20, Math.max(0, failures - 1));
  return Math.max(PACE.floor, Math.min(PACE.backOffCap, doubled), Math.min(PACE.retryCap, retryAfter ?? 0));
}

/** `Retry-After` in minutes: seconds or an HTTP date; null where it says nothing. */
export function retryAfterOf(header: string | null, now: number): number | null {
  if (!header) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) / 60;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 60_000);
}

/** `Cache-Control: max-age` in minutes; null where it says nothing. */
export function maxAgeOf(header: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds) / 60;
}
