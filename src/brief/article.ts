import type { Corpus } from '../corpus/types';
import type { Article } from '../extract/types';
import { runsOf, sourceOf } from './lines';
import type { Run, Source } from './types';
import { viewOf } from './view';

/** One article of the corpus whole: its text verbatim, cut at the names that open on. Null if there is none of this id. */
export function openArticle(
  corpus: Corpus,
  articleId: string,
): { source: Source; article: Article; runs: Run[] } | null {
  const view = viewOf(corpus);
  const leaf = view.leaves.get(articleId);
  if (!leaf) return null;
  const { article } = leaf;
  return {
    source: sourceOf(leaf),
    article,
    runs: runsOf(view, leaf, { start: 0, end: article.text.length }),
  };
}
