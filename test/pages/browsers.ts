import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, startChromium } from '../e2e/drivers/chromium';
import { launchFirefox, startFirefox, windowOf } from '../e2e/drivers/firefox';
import { findBrowser } from '../setup/browsers.mjs';
import { buildOf } from '../setup/environment.mjs';

export type Kind = 'chromium' | 'firefox';

/** An article in the reader's library: with one, the host element is on every page from the start. */
const OWN = {
  id: 'own',
  title: 'Bandstand',
  text: 'Mayor Zebulon Quartermain of Lower Tidewater opened the bandstand on Monday. "It was worth the wait," Quartermain said.',
  published: { date: '2025-04-22', basis: 'stated' },
  origin: 'imported',
};

/** A browser of a kind without the extension, and one with it, its marks of every kind, and a library. */
export interface Pair {
  kind: Kind;
  plain: Browser;
  marked: Browser;
  /** Sends a message to the extension's background, as its own settings page may. */
  ask(message: object): Promise<unknown>;
  /** How often each entity is named where the reader can see it, by name, as the tab's frames count. */
  entities(url: string): Promise<Record<string, number>>;
  /** What the extension's own code has complained of since the last call. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

export async function startPair(kind: Kind): Promise<Pair> {
  const path = findBrowser(kind);
  if (!path) throw new Error(`no ${kind} is installed`);
  const driver = await (kind === 'firefox' ? startFirefox : startChromium)(path, buildOf(kind));
  const { browser: plain, guard } =
    kind === 'firefox' ? await launchFirefox(path) : await launchChromium(path, []);
  const { page } = await driver.open(driver.extensionUrl('options.html'));
  const marked = page.browser();
  const ask = (message: object) => tell(page, message);
  const batch = { run: 'pages', number: 0, since: 0 };
  await ask({ type: 'take', articles: [{ article: OWN }], corrections: [], batch, last: true });
  await ask({ type: 'choose', kinds: ['person', 'organisation', 'place', 'other'] });
  const heard = kind === 'firefox' ? await hearFirefox(marked) : hearChromium(marked);
  return {
    kind,
    plain,
    marked,
    ask,
    entities: async (url) => {
      const counts: Record<string, number> = {};
      for (const { entity, count } of await page.evaluate(countsIn, url)) {
        const dossier = (await ask({ type: 'dossier', entity })) as { name?: string } | null;
        const name = dossier?.name ?? entity;
        counts[name] = (counts[name] ?? 0) + count;
      }
      return counts;
    },
    complaints: heard,
    async close() {
      await driver.close();
      await plain.close();
      guard.close();
    },
  };
}

async function tell(page: Page, message: object): Promise<unknown> {
  const answer = await page.evaluate(async (sent) => {
    const { browser, chrome } = globalThis as unknown as Record<string, typeof import('wxt/browser').browser>;
    return (browser ?? chrome)!.runtime.sendMessage(sent);
  }, message);
  const { ok, value, error } = answer as { ok: boolean; value?: unknown; error?: string };
  if (!ok) throw new Error(error);
  return value;
}

/** Runs in the settings page: the counts of all frames of the tab at an address. */
async function countsIn(url: string): Promise<{ entity: string; count: number }[]> {
  const both = globalThis as unknown as Record<string, typeof import('wxt/browser').browser>;
  const api = (both.browser ?? both.chrome)!;
  const tabs = await api.tabs.query({});
  const tab = tabs.find((one) => one.url?.split('#')[0] === url);
  if (tab?.id === undefined) throw new Error(`no tab at ${url}`);
  const frames = await api.scripting.executeScript({
    target: { tabId: tab.id, allFrames: true },
    func: () => true,
    injectImmediately: true,
  });
  const counts: { entity: string; count: number }[] = [];
  for (const { frameId } of frames) {
    const answer = await api.tabs.sendMessage(tab.id, { type: 'marks' }, { frameId }).catch(() => null);
    counts.push(...(answer?.value ?? []));
  }
  return counts;
}

/** Errors that Chromium tells of any script of an extension, by the tabs' own reports. */
function hearChromium(browser: Browser): () => Promise<string[]> {
  const heard: string[] = [];
  const ours = (text: string) => {
    if (text.includes('chrome-extension://')) heard.push(text.slice(0, 600));
  };
  browser.on('targetcreated', async (target) => {
    if (target.type() !== 'page') return;
    const session = await target.createCDPSession().catch(() => null);
    if (!session) return;
    session.on('Runtime.exceptionThrown', (event) => ours(JSON.stringify(event.exceptionDetails)));
    session.on('Runtime.consoleAPICalled', (event) => {
      if (event.type === 'error' || event.type === 'warning') ours(JSON.stringify(event));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') ours(JSON.stringify(entry));
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]).catch(() => null);
  });
  return async () => heard.splice(0);
}

/** What Firefox notes of any extension where a page is left: an answer came too late, or a listener was still called. */
const LEFT = /Promise (?:resolved|rejected) after context unloaded|Script terminated by timeout/;

/** Errors in Firefox's own console whose source is an extension. */
async function hearFirefox(browser: Browser): Promise<() => Promise<string[]>> {
  const call = await windowOf(browser);
  const read = () => {
    const { Services } = globalThis as unknown as {
      Services: { console: { getMessageArray(): { message: string }[]; reset(): void } };
    };
    const texts = Services.console.getMessageArray().map(({ message }) => message);
    Services.console.reset();
    return texts.filter((text) => text.includes('moz-extension://'));
  };
  await call(read);
  return async () => (await call(read)).filter((text) => !LEFT.test(text));
}
