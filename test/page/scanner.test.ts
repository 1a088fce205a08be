import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Requests } from '../../src/browser/messages';
import type { Scanner as ScannerOf } from '../../src/page/scanner';

type Request = Requests['spot']['request'];

vi.stubGlobal(
  'MutationObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 10));
vi.stubGlobal('CSS', { supports: () => false });
afterAll(() => vi.unstubAllGlobals());

const { Scanner } = await import('../../src/page/scanner');
const { MarkStore } = await import('../../src/page/marks');

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page with a name, read by a scanner that asks `spot`; what it asks, and when. */
function page(spot: () => Promise<Requests['spot']['answer']>) {
  const { document } = parseHTML('<!doctype html><html><body><p>Here Ann spoke.</p></body></html>');
  vi.stubGlobal('document', document);
  const asked: { at: number; request: Request }[] = [];
  const begun = Date.now();
  const ask = (request: Request) => {
    asked.push({ at: Date.now() - begun, request });
    return spot();
  };
  const events = { changed() {}, broken() {}, unanswered() {}, replaced() {} };
  const scanner: ScannerOf = new Scanner(new MarkStore(), ask, events, document.createElement('div'));
  return { scanner, asked };
}

const SILENCE: Record<string, () => Promise<Requests['spot']['answer']>> = {
  'refuses at once': () => Promise.reject(new Error('nobody there')),
  'never answers': () => new Promise(() => {}),
  'has always forgotten the page': () => Promise.resolve(null),
};

describe('a page whose background is lost', () => {
  it.each(Object.keys(SILENCE))(
    '%s: it is asked ever less often, and half a minute apart at last',
    async (how) => {
      const { scanner, asked } = page(SILENCE[how]!);
      void scanner.start();
      await vi.advanceTimersByTimeAsync(10 * SECOND);
      expect(asked.length).toBeLessThanOrEqual(6);
      await vi.advanceTimersByTimeAsync(HOUR);
      expect(asked.length).toBeGreaterThan(60);
      const gaps = asked.slice(1).map(({ at }, i) => at - asked[i]!.at);
      for (const gap of gaps.slice(6)) expect(gap).toBeGreaterThanOrEqual(30 * SECOND);
      scanner.stop();
      const before = asked.length;
      await vi.advanceTimersByTimeAsync(HOUR);
      expect(asked.length).toBe(before);
    },
  );
});
