import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { SearchResult } from '../brief/types';
import type { Saving, View } from '../ui/popup/state';
import { problemText } from '../ui/problems';
import { ask } from './client';
import type { Early } from './early';
import type { Saved } from './gather-messages';
import type { TabBrief } from './messages';
import { askToKeep } from './persist';

/** The popup's state for one tab, as signals, and what can be done with it. */
export function createTabBrief(
  { tab, soon: asked, come }: Early,
  words: { jumped(name: string): string; notMarked(name: string): string; unsaved(): string },
) {
  const view = signal<View>(come ? { is: 'ready', brief: come } : { is: 'loading' });
  const query = signal('');
  const found = signal<SearchResult | null>(null);
  const saving = signal<Saving>({ is: 'idle' });
  const news = signal('');
  let first: Promise<TabBrief> | null = asked;
  /** Begun and ended ones: a brief that was asked for before one of them may tell of how things stood then. */
  let changes = 0;
  let changing = 0;
  let newsTimer: ReturnType<typeof setTimeout> | undefined;

  const tell = (text: string) => {
    news.value = text;
    clearTimeout(newsTimer);
    newsTimer = setTimeout(() => {
      news.value = '';
    }, 4000);
  };

  async function load(): Promise<void> {
    const since = changes;
    const show = (brief: TabBrief) => {
      if (since === changes && changing === 0) view.value = { is: 'ready', brief };
    };
    try {
      const tabId = await tab;
      if (first || view.value.is !== 'ready') {
        const waited = first ?? ask('brief', { tabId, soon: true });
        first = null;
        const soon = await waited;
        show(soon);
        if (soon.whole) return;
      }
      show(await ask('brief', { tabId }));
    } catch (error) {
      if (view.value.is !== 'ready') view.value = { is: 'failed', error: problemText(error) };
      else tell(problemText(error));
    }
  }

  /** Does what changes what the brief tells, then shows how things stand. */
  async function change<T>(work: () => Promise<T>, done: (value: T) => void = () => {}): Promise<void> {
    changes += 1;
    changing += 1;
    try {
      done(await work());
    } finally {
      changes += 1;
      changing -= 1;
    }
    if (changing === 0) await load();
  }

  async function search(text: string): Promise<void> {
    query.value = text;
    if (!text.trim()) {
      found.value = null;
      return;
    }
    const shelf = view.value.is === 'ready' ? view.value.brief.shelf : undefined;
    try {
      const result = await ask('search', { query: text, shelf });
      if (query.value === text) found.value = result;
    } catch (error) {
      tell(problemText(error));
    }
  }

  async function jump(entity: string, name: string): Promise<void> {
    try {
      tell((await ask('jump', { tabId: await tab, entity })) ? words.jumped(name) : words.notMarked(name));
    } catch (error) {
      tell(problemText(error));
    }
  }

  async function enable(enabled: boolean): Promise<void> {
    if (view.value.is !== 'ready') return;
    const { brief } = view.value;
    view.value = { is: 'ready', brief: { ...brief, enabled } };
    try {
      await change(() => ask('enable', { host: brief.host ?? '', enabled }));
    } catch (error) {
      if (changing === 0) view.value = { is: 'ready', brief };
      tell(problemText(error));
    }
  }

  async function save(): Promise<void> {
    saving.value = { is: 'busy' };
    try {
      await change(
        async () => ask('save', { tabId: await tab }),
        (saved) => {
          saving.value = { is: 'done', saved, kept: null };
          if (saved.first) void keepLibrary(saved);
        },
      );
    } catch (error) {
      saving.value = { is: 'failed', error: problemText(error) };
    }
  }

  /** Asks the browser not to make room by deleting the library; the note tells why. */
  async function keepLibrary(saved: Saved): Promise<void> {
    const kept = await askToKeep();
    const now = saving.value;
    if (now.is === 'done' && now.saved === saved) saving.value = { ...now, kept };
  }

  async function unsave(): Promise<void> {
    const done = saving.value;
    if (done.is !== 'done') return;
    const { undo } = done.saved;
    if (!undo) return;
    try {
      await change(
        () => ask('untake', { undo }),
        () => {
          saving.value = { is: 'idle' };
          tell(words.unsaved());
        },
      );
    } catch (error) {
      tell(problemText(error));
    }
  }

  const saveSeen = () => {
    saving.value = { is: 'idle' };
  };

  /** Loads the page anew, which lets Nameplate into one that was open before it. */
  async function reload(): Promise<void> {
    await browser.tabs.reload(await tab);
    window.close();
  }

  return { view, query, found, saving, news, load, search, jump, enable, save, unsave, saveSeen, reload };
}
