import { browser } from 'wxt/browser';
import type { Shelf } from './library/answer';
import { readOptions } from './options';

/**
 * What may be told where a tab is: in a private window only what came along, unless the reader has asked for the
 * library there too.
 */
export async function shelfFor(tab: { incognito?: boolean } | undefined): Promise<Shelf> {
  if (!tab?.incognito) return 'all';
  return (await readOptions()).privately ? 'all' : 'bundled';
}

/** The same for a tab by its id, with whether its window is private at all: then nothing of it is kept. */
export async function windowOf(tabId: number): Promise<{ isPrivate: boolean; shelf: Shelf }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return { isPrivate: tab?.incognito === true, shelf: await shelfFor(tab) };
}
