import { sourceOf } from '../brief/lines';
import { viewOf } from '../brief/view';
import { checkPair } from '../corpus/pack';
import { bundledCorpus, corpusAtHand, forgetKnowledge } from './knowledge';
import { allKept, forget, type Kept, keep } from './library';
import type { Handlers } from './listen';
import type { Requests } from './messages';
import { Failure } from './problem';
import { readFile, readPage } from './reading';
import { articleOfTab } from './tabs';

type Refresh = () => Promise<null>;

/** Saves the article of a tab into the library. Rejects where the tab has none. */
export async function savePage(
  tabId: number,
  refresh: Refresh,
): Promise<{ articleId: string; title: string }> {
  const page = await articleOfTab(tabId);
  if (!page) throw new Failure('noArticle');
  const kept = await readPage(page);
  await keep([kept]);
  forgetKnowledge();
  await refresh();
  return { articleId: kept.article.id, title: page.title };
}

/** What the settings page asks of the library. */
export function libraryAnswers(
  refresh: Refresh,
): Pick<Handlers<Requests>, 'library' | 'remove' | 'restore' | 'import' | 'export'> {
  return {
    async library() {
      const corpus = await corpusAtHand();
      return {
        articles: viewOf(corpus).newest.map(sourceOf),
        entities: corpus.entities.length,
        covers: corpus.covers,
      };
    },
    async remove({ articleId }) {
      const gone = await forget(articleId);
      if (!gone) throw new Failure('notKept', [articleId]);
      forgetKnowledge();
      await refresh();
      return gone;
    },
    async restore({ kept }) {
      checkPair(kept);
      await keep([kept]);
      forgetKnowledge();
      return refresh();
    },
    async import({ name, text }) {
      const pairs = await readFile(name, text);
      const shipped = new Set((await bundledCorpus()).articles.map(({ id }) => id));
      const own = lastOfEach(pairs).filter(({ article }) => !shipped.has(article.id));
      const added = await keep(own);
      forgetKnowledge();
      await refresh();
      return { added, replaced: own.length - added };
    },
    async export() {
      const lines = (await allKept()).map((pair) => JSON.stringify(pair));
      return { name: 'nameplate-library.jsonl', text: lines.map((line) => `${line}\n`).join('') };
    },
  };
}

/** Where an article comes twice, the later one. */
const lastOfEach = (pairs: readonly Kept[]): Kept[] => [
  ...new Map(pairs.map((pair) => [pair.article.id, pair])).values(),
];
