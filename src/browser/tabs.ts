import { browser } from 'wxt/browser';
import type { Word, WordAnswer } from '../page/words';
import { WELCOME } from '../ui/links';
import type { PageArticle, PageRequests, PageSettings } from './messages';
import { type Options, readOptions } from './options';

type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** The frames of a tab that the content script runs in, the top one first; none where no extension may run. */
export async function framesOf(tabId: number): Promise<number[]> {
  try {
    const found = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => true,
      // At once: a frame that never ends loading (an advertisement's, most often) would keep all waiting.
      injectImmediately: true,
    });
    return found
      .filter(({ result }) => result === true)
      .map(({ frameId }) => frameId)
      .sort((a, b) => a - b);
  } catch {
    return (await isWelcome(tabId)) ? [0] : [];
  }
}

/** The welcome page, an extension's own where no content script runs, answers for itself. */
async function isWelcome(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url?.startsWith(browser.runtime.getURL(WELCOME)) ?? false;
}

/** Asks one frame of a tab; undefined where no content script answers. */
export async function askFrame<Type extends keyof PageRequests>(
  tabId: number,
  frameId: number,
  type: Type,
  request: PageRequests[Type]['request'],
): Promise<PageRequests[Type]['answer'] | undefined> {
  try {
    const message = { type, ...request };
    const answer: Answer<PageRequests[Type]['answer']> | undefined = await browser.tabs.sendMessage(
      tabId,
      message,
      { frameId },
    );
    return answer?.ok ? answer.value : undefined;
  } catch {
    return undefined;
  }
}

/** What a page says its article is; null where it has none or may not be asked. */
export async function articleOfTab(tabId: number): Promise<PageArticle | null> {
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, files: ['/article.js'] });
    return (found?.result as PageArticle | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Goes to an entity's next mention in a tab, in whichever frame has one. */
export async function jumpInTab(tabId: number, entity: string): Promise<boolean> {
  for (const frame of await framesOf(tabId))
    if (await askFrame(tabId, frame, 'jump', { entity })) return true;
  return false;
}

/** Moves from mark to mark through a tab's frames, and at the last one begins anew. */
export async function stepInTab(tabId: number, direction: 1 | -1): Promise<void> {
  const frames = await framesOf(tabId);
  if (direction === -1) frames.reverse();
  const stands = await Promise.all(frames.map((frame) => askFrame(tabId, frame, 'stands', {})));
  const at = stands.indexOf(true);
  if (at >= 0 && (await askFrame(tabId, frames[at]!, 'step', { direction, enter: false }))) return;
  for (const frame of [...frames.slice(at + 1), ...frames.slice(0, at + 1)])
    if (await askFrame(tabId, frame, 'step', { direction, enter: true })) return;
}

/** Words that any frame may tell any other; all else is between the top frame and another. */
const FOR_ANY = new Set<Word['type']>(['escape', 'dismiss']);

/** Brings one frame's word about a card to another, or to all others; null where nobody answers. */
export async function tellFrame(
  tabId: number,
  from: number,
  to: number | 'others',
  word: Word,
): Promise<WordAnswer> {
  if (to === 'others') {
    const others = (await framesOf(tabId)).filter((frame) => frame !== from);
    if (FOR_ANY.has(word.type))
      await Promise.all(others.map((frame) => askFrame(tabId, frame, 'told', { from, word })));
    return null;
  }
  if (to !== 0 && from !== 0 && !FOR_ANY.has(word.type)) return null;
  return (await askFrame(tabId, to, 'told', { from, word })) ?? null;
}

/** Has the top frame say how many names are marked in a tab, and of how many people and organisations. */
export async function countInTab(tabId: number): Promise<void> {
  const frames = await framesOf(tabId);
  const answers = await Promise.all(frames.map((frame) => askFrame(tabId, frame, 'marks', {})));
  const marked = answers.flatMap((found) => found ?? []).filter((one) => one.marked);
  const marks = marked.reduce((sum, { count }) => sum + count, 0);
  const names = new Set(marked.map(({ entity }) => entity)).size;
  await askFrame(tabId, 0, 'told', { from: -1, word: { type: 'count', marks, names } });
}

/** The host of an address as it is switched on and off by; files are one host, "file". Null where marks never go. */
export function hostOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return host;
  return protocol === 'file:' ? 'file' : null;
}

/** The host of a site as somebody types it, an address or a bare name ("example.org"); null where it is none. */
export function siteOf(typed: string): string | null {
  const text = typed.trim();
  const host = hostOf(/^[a-z]+:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`);
  return host !== null && /^[^\s%]+$/.test(text) && /[.:]|^localhost|^file$/.test(host) ? host : null;
}

/** The settings of a tab: those of the site in its address bar, for all its frames. */
export const settingsFor = (
  options: Omit<Options, 'rejected'>,
  host: string | null,
  overlay: boolean,
): PageSettings => ({
  enabled: host !== null && !options.off.includes(host),
  kinds: options.kinds,
  look: options.look,
  delay: options.delay,
  overlay,
  ownMarks: options.ownMarks,
});

/** Tells every tab, or those of one host, to mark anew. */
export async function tellTabs(overlay: boolean, host?: string): Promise<void> {
  const options = await readOptions();
  const tabs = await browser.tabs.query({});
  for (const { id, url } of tabs) {
    const here = hostOf(url);
    if (id === undefined || here === null || (host !== undefined && host !== here)) continue;
    const settings = settingsFor(options, here, overlay);
    // a tab that is busy, or frozen, keeps nobody waiting
    browser.tabs.sendMessage(id, { type: 'changed', ...settings }).catch(() => {});
  }
}

/** Takes the marks off every tab, before the extension goes for a new version of itself. */
export async function quietTabs(): Promise<void> {
  const [options, tabs] = await Promise.all([readOptions(), browser.tabs.query({})]);
  const off = { type: 'changed', ...settingsFor(options, null, false) };
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, off).catch(() => {}))),
  );
}
