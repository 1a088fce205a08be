import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabBrief } from '../../src/browser/messages';

/** What has been asked and is not answered yet. */
const asked: { type: string; request: object; answer(value: unknown): void; refuse(): void }[] = [];

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/ui/problems', () => ({ problemText: () => 'refused' }));
vi.mock('../../src/browser/client', () => ({
  ask: (type: string, request: object) =>
    new Promise((resolve, reject) => {
      asked.push({ type, request, answer: resolve, refuse: () => reject(new Error('refused')) });
    }),
}));

const { createTabBrief } = await import('../../src/browser/tab-brief');

const briefOf = (enabled: boolean, whole = true): TabBrief => ({
  people: [],
  gist: [],
  pageDate: null,
  story: [],
  newest: [],
  covers: { from: null, to: null },
  host: 'example.org',
  enabled,
  reachable: true,
  private: false,
  shelf: 'all',
  savable: true,
  saved: null,
  whole,
});

const words = { jumped: () => 'jumped', notMarked: () => 'not marked', unsaved: () => 'unsaved' };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The next question, which must be of this type. */
async function next(type: string) {
  await settled();
  const one = asked.shift();
  expect(one?.type).toBe(type);
  return one!;
}

/** A popup whose brief was asked for early, and has come. */
async function opened() {
  const come = briefOf(true);
  const model = createTabBrief({ tab: Promise.resolve(7), soon: Promise.resolve(come), come }, words);
  await model.load();
  expect(asked).toEqual([]);
  const isOn = () => model.view.value.is === 'ready' && model.view.value.brief.enabled;
  return { ...model, isOn };
}

beforeEach(() => void asked.splice(0));

describe('the popup’s state', () => {
  it('has what was asked for early at once, and asks for the rest once', async () => {
    const come = briefOf(true, false);
    const model = createTabBrief({ tab: Promise.resolve(7), soon: Promise.resolve(come), come }, words);
    expect(model.view.value).toEqual({ is: 'ready', brief: come });
    void model.load();
    const { request, answer } = await next('brief');
    expect(request).toEqual({ tabId: 7 });
    answer(briefOf(true));
    await settled();
    expect(model.view.value).toEqual({ is: 'ready', brief: briefOf(true) });
    expect(asked).toEqual([]);
  });

  it('asks anew after what was asked for early has failed', async () => {
    const soon = Promise.reject(new Error('asleep'));
    const model = createTabBrief({ tab: Promise.resolve(7), soon, come: null }, words);
    await model.load();
    expect(model.view.value).toEqual({ is: 'failed', error: 'refused' });
    void model.load();
    const { request, answer } = await next('brief');
    expect(request).toEqual({ tabId: 7, soon: true });
    answer(briefOf(true));
    await settled();
    expect(model.view.value.is).toBe('ready');
  });

  it('does not let a brief of before a change take the change back', async () => {
    const { load, enable, isOn } = await opened();
    void load();
    const before = await next('brief');
    void enable(false);
    const off = await next('enable');
    void load();
    const meanwhile = await next('brief');
    before.answer(briefOf(true));
    meanwhile.answer(briefOf(true));
    await settled();
    expect(isOn()).toBe(false);
    off.answer(null);
    (await next('brief')).answer(briefOf(false));
    await settled();
    expect(isOn()).toBe(false);
  });

  it('is what was chosen last of two changes in a row', async () => {
    const { enable, isOn } = await opened();
    void enable(false);
    const off = await next('enable');
    void enable(true);
    const on = await next('enable');
    off.answer(null);
    await settled();
    expect(asked).toEqual([]);
    expect(isOn()).toBe(true);
    on.answer(null);
    (await next('brief')).answer(briefOf(true));
    await settled();
    expect(isOn()).toBe(true);
  });

  it('goes back where a change has failed', async () => {
    const { enable, isOn, news } = await opened();
    void enable(false);
    expect(isOn()).toBe(false);
    (await next('enable')).refuse();
    await settled();
    expect(isOn()).toBe(true);
    expect(news.value).toBe('refused');
  });
});
