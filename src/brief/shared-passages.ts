import type { Corpus } from '../corpus/types';
import { lineOf, sourceOf } from './lines';
import { presenceIn } from './presence';
import type { PassagePage } from './types';
import { viewOf } from './view';

/** How many articles one answer holds. */
const ARTICLES = 12;

/**
 * Every passage that speaks of one entity, or every sentence that speaks of all of several, by article, the newest
 * first; `skip` articles are left out, and `next` says how many to skip for what follows. With one entity an article
 * whose lines beside the prose alone name it counts too; with several only sentences do, as in `Company`.
 */
export function passagesOf(corpus: Corpus, entities: readonly string[], skip = 0): PassagePage {
  const view = viewOf(corpus);
  const [first, ...others] = entities.map((id) => view.leavesOf.get(id) ?? []);
  const rest = others.map((leaves) => new Set(leaves));
  const leaves = (first ?? []).filter((leaf) => rest.every((other) => other.has(leaf)));
  const page: PassagePage = { articles: [], next: null };
  for (let i = Math.max(0, skip); i < leaves.length; i++) {
    if (page.articles.length === ARTICLES) return { ...page, next: i };
    const leaf = leaves[i]!;
    const lines = presenceIn(leaf)
      .filter(({ prose }) => prose || entities.length === 1)
      .filter(({ present }) => entities.every((id) => present.has(id)))
      .map(({ span }) => lineOf(view, leaf, span));
    if (lines.length > 0) page.articles.push({ source: sourceOf(leaf), lines });
  }
  return page;
}
