import { browser } from 'wxt/browser';
import { openArticle } from '../brief/article';
import { buildDossier, buildFullDossier } from '../brief/dossier';
import { passagesOf } from '../brief/shared-passages';
import { articleHref, entityHref } from '../ui/links';
import { briefOfTab } from './brief';
import { corpusAtHand, knowledge } from './knowledge';
import { countKept } from './library';
import { libraryAnswers, savePage } from './library-answers';
import type { Handlers, Sender } from './listen';
import type { Requests } from './messages';
import { changeOptions, readOptions, sameRejection } from './options';
import { noteLibrary } from './page-settings';
import { endSessions, spotChunk } from './sessions';
import { hostOf, jumpInTab, settingsFor, tellTabs } from './tabs';

/** How much of each list a card gets; it shows less. */
const CARD_LINES = 8;

/** What a content script may ask; the rest is for the extension's own pages. */
const FOR_PAGES = new Set<keyof Requests>(['settings', 'spot', 'card', 'dossier', 'reject', 'open']);

/** A line break of a page's source is a space for the reader; those of preformatted text come as `\\v`. */
const BREAKS = /[\n\r]/g;

/** True for the extension's own pages, which may ask all, and for content scripts with what a card needs. */
export function mayAsk(type: string, sender: Sender): boolean {
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return true;
  return sender.tab?.id !== undefined && FOR_PAGES.has(type as keyof Requests);
}

const isPage = (sender: Sender): boolean => !sender.url?.startsWith(browser.runtime.getURL('/'));

/** Whether the reader has a library; content scripts are told where they can read it. */
export async function hasLibrary(): Promise<boolean> {
  const any = (await countKept()) > 0;
  await noteLibrary(any);
  return any;
}

/** Everything that changed what is marked ends here: pages are read anew. */
async function refresh(host?: string): Promise<null> {
  endSessions();
  await tellTabs(await hasLibrary(), host);
  return null;
}

/** The background's answers. Each makes what it needs from storage, since the worker may have slept before any of them. */
export const answers: Handlers<Requests> = {
  async settings(_, { tab, url }) {
    // The frames of a page go with the site in the address bar.
    const settings = settingsFor(await readOptions(), hostOf(tab?.url ?? url), await hasLibrary());
    // the page's text comes next
    if (settings.enabled) knowledge().catch(() => {});
    return settings;
  },
  async spot({ page, text, ...told }, { tab, frameId, url }) {
    const flowing = text.replaceAll(BREAKS, ' ');
    const [known, { rejected }] = await Promise.all([knowledge(), readOptions()]);
    const host = hostOf(tab?.url ?? url) ?? '';
    return spotChunk(
      known,
      { tab: tab?.id ?? -1, frame: frameId ?? 0, page, host },
      { ...told, text: flowing },
      rejected,
    );
  },
  async card(_, { tab, frameId }) {
    const target = { tabId: tab?.id ?? -1, frameIds: [frameId ?? 0] };
    await browser.scripting.executeScript({ target, files: ['/card.js'] });
    return null;
  },
  async dossier({ entity }, sender) {
    return buildDossier(await corpusAtHand(), entity, isPage(sender) ? { limit: CARD_LINES } : {});
  },
  full: async ({ entity }) => buildFullDossier(await corpusAtHand(), entity),
  passages: async ({ entities, skip }) => passagesOf(await corpusAtHand(), entities, skip),
  article: async ({ articleId }) => openArticle(await corpusAtHand(), articleId),
  async reject(rejection, sender) {
    const host = hostOf(sender.tab?.url ?? sender.url) ?? rejection.host;
    const one = { entity: rejection.entity, surface: rejection.surface, host };
    await changeOptions(({ rejected }) => ({
      rejected: [...rejected.filter((other) => !sameRejection(other, one)), one],
    }));
    // A page is told again when it changes next, and then heeds it.
    endSessions();
    // The page that asked has taken its marks away already; the settings page means every page of the site.
    return isPage(sender) ? null : refresh(host);
  },
  async unreject(one) {
    await changeOptions(({ rejected }) => ({
      rejected: rejected.filter((other) => !sameRejection(other, one)),
    }));
    return refresh(one.host);
  },
  brief: ({ tabId }) => briefOfTab(tabId),
  jump: ({ tabId, entity }) => jumpInTab(tabId, entity),
  search: async ({ query }) => (await knowledge()).search(query),
  async enable({ host, enabled }) {
    await changeOptions(({ off }) => ({
      off: enabled ? off.filter((other) => other !== host) : [...new Set([...off, host])],
    }));
    return refresh(host);
  },
  async choose({ kinds, look, delay, ownMarks }) {
    await changeOptions((now) => ({
      kinds: kinds ?? now.kinds,
      look: look ?? now.look,
      delay: delay ?? now.delay,
      ownMarks: ownMarks ?? now.ownMarks,
    }));
    return refresh();
  },
  async open(what) {
    const path = 'entity' in what ? entityHref(what.entity) : articleHref(what.articleId, what.span);
    await browser.tabs.create({ url: browser.runtime.getURL(path as '/popup.html') });
    return null;
  },
  async choices() {
    const [{ kinds, look, delay, ownMarks, off, rejected }, corpus] = await Promise.all([
      readOptions(),
      corpusAtHand(),
    ]);
    const names = new Map(corpus.entities.map(({ id, name }) => [id, name]));
    return {
      kinds,
      look,
      delay,
      ownMarks,
      off,
      rejected: rejected.map((one) => ({ ...one, name: names.get(one.entity) ?? one.entity })),
    };
  },
  save: ({ tabId }) => savePage(tabId, refresh),
  ...libraryAnswers(refresh),
};
