import { browser } from 'wxt/browser';
import { ask } from './client';
import type { TabBrief } from './messages';

/** What the popup asks for before its own code has been loaded, so that both are under way at once. */
export interface Early {
  tab: Promise<number>;
  /** What can be told before the page's article is read. */
  soon: Promise<TabBrief>;
  /** The same, once it has come. */
  come: TabBrief | null;
}

/** Asks for the popup's tab and its brief. */
export function askEarly(): Early {
  const tab = tabAtHand();
  const soon = tab.then((tabId) => ask('brief', { tabId, soon: true }));
  const early: Early = { tab, soon, come: null };
  soon.then(
    (brief) => {
      early.come = brief;
    },
    // Whoever awaits it is told.
    () => {},
  );
  return early;
}

/** The tab that the popup is about: the active one, or the one named in the address where the popup is opened as a page. */
async function tabAtHand(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}
