import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../src/browser/problem';

vi.mock('../../src/ui/problems', () => ({
  problemText: (error: unknown) => (error as Failure).problem.code,
}));

const { acting } = await import('../../src/browser/acting');

const page = () => {
  const loads: boolean[] = [];
  const acts = acting<'here' | 'there'>(
    (problem) => `no: ${problem}`,
    async () => void loads.push(acts.busy.value),
  );
  return { ...acts, loads };
};

describe('what a page does at the reader’s word', () => {
  it('is told where it was asked for, once the page shows how things stand', async () => {
    const { act, news, busy, loads } = page();
    const undo = () => {};
    const acted = act('there', async () => ({ lines: ['done'], undo }));
    expect(busy.value).toBe(true);
    expect(await acted).toBe(true);
    expect([busy.value, loads]).toEqual([false, [true]]);
    expect(news.value).toEqual({ place: 'there', good: true, lines: ['done'], undo });
  });

  it('tells nothing where there is nothing to tell, the last news neither', async () => {
    const { act, news } = page();
    await act('here', async () => ({ lines: ['done'] }));
    expect(await act('here', async () => null)).toBe(true);
    expect(news.value).toBeNull();
  });

  it('says what went wrong, and that it was not done, so that a form keeps what was typed', async () => {
    const { act, news, busy, loads } = page();
    const acted = await act('here', async () => {
      throw new Failure('noSite', ['x']);
    });
    expect([acted, busy.value, loads.length]).toEqual([false, false, 1]);
    expect(news.value).toEqual({ place: 'here', good: false, lines: ['no: noSite'], undo: null });
  });
});
