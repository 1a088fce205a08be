import { browser } from 'wxt/browser';
import { ask } from './client';
import type { PageSettings } from './messages';
import { DEFAULTS } from './options';
import { hostOf, settingsFor } from './tabs';

/** Under this the background tells content scripts whether the reader has a library, which they cannot look up. */
const LIBRARY = 'library';

/** To be called whenever the library has changed. */
export async function noteLibrary(any: boolean): Promise<void> {
  const stored = await browser.storage.local.get<{ library?: boolean }>(LIBRARY);
  if (stored.library !== any) await browser.storage.local.set({ [LIBRARY]: any });
}

/**
 * The settings of the page that this content script is in, read from storage, so that no sleeping background is woken
 * for a page that has nothing to ask. The background is asked only by a frame whose browser does not tell it the
 * site in the address bar, and before anything has been noted of the library.
 */
export async function settingsOfPage(): Promise<PageSettings> {
  const host = hostOf(topAddress());
  if (host === null && window !== window.top) return ask('settings', {});
  // What the reader has rejected names the library's people and stays out of the page's process.
  const { rejected, ...wanted } = DEFAULTS;
  const { library, ...options } = await browser.storage.local.get<
    typeof wanted & { library: boolean | null }
  >({
    ...wanted,
    [LIBRARY]: null,
  });
  if (library === null) return ask('settings', {});
  const told = !browser.extension.inIncognitoContext || options.privately;
  return settingsFor(options, host, library && told);
}

/** What the address bar shows, or its origin; undefined where a frame is not told. Pages cannot redefine either. */
function topAddress(): string | undefined {
  if (window === window.top) return location.href;
  const { ancestorOrigins } = location as { ancestorOrigins?: DOMStringList };
  return ancestorOrigins?.item(ancestorOrigins.length - 1) ?? undefined;
}
