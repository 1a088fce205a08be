import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAgeOf, nextTry, type Outcome, PACE, retryAfterOf } from '../../src/feeds/schedule';

const MINUTE = 60_000;
const NOW = Date.UTC(2025, 3, 22, 12);
const minutes = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }), { nil: null });
const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const outcome = fc.oneof(
  fc.record({ is: fc.constant('worked' as const), rest: minutes, maxAge: minutes }),
  fc.record({ is: fc.constant('failed' as const), retryAfter: minutes }),
);
const waitOf = (it: Outcome, failures: number, by: number) =>
  (nextTry(it, failures, NOW, by)! - NOW) / MINUTE;

describe('when a feed is asked for next', () => {
  it('is never sooner than the floor, and never later than the longest with its share of chance', () => {
    fc.assert(
      fc.property(outcome, fc.nat(60), random, (it, failures, by) => {
        const wait = waitOf(it, failures, by);
        expect(wait).toBeGreaterThanOrEqual(PACE.floor);
        const most = it.is === 'worked' ? PACE.longest : PACE.retryCap;
        expect(wait).toBeLessThanOrEqual(most * (1 + PACE.jitter) + 1 / MINUTE);
      }),
    );
  });

  it('backs off: no failure more makes the wait shorter, and it ends at the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, minutes, (failures, by, retryAfter) => {
        const wait = waitOf({ is: 'failed', retryAfter }, failures, by);
        expect(waitOf({ is: 'failed', retryAfter }, failures + 1, by)).toBeGreaterThanOrEqual(wait);
      }),
    );
    const waits = [1, 2, 3, 4, 5, 6, 50].map((n) => waitOf({ is: 'failed', retryAfter: null }, n, 0));
    expect(waits).toEqual([60, 120, 240, 480, 960, 1440, 1440]);
  });

  it('heeds Retry-After up to its cap, whatever the back-off would be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), random, minutes, (failures, by, retryAfter) => {
        const wait = waitOf({ is: 'failed', retryAfter }, failures, by);
        expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter ?? 0, PACE.retryCap));
      }),
    );
  });

  it('heeds what the feed and its cache headers ask for, up to a day', () => {
    expect(waitOf({ is: 'worked', rest: null, maxAge: null }, 0, 0)).toBe(60);
    expect(waitOf({ is: 'worked', rest: 5, maxAge: 1 }, 0, 0)).toBe(60);
    expect(waitOf({ is: 'worked', rest: 180, maxAge: 90 }, 0, 0)).toBe(180);
    expect(waitOf({ is: 'worked', rest: null, maxAge: 1e6 }, 0, 0)).toBe(1440);
  });

  it('is spread by chance', () => {
    expect(waitOf({ is: 'worked', rest: null, maxAge: null }, 0, 0.5)).toBeCloseTo(63);
  });

  it('is never once its server has said that it is no more', () => {
    expect(nextTry({ is: 'gone' }, 1, NOW, 0)).toBeNull();
  });
});

describe('headers', () => {
  it.each([
    ['120', 2],
    ['Tue, 22 Apr 2025 12:10:00 GMT', 10],
    ['Tue, 22 Apr 2025 11:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('Retry-After: %s', (header, wait) => {
    expect(retryAfterOf(header, NOW)).toBe(wait);
  });

  it.each([
    ['public, max-age=600', 10],
    ['s-maxage=60', null],
    ['no-store', null],
    [null, null],
  ])('Cache-Control: %s', (header, wait) => {
    expect(maxAgeOf(header)).toBe(wait);
  });
});
