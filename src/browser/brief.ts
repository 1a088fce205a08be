import { browser } from 'wxt/browser';
import { buildBrief } from '../brief/brief';
import type { LinkedMention } from '../link/types';
import { corpusAtHand } from './knowledge';
import type { TabBrief } from './messages';
import { readOptions } from './options';
import { articleOfPage } from './page-article';
import { readPage } from './reading';
import { articleOfTab, askFrame, framesOf, hostOf } from './tabs';

/** The brief of a tab: what its frames name, what its article says, and what the corpus tells of it. */
export async function briefOfTab(tabId: number): Promise<TabBrief> {
  const [corpus, options, tab] = await Promise.all([corpusAtHand(), readOptions(), browser.tabs.get(tabId)]);
  const host = hostOf(tab.url);
  const frames = host === null ? [] : await framesOf(tabId);
  const enabled = host !== null && !options.off.includes(host);
  const [named, page] = await Promise.all([
    Promise.all(frames.map((frame) => askFrame(tabId, frame, 'marks', {}))),
    frames.length > 0 && enabled ? articleOfTab(tabId) : null,
  ]);
  const mentions = named.flatMap((list) => list ?? []).flatMap(mentionsOf);
  const kept = page && (await readPage(page));
  const id = page && (await articleOfPage(page)).id;
  return {
    ...buildBrief(corpus, {
      mentions,
      article: kept && { text: kept.article.text, reading: kept.reading },
    }),
    host,
    enabled,
    reachable: named.some((list) => list !== undefined),
    savable: page !== null,
    saved: corpus.articles.some((article) => article.id === id) ? id : null,
  };
}

/** What a frame counts, as the mentions that a brief is made from; where they stand does not matter to it. */
function mentionsOf({ entity, count }: { entity: string; count: number }): LinkedMention[] {
  return Array.from({ length: count }, () => ({
    entity,
    start: 0,
    end: 0,
    surface: '',
    score: 1,
    because: [],
    marked: true,
  }));
}
