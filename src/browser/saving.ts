import { browser } from 'wxt/browser';
import { excessOf, tidyArticle } from '../corpus/limits';
import { readArticle } from '../extract/read';
import type { Article, Reading } from '../extract/types';
import { readingModel } from './assets';
import type { GatherRequests, KeptArticle, Note, Saved } from './gather-messages';
import { addedOf, keptAfter } from './library/kept';
import type { Incoming, TakenOne, TakenUndo } from './library/messages';
import { standing } from './library/state';
import { takeArticles, untake } from './library/take';
import { takeInEarlier } from './library/take-in';
import type { Handlers } from './listen';
import { articleOfPage } from './page-article';
import { Failure, type Problem } from './problem';
import { articleOfTab } from './tabs';

/** So many names are told of a saved article. */
const NAMES_TOLD = 5;
/** Articles that are given at once for an export. */
const STEP = 40;

type Refresh = () => Promise<null>;

/** Saves the article of a tab. Rejects where the tab has none, or is a private window's. */
export async function savePage(tabId: number): Promise<Saved> {
  if ((await browser.tabs.get(tabId)).incognito) throw new Failure('privateWindow');
  const page = await articleOfTab(tabId);
  if (!page) throw new Failure('noArticle');
  const article = tidyArticle(await articleOfPage(page));
  const excess = excessOf(article);
  if (excess) throw new Failure('pageLarge', [excess.field]);
  const model = await readingModel();
  const reading = readArticle(article, model);
  const first = (await standing()).own === 0;
  const incoming: Incoming = { article, ...(page.address ? { address: page.address } : {}) };
  const { taken, undo } = await takeArticles([incoming], (one) =>
    one === article ? reading : readArticle(one, model),
  );
  const saved = savedOf(article, reading, taken[0]!, undo, first && undo !== null);
  await remember(tabId, undo);
  return saved;
}

function savedOf(
  article: Article,
  { entities, quotes, published }: Reading,
  { articleId, was }: TakenOne,
  undo: TakenUndo | null,
  first: boolean,
): Saved {
  const from = article.from?.published;
  const told = entities.filter(({ kind }) => kind === 'person' || kind === 'organisation');
  return {
    articleId,
    was,
    title: article.title ?? '',
    publisher: article.publisher ?? null,
    published,
    dated: published.date ? (from === undefined || from === 'editor' ? 'text' : from) : null,
    names: told.slice(0, NAMES_TOLD).map(({ name, kind }) => ({ name, kind })),
    named: told.length,
    quotes: quotes.length,
    undo,
    first,
  };
}

const keyOf = (tabId: number): string => `saved:${tabId}`;

/** Keeps until the browser is closed what takes a tab's last save back, for a note on its page. */
async function remember(tabId: number, undo: TakenUndo | null): Promise<void> {
  if (undo) await browser.storage.session.set({ [keyOf(tabId)]: undo });
}

/** Takes back what was last saved of a tab. */
async function unsave(tabId: number): Promise<void> {
  const key = keyOf(tabId);
  const undo = (await browser.storage.session.get<Record<string, TakenUndo>>(key))[key];
  if (!undo) throw new Failure('undoGone');
  await untake(undo);
  await browser.storage.session.remove(key);
}

/** Answers what gets articles in and out; `tell` shows a note on a tab's page. */
export function gatherAnswers(
  refresh: Refresh,
  tell: (tabId: number, note: Note) => Promise<void>,
): Handlers<GatherRequests> {
  return {
    async save({ tabId }) {
      const saved = await savePage(tabId);
      if (saved.undo) await refresh();
      return saved;
    },
    async unsave(_, { tab }) {
      const tabId = tab?.id ?? -1;
      await unsave(tabId);
      await refresh();
      await tell(tabId, { is: 'undone' });
      return null;
    },
    async take({ articles, corrections, batch, last }) {
      const model = await readingModel();
      const { fit, problems } = whatFits(articles);
      const { taken, ...done } =
        fit.length + corrections.length > 0
          ? await takeArticles(fit, (article) => readArticle(article, model), { corrections, batch })
          : { taken: [], corrected: 0, undo: null };
      if (last) await refresh();
      const queue = [...taken];
      return { ...done, taken: problems.map((problem) => problem ?? queue.shift()!) };
    },
    async kept({ after }) {
      // what an earlier version kept belongs to an export too; where there is no room for it, the rest can still be had
      if (after === null) await takeInEarlier().catch(() => {});
      const kept = await keptAfter(after, STEP);
      const added = await addedOf(kept.map(({ article }) => article.id));
      return kept.map(
        ({ article, reading }): KeptArticle => ({ article, reading, added: added.get(article.id) ?? 0 }),
      );
    },
  };
}

/** The articles that are within the limits, and of the others (in their places) what is wrong. */
function whatFits(articles: readonly Incoming[]): { fit: Incoming[]; problems: (Problem | null)[] } {
  const problems = articles.map(({ article }): Problem | null => {
    const excess = excessOf(article);
    return excess && { code: 'pageLarge', values: [excess.field] };
  });
  return { fit: articles.filter((_, i) => problems[i] === null), problems };
}
