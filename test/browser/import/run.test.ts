import { describe, expect, it, vi } from 'vitest';
import type { GatherRequests } from '../../../src/browser/gather-messages';
import type { Incoming } from '../../../src/browser/library/messages';
import { Failure } from '../../../src/browser/problem';
import { madeArticles } from '../../grammar/articles';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { importFiles } = await import('../../../src/browser/import/run');

type Sent = GatherRequests['take']['request'];

const articles = [...madeArticles(95)];
const lines = articles.map((article) => `${JSON.stringify(article)}\n`);
const files = [
  new File(lines.slice(0, 50), 'one.jsonl'),
  new File([Uint8Array.of(0x89, 0, 1, 2)], 'picture.txt'),
  new File([...lines.slice(50), '{"id": 1}\n'], 'two.jsonl'),
];

/** A library that takes whole batches, and fails as it is told. */
function library(fail: (call: number) => Error | null = () => null) {
  const kept = new Map<string, Incoming>();
  const sizes: number[] = [];
  const numbers: string[] = [];
  let calls = 0;
  const lasts: boolean[] = [];
  return {
    kept,
    sizes,
    numbers,
    lasts,
    async take({ articles: batch, batch: { run, number }, last }: Sent) {
      const error = fail(calls++);
      if (error) throw error;
      sizes.push(JSON.stringify(batch).length);
      numbers.push(`${run}:${number}`);
      lasts.push(last);
      const taken = batch.map((incoming) => {
        const was = kept.has(incoming.article.id) ? ('same' as const) : ('new' as const);
        kept.set(incoming.article.id, incoming);
        return { articleId: incoming.article.id, was };
      });
      return {
        taken,
        corrected: 0,
        undo: { added: taken.map(({ articleId }) => articleId), replaced: null },
      };
    },
  };
}
const never = new AbortController().signal;
const begin = async () => 0;

describe('an import', () => {
  it('takes everything that can be taken, and tells what cannot', async () => {
    const own = library();
    const told = vi.fn();
    const report = await importFiles(files, own.take, told, never, begin);
    expect([...own.kept.keys()]).toEqual(articles.map(({ id }) => id));
    expect(report).toMatchObject({ is: 'done', added: 95, updated: 0, same: 0, more: 0, read: report.total });
    expect(report.problems).toEqual([
      { code: 'notText', values: ['picture.txt'] },
      { code: 'lineMissing', values: ['two.jsonl', '46', 'text'] },
    ]);
    expect(Math.max(...own.sizes)).toBeLessThan(1_000_000);
    expect(own.lasts.filter(Boolean)).toHaveLength(1);
    expect(own.lasts.at(-1)).toBe(true);
    const reads = told.mock.calls.map(([{ read }]) => read);
    expect(reads).toEqual(reads.toSorted((a, b) => a - b));
  });

  it('goes on where the background was stopped between or in a batch, and nothing comes twice', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 400 });
    const own = library((call) => (call % 3 === 1 ? new Failure('unreachable') : null));
    const report = await importFiles(files, own.take, () => {}, never, begin);
    vi.useRealTimers();
    expect(report).toMatchObject({ is: 'done', added: 95 });
    expect(own.kept.size).toBe(95);
  });

  it('stops when asked, and what was taken stays', async () => {
    const own = library();
    const stop = new AbortController();
    const report = await importFiles(
      files,
      own.take,
      ({ added }) => added >= 32 && stop.abort(),
      stop.signal,
      begin,
    );
    expect(report.is).toBe('stopped');
    // one batch was on its way when the stop was asked for
    expect(report.added).toBe(64);
    expect(own.kept.size).toBe(64);
    expect(own.lasts.at(-1)).toBe(true);
  });

  it('ends where there is no room, and says so', async () => {
    const own = library((call) => (call === 1 ? new Failure('diskFull') : null));
    const report = await importFiles(files, own.take, () => {}, never, begin);
    expect(report.is).toBe('failed');
    expect(report.problems.at(-1)).toEqual({ code: 'diskFull', values: [] });
    expect(own.kept.size).toBe(report.added);
    expect(report.undo.flatMap(({ added }) => added)).toEqual([...own.kept.keys()]);
    expect(report.added).toBe(32);
  });

  it('is stopped where everything is erased meanwhile, and says that nothing of it stays', async () => {
    const own = library((call) => (call === 1 ? new Failure('importErased') : null));
    const report = await importFiles(files, own.take, () => {}, never, begin);
    expect(report).toMatchObject({ is: 'erased', added: 0, undo: [] });
    expect(report.problems.map(({ code }) => code)).not.toContain('importErased');
  });

  it('tells the first problems, and of the others how many', async () => {
    const bad = new File(['{}\n'.repeat(1_000)], 'bad.jsonl');
    const report = await importFiles([bad], library().take, () => {}, never, begin);
    expect(report.problems).toHaveLength(200);
    expect(report.more).toBe(800);
  });
});
