import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Kind } from '../extract/types';
import type { Command, News } from '../ui/options/state';
import { ask } from './client';
import type { Choices, LibraryView, Rejection } from './messages';

/** What has been done, in the reader's language. */
export interface SettingsWords {
  failed(error: string): string;
  imported(count: number): string;
  replaced(count: number): string;
  nothingNew(): string;
  exported(name: string): string;
  deleted(title: string): string;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The settings page's state, as signals, and what can be done with it. */
export function createSettings(words: SettingsWords) {
  const choices = signal<Choices | null>(null);
  const library = signal<LibraryView | null>(null);
  const commands = signal<Command[]>([]);
  const error = signal<string | null>(null);
  const news = signal<News | null>(null);
  const busy = signal(false);

  const tell = (good: boolean, ...lines: string[]) => {
    news.value = { good, lines };
  };

  async function load(): Promise<void> {
    try {
      commands.value = (await browser.commands.getAll())
        .filter(({ description }) => description)
        .map(({ description, shortcut }) => ({ description: description!, keys: shortcut ?? '' }));
      choices.value = await ask('choices', {});
      library.value = await ask('library', {});
      error.value = null;
    } catch (failure) {
      error.value = messageOf(failure);
    }
  }

  /** Does one thing, then shows how things stand; what went wrong is told, nothing is lost. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    busy.value = true;
    news.value = null;
    try {
      await work();
    } catch (failure) {
      tell(false, words.failed(messageOf(failure)));
    }
    busy.value = false;
    await load();
  }

  return {
    choices,
    library,
    commands,
    error,
    news,
    busy,
    load,
    chooseKinds: (kinds: Kind[]) => act(() => ask('kinds', { kinds })),
    siteOn: (host: string) => act(() => ask('enable', { host, enabled: true })),
    undo: (rejection: Rejection) => act(() => ask('unreject', rejection)),
    remove: (articleId: string, title: string) =>
      act(async () => {
        await ask('remove', { articleId });
        tell(true, words.deleted(title));
      }),
    importFiles: (files: readonly File[]) =>
      act(async () => {
        let added = 0;
        let replaced = 0;
        const failures: string[] = [];
        for (const file of files) {
          try {
            const answer = await ask('import', { name: file.name, text: await file.text() });
            added += answer.added;
            replaced += answer.replaced;
          } catch (failure) {
            const message = messageOf(failure);
            failures.push(words.failed(message.includes(file.name) ? message : `${file.name}: ${message}`));
          }
        }
        const done = [
          ...(added > 0 ? [words.imported(added)] : []),
          ...(replaced > 0 ? [words.replaced(replaced)] : []),
        ];
        if (done.length + failures.length === 0) done.push(words.nothingNew());
        tell(failures.length === 0, ...failures, ...done);
      }),
    exportFile: (offer: (name: string, text: string) => void) =>
      act(async () => {
        const { name, text } = await ask('export', {});
        offer(name, text);
        tell(true, words.exported(name));
      }),
  };
}
