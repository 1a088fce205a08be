import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What the background is asked, by type. */
const asked: string[] = [];
let answer: () => Promise<unknown>;

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'nameplate',
      sendMessage: ({ type }: { type: string }) => {
        asked.push(type);
        return answer();
      },
    },
  },
}));
vi.mock('../../src/ui/problems', () => ({ problemText: () => 'no answer' }));

const { ask } = await import('../../src/browser/client');
const { createFeeds } = await import('../../src/browser/feeds/page');
const { createLibrary } = await import('../../src/browser/library-page');
const { persistently } = await import('../../src/browser/persistently');
const { createTransfer } = await import('../../src/browser/transfer');

const HOUR = 3_600_000;

const SILENCE: Record<string, () => Promise<unknown>> = {
  'refuses at once': () => Promise.reject(new Error('Could not establish connection')),
  'answers nothing': () => Promise.resolve(undefined),
  'never answers': () => new Promise(() => {}),
};
const KINDS = Object.keys(SILENCE);

/** Words that nobody hears. */
const words = new Proxy({}, { get: () => () => '' }) as never;

class FakePage extends EventTarget {
  hidden = false;
}

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date', 'performance'] });
  vi.stubGlobal('document', new FakePage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is asked again and again', () => {
  it.each(KINDS.slice(0, 2))(
    'is asked four times with a pause between where the background %s',
    async (how) => {
      answer = SILENCE[how]!;
      const told = expect(persistently(() => ask('library', {}))).rejects.toMatchObject({
        problem: { code: 'unreachable' },
      });
      for (const times of [1, 2, 3, 4, 4]) {
        await vi.advanceTimersByTimeAsync(0);
        expect(asked).toHaveLength(times);
        await vi.advanceTimersByTimeAsync(399);
        expect(asked).toHaveLength(times);
        await vi.advanceTimersByTimeAsync(1);
      }
      await told;
    },
  );

  it('is asked once where the background says why it will not', async () => {
    answer = async () => ({ ok: false, error: 'full', problem: { code: 'diskFull', values: [] } });
    await expect(persistently(() => ask('library', {}))).rejects.toMatchObject({
      problem: { code: 'diskFull' },
    });
    expect(asked).toHaveLength(1);
  });
});

describe('the library’s page without a background', () => {
  it.each(KINDS)(
    'asks for what it shows once, and no more until the reader does, where it %s',
    async (how) => {
      answer = SILENCE[how]!;
      const [library, feeds] = [createLibrary(words, () => {}), createFeeds(words, () => {})];
      library.watch();
      feeds.watch();
      void library.load();
      void feeds.load();
      await vi.advanceTimersByTimeAsync(HOUR);
      expect(asked.toSorted()).toEqual(['corrections', 'feeds', 'library']);
    },
  );

  it.each(KINDS)('ends an import after four tries, or waits with it, where it %s', async (how) => {
    answer = SILENCE[how]!;
    const transfer = createTransfer(
      async () => {},
      () => {},
      () => false,
    );
    void transfer.take([new File(['{"text":"Ann spoke."}\n'.repeat(500)], 'a.jsonl')]);
    await vi.advanceTimersByTimeAsync(HOUR);
    const never = how === 'never answers';
    expect(asked).toEqual(never ? ['library'] : [...Array(4).fill('library'), 'take']);
    expect(transfer.report.value?.is ?? 'running').toBe(never ? 'running' : 'failed');
  });
});
