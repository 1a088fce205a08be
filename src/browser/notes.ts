import { browser } from 'wxt/browser';
import type { Note, Saved } from './gather-messages';
import { problemOf } from './problem';
import { askFrame } from './tabs';

/** How long the toolbar button says what came of a save where the page can show no note, in milliseconds. */
const BADGE = 6_000;

/**
 * Tells the reader on a tab's page: in the note of its content script, or where there is none (a site that is switched
 * off) by a sign on the toolbar button, which the page knows nothing of.
 */
export async function showNote(tabId: number, note: Note): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: ['/toast.js'], injectImmediately: true })
    .catch(() => []);
  if (await askFrame(tabId, 0, 'note', { note })) return;
  // Firefox's manifest is of version 2, which has it under another name.
  const button =
    browser.action ?? (browser as unknown as { browserAction: typeof browser.action }).browserAction;
  await button.setBadgeText({ tabId, text: note.is === 'failed' ? '!' : '✓' });
  setTimeout(() => void button.setBadgeText({ tabId, text: '' }).catch(() => {}), BADGE);
}

/**
 * Saves a tab's article because the context menu or a key asked for it, and tells what came of it. Where the note of the
 * last save is still open the key goes to it instead.
 */
export async function saveAndTell(
  tabId: number,
  save: (tabId: number) => Promise<Saved>,
  byKey: boolean,
): Promise<void> {
  if (byKey && (await askFrame(tabId, 0, 'focusNote', {}))) return;
  try {
    const saved = await save(tabId);
    await showNote(tabId, { is: 'saved', saved, keys: await keysOf('save-article') });
  } catch (error) {
    await showNote(tabId, { is: 'failed', problem: problemOf(error) });
  }
}

/** The keys of a command; empty where it has none. */
const keysOf = async (command: string): Promise<string> =>
  (await browser.commands.getAll()).find(({ name }) => name === command)?.shortcut ?? '';
