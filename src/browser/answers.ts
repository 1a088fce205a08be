import { browser } from 'wxt/browser';
import { readArticle } from '../extract/read';
import { articleHref, entityHref } from '../ui/links';
import { readingModel } from './assets';
import { briefOfTab } from './brief';
import { tellChanged } from './changes';
import { articleWhole, cardOf, dossierWhole, passagesNaming } from './dossiers';
import { feedAnswers } from './feeds/answers';
import type { Saved } from './gather-messages';
import { knowledge, whenMoreIsKnown } from './knowledge';
import { namesOf } from './library/answer';
import { rereadOld } from './library/reread';
import { standing } from './library/state';
import { takeInEarlier } from './library/take-in';
import { libraryAnswers } from './library-answers';
import type { Handlers, Sender } from './listen';
import type { Requests } from './messages';
import { showNote } from './notes';
import { changeOptions, readOptions, sameRejection } from './options';
import { noteLibrary } from './page-settings';
import { shelfFor } from './privacy';
import { Failure } from './problem';
import { gatherAnswers } from './saving';
import { search } from './search';
import { endSessions, spotChunk } from './sessions';
import { hostOf, jumpInTab, settingsFor, tellFrame, tellTabs } from './tabs';

/** What a content script may ask; the rest is for the extension's own pages. */
const FOR_PAGES = new Set<keyof Requests>([
  'settings',
  'spot',
  'card',
  'own',
  'tell',
  'dossier',
  'reject',
  'open',
  'unsave',
]);

/** A line break of a page's source is a space for the reader; those of preformatted text come as `\\v`. */
const BREAKS = /[\n\r]/g;

/** True for the extension's own pages, which may ask all, and for content scripts with what a card needs. */
export function mayAsk(type: string, sender: Sender): boolean {
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return true;
  return sender.tab?.id !== undefined && FOR_PAGES.has(type as keyof Requests);
}

/** Brings a script into the frame that asks for it. */
async function inject(file: '/card.js' | '/own.js', { tab, frameId }: Sender): Promise<null> {
  const target = { tabId: tab?.id ?? -1, frameIds: [frameId ?? 0] };
  await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
  return null;
}

const isPage = (sender: Sender): boolean => !sender.url?.startsWith(browser.runtime.getURL('/'));

/** Whether the reader has a library; content scripts are told where they can read it. */
export async function hasLibrary(): Promise<boolean> {
  const any = (await standing()).joined;
  await noteLibrary(any);
  return any;
}

/** Everything that changed what is marked ends here: pages are read anew, those of the extension too. */
export async function refresh(host?: string): Promise<null> {
  endSessions();
  await tellTabs(await hasLibrary(), host);
  if (host === undefined) tellChanged('library');
  return null;
}

whenMoreIsKnown(() => void refresh().catch(() => {}));

/** Goes on with what an earlier version of the extension, or of this background, has left to be done. */
export async function goOn(): Promise<void> {
  const earlier = await takeInEarlier();
  const anew = await rereadOld(async () => {
    const model = await readingModel();
    return (article) => readArticle(article, model);
  });
  if (earlier || anew) await refresh();
}

const ofLibrary = libraryAnswers(refresh);

/** The background's answers. Each makes what it needs from storage, since the worker may have slept before any of them. */
export const answers: Handlers<Requests> = {
  async settings(_, { tab, url }) {
    // The frames of a page go with the site in the address bar.
    const overlay = (await shelfFor(tab)) === 'all' && (await hasLibrary());
    const settings = settingsFor(await readOptions(), hostOf(tab?.url ?? url), overlay);
    // the page's text comes next
    if (settings.enabled) knowledge().catch(() => {});
    return settings;
  },
  async spot({ page, text, ...told }, { tab, frameId, url }) {
    const flowing = text.replaceAll(BREAKS, ' ');
    const [whole, options, shelf] = await Promise.all([knowledge(), readOptions(), shelfFor(tab)]);
    const known = shelf === 'all' ? whole : { ...whole, spotter: whole.bundled };
    const host = hostOf(tab?.url ?? url) ?? '';
    return spotChunk(
      known,
      { tab: tab?.id ?? -1, frame: frameId ?? 0, page, host },
      { ...told, text: flowing },
      options,
    );
  },
  card: (_, sender) => inject('/card.js', sender),
  own: (_, sender) => inject('/own.js', sender),
  async tell({ frame, word }, { tab, frameId = 0 }) {
    return tab?.id === undefined ? null : tellFrame(tab.id, frameId, frame, word);
  },
  async dossier({ entity }, sender) {
    const shelf = await shelfFor(sender.tab);
    return isPage(sender) ? cardOf(entity, shelf) : dossierWhole(entity, shelf);
  },
  // Firefox opens what a card leads to in the private window that the card is in.
  full: async ({ entity }, { tab }) => dossierWhole(entity, await shelfFor(tab)),
  passages: async ({ entities, skip }, { tab }) => passagesNaming(entities, skip, await shelfFor(tab)),
  article: async ({ articleId }, { tab }) => articleWhole(articleId, await shelfFor(tab)),
  async reject(rejection, sender) {
    // which site was visited there is not kept; the page itself has taken its marks away
    if (isPage(sender) && sender.tab?.incognito) return null;
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
  brief: ({ tabId, soon }) => briefOfTab(tabId, soon),
  jump: ({ tabId, entity }) => jumpInTab(tabId, entity),
  search: async ({ query, shelf }, { tab }) => search(query, shelf ?? (await shelfFor(tab))),
  async enable({ host, enabled }) {
    await changeOptions(({ off }) => ({
      off: enabled ? off.filter((other) => other !== host) : [...new Set([...off, host])],
    }));
    return refresh(host);
  },
  async choose({ kinds, look, delay, ownMarks, privately }) {
    await changeOptions((now) => ({
      kinds: kinds ?? now.kinds,
      look: look ?? now.look,
      delay: delay ?? now.delay,
      ownMarks: ownMarks ?? now.ownMarks,
      privately: privately ?? now.privately,
    }));
    return refresh();
  },
  async open(what) {
    const path = 'entity' in what ? entityHref(what.entity) : articleHref(what.articleId, what.span);
    await browser.tabs.create({ url: browser.runtime.getURL(path as '/popup.html') });
    return null;
  },
  async choices() {
    const { kinds, look, delay, ownMarks, privately, off, rejected } = await readOptions();
    const names = await namesOf([...new Set(rejected.map(({ entity }) => entity))]);
    return {
      kinds,
      look,
      delay,
      ownMarks,
      privately,
      off,
      rejected: rejected.map((one) => ({ ...one, name: names.get(one.entity) ?? one.entity })),
    };
  },
  ...gatherAnswers(refresh, showNote),
  ...ofLibrary,
  async correct(request, sender) {
    if (sender.tab?.incognito) throw new Failure('privateWindow');
    return ofLibrary.correct(request, sender);
  },
  ...feedAnswers(refresh),
};

/** Saves a tab's article for the context menu or the command. */
export const save = (tabId: number): Promise<Saved> => answers.save({ tabId }, {});
