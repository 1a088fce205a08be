import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Command, Place } from '../ui/options/state';
import { problemText } from '../ui/problems';
import { acting } from './acting';
import { ask } from './client';
import type { LibraryState } from './library/messages';
import type { Choices, Rejection, Requests } from './messages';
import { Failure } from './problem';
import { siteOf } from './tabs';

/** What has been done, in the reader's language. */
export interface SettingsWords {
  failed(problem: string): string;
  siteOn(host: string): string;
  siteOff(host: string): string;
  unrejected(surface: string, host: string): string;
}

/** The settings page's state, as signals, and what can be done with it. What is done can be undone where it is told. */
export function createSettings(words: SettingsWords) {
  const choices = signal<Choices | null>(null);
  const library = signal<LibraryState | null>(null);
  const commands = signal<Command[]>([]);
  const error = signal<string | null>(null);
  const { news, busy, act } = acting<Place>(words.failed, load);

  async function load(): Promise<void> {
    try {
      [commands.value, choices.value, library.value] = await Promise.all([
        readCommands(),
        ask('choices', {}),
        ask('library', {}),
      ]);
      error.value = null;
    } catch (failure) {
      error.value = problemText(failure);
    }
  }

  const choose = (chosen: Requests['choose']['request']) => {
    if (choices.value) choices.value = { ...choices.value, ...chosen };
    return act('marks', async () => {
      await ask('choose', chosen);
      return null;
    });
  };

  const enable = (host: string, enabled: boolean): Promise<boolean> =>
    act('sites', async () => {
      await ask('enable', { host, enabled });
      const line = enabled ? words.siteOn(host) : words.siteOff(host);
      return { lines: [line], undo: () => void enable(host, !enabled) };
    });

  return {
    choices,
    library,
    commands,
    error,
    news,
    busy,
    load,
    choose,
    siteOn: (host: string) => enable(host, true),
    siteOff: (typed: string) =>
      act('sites', async () => {
        const host = siteOf(typed);
        if (!host) throw new Failure('noSite', [typed.trim()]);
        await ask('enable', { host, enabled: false });
        return { lines: [words.siteOff(host)], undo: () => void enable(host, true) };
      }),
    undoRejection: (rejection: Rejection) =>
      act('rejected', async () => {
        await ask('unreject', rejection);
        return {
          lines: [words.unrejected(rejection.surface, rejection.host)],
          undo: () => void act('rejected', () => ask('reject', rejection)),
        };
      }),
    changeKeys,
    /** Another page, or the popup, has changed what is chosen; keys are changed on a page of the browser's. */
    follow(): void {
      browser.storage.local.onChanged.addListener(() => void reload());
      window.addEventListener('focus', async () => {
        commands.value = await readCommands();
      });
    },
  };

  async function reload(): Promise<void> {
    if (!busy.value) choices.value = await ask('choices', {}).catch(() => choices.value);
  }
}

/** The extension's commands with the keys that they have at present. */
async function readCommands(): Promise<Command[]> {
  return (await browser.commands.getAll())
    .filter(({ description }) => description)
    .map(({ name, description, shortcut }) => ({
      name: name ?? '',
      description: description!,
      keys: shortcut ?? '',
    }));
}

/** Opens the browser's own page where keys are changed. */
export async function changeKeys(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
