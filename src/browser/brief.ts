import { browser } from 'wxt/browser';
import { type BriefPage, buildBrief, TELLERS } from '../brief/brief';
import type { Brief } from '../brief/types';
import type { LinkedMention } from '../link/types';
import { answerFrom, hasArticle, type Shelf } from './library/answer';
import type { AskedEntity } from './library/part';
import type { TabBrief } from './messages';
import { readOptions } from './options';
import { articleOfPage } from './page-article';
import { shelfFor } from './privacy';
import { readPage } from './reading';
import { articleOfTab, askFrame, framesOf, hostOf } from './tabs';

/** Of somebody who tells the story: the newest articles, and on each side of the page's day. */
const TOLD = 12;
const ABOUT = 6;
/** Of anybody else on the page: articles that a role is looked for in. */
const INTRODUCED = 2;
/** The newest articles; the page's own may be among them, and ones without a day. */
const NEWEST = 10;

/**
 * The brief of a tab: what its frames name, what its article says, and what the corpus tells of it. `soon` leaves the
 * article out, whose reading takes longest.
 */
export async function briefOfTab(tabId: number, soon = false): Promise<TabBrief> {
  const [options, tab, all] = await Promise.all([readOptions(), browser.tabs.get(tabId), framesOf(tabId)]);
  const host = hostOf(tab.url);
  const frames = host === null ? [] : all;
  const enabled = host !== null && !options.off.includes(host);
  const mayHave = frames.length > 0 && enabled;
  const [named, page] = await Promise.all([
    Promise.all(frames.map((frame) => askFrame(tabId, frame, 'marks', {}))),
    mayHave && !soon ? articleOfTab(tabId) : null,
  ]);
  const mentions = named.flatMap((list) => list ?? []).flatMap(mentionsOf);
  const shelf = await shelfFor(tab);
  const kept = page && (await readPage(page));
  const id = page ? (await articleOfPage(page)).id : null;
  return {
    ...(await briefOf(
      { mentions, article: kept && { text: kept.article.text, reading: kept.reading } },
      shelf,
    )),
    host,
    enabled,
    reachable: named.some((list) => list !== undefined),
    private: tab.incognito,
    shelf,
    savable: page !== null && !tab.incognito,
    saved: id !== null && shelf === 'all' && (await hasArticle(id)) ? id : null,
    whole: !(mayHave && soon),
  };
}

/**
 * The brief of a page from a part of the library: of those who tell the story their newest articles and those about the
 * page's day, of the others as many as it takes to say who they are.
 */
async function briefOf(page: BriefPage, shelf: Shelf): Promise<Brief> {
  const ids = [...new Set(page.mentions.map(({ entity }) => entity))];
  const { people } = await answerFrom(
    { entities: ids.map((id) => ({ id, newest: 0 })) },
    (corpus) => buildBrief(corpus, { mentions: page.mentions }),
    shelf,
  );
  const day = page.article?.reading.published.date ?? null;
  const entities = people.map(({ entity: id }, rank): AskedEntity => {
    if (rank >= TELLERS) return { id, newest: INTRODUCED };
    return { id, newest: TOLD, ...(day === null ? {} : { around: { day, each: ABOUT } }) };
  });
  return answerFrom({ entities, newest: NEWEST }, (corpus) => buildBrief(corpus, page), shelf);
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
