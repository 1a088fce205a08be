import { signal } from '@preact/signals';
import type { Edit, ListedCorrection, ListView, Place } from '../ui/library/state';
import { problemText } from '../ui/problems';
import { acting } from './acting';
import { whenChanged } from './changes';
import { ask } from './client';
import { allow } from './feeds/allowed';
import type { ArticlesQuery, LibraryState, ListedArticle, Undo } from './library/messages';

/** What has been done, in the reader's language. */
export interface LibraryWords {
  failed(problem: string): string;
  deleted(titles: readonly string[]): string;
  restored(count: number): string;
  edited(title: string): string;
  exported(name: string): string;
  uncorrected(correction: ListedCorrection['correction']): string;
  corrected(correction: ListedCorrection['correction']): string;
  erased(): string;
  unerased(): string;
  persisted(granted: boolean): string;
}

/** Hands a text to the reader as a file to keep. */
export type Offer = (name: string, text: string) => void;

/** How long is waited for another letter before the list is asked for anew, in milliseconds. */
const TYPING = 150;

/** The library page's state, as signals, and what can be done with it. What is done can be undone where it is told. */
export function createLibrary(words: LibraryWords, offer: Offer) {
  const library = signal<LibraryState | null>(null);
  const list = signal<ListView | null>(null);
  const query = signal<ArticlesQuery>({});
  const selected = signal<ReadonlySet<string>>(new Set());
  const corrections = signal<ListedCorrection[]>([]);
  const error = signal<string | null>(null);
  const { news, busy, act } = acting<Place>(words.failed, load);
  let next: string | null = null;
  let loads = 0;
  let refills = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const load = ++loads;
    try {
      const now = await Promise.all([ask('library', {}), ask('corrections', {})]);
      if (load === loads) [library.value, corrections.value] = now;
      await refill(list.value?.articles.length);
      error.value = null;
    } catch (failure) {
      error.value = problemText(failure);
    }
  }

  /** Asks for the list anew, at least as much of it as is shown; a later question voids the answer to an earlier one. */
  async function refill(shown = 0): Promise<void> {
    const refill = ++refills;
    const asked = query.value;
    let page = await ask('articles', asked);
    const articles = page.articles;
    while (page.next !== null && articles.length < shown) {
      page = await ask('articles', { ...asked, after: page.next });
      articles.push(...page.articles);
    }
    if (refill !== refills || query.value !== asked) return;
    next = page.next;
    list.value = { articles, more: next !== null };
    const there = new Set(articles.map(({ articleId }) => articleId));
    selected.value = new Set([...selected.value].filter((id) => there.has(id)));
  }

  const restore = (place: Place, undo: Undo, line: string) => () =>
    void act(place, async () => {
      await ask('restore', { undo });
      return { lines: [line] };
    });

  /** Takes the erasure back, of feeds with the permission for their hosts; to be called while a click is being handled. */
  const unerase = (): Promise<boolean> =>
    act('storage', async () => {
      const hosts = library.value?.erased ?? [];
      // a feed that is not allowed to be asked for says so itself
      if (hosts.length > 0) await allow(hosts).catch(() => {});
      await ask('restore', { undo: 'erasure' });
      return { lines: [words.unerased()] };
    });

  function find(wanted: ArticlesQuery): void {
    const isTyped = wanted.words !== query.value.words;
    query.value = wanted;
    clearTimeout(typing);
    const fill = () => void refill().catch((failure) => (error.value = problemText(failure)));
    if (isTyped) typing = setTimeout(fill, TYPING);
    else fill();
  }

  async function more(): Promise<void> {
    const asked = query.value;
    if (next === null) return;
    const page = await ask('articles', { ...asked, after: next });
    if (query.value !== asked) return;
    next = page.next;
    list.value = { articles: [...(list.value?.articles ?? []), ...page.articles], more: next !== null };
  }

  return {
    library,
    list,
    query,
    selected,
    corrections,
    error,
    news,
    busy,
    load,
    /** Shows what is done elsewhere: in another window, on a page, by a feed. */
    watch: () => whenChanged('library', load),
    find,
    more: () => more().catch((failure) => (error.value = problemText(failure))),
    select(ids: readonly string[], on: boolean): void {
      const ticked = new Set(selected.value);
      for (const id of ids)
        if (on) ticked.add(id);
        else ticked.delete(id);
      selected.value = ticked;
    },
    remove: (articles: readonly Pick<ListedArticle, 'articleId' | 'title'>[]) =>
      act('list', async () => {
        const { undo } = await ask('remove', { articleIds: articles.map(({ articleId }) => articleId) });
        const line = words.deleted(articles.map(({ title }) => title));
        return { lines: [line], undo: restore('list', undo, words.restored(articles.length)) };
      }),
    edit: (articleId: string, edit: Edit) =>
      act('list', async () => {
        const title = list.value?.articles.find((one) => one.articleId === articleId)?.title ?? articleId;
        const { undo } = await ask('edit', { articleId, ...edit });
        const line = words.edited(title);
        const back = () =>
          void act('list', async () => {
            await ask('untake', { undo });
            return { lines: [line] };
          });
        return { lines: [line], undo: back };
      }),
    uncorrect: ({ key, correction }: ListedCorrection) =>
      act('corrections', async () => {
        await ask('uncorrect', { key });
        const undo = () =>
          void act('corrections', async () => {
            await ask('correct', { correction });
            return { lines: [words.corrected(correction)] };
          });
        return { lines: [words.uncorrected(correction)], undo };
      }),
    erase: () =>
      act('storage', async () => {
        await ask('erase', {});
        return { lines: [words.erased()], undo: () => void unerase() };
      }),
    unerase,
    /** The browser may ask the reader, who may let that stand: all else goes on meanwhile. */
    async persist(): Promise<void> {
      const granted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
      await act('storage', async () => ({ good: granted, lines: [words.persisted(granted)] }));
    },
    keepAside: () =>
      act('storage', async () => {
        const { name, text } = await ask('aside', {});
        offer(name, text);
        return { lines: [words.exported(name)] };
      }),
  };
}
