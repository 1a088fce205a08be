import type MiniSearch from 'minisearch';
import { indexTerms, type Passage, parsePassageId } from '../corpus/passages';
import type { Span } from '../text/span';
import { gistOf, lineOf } from './lines';
import type { SearchHit } from './types';
import type { CorpusView } from './view';

const PASSAGES = 20;

/** The passages of a view that an index finds: those that hold every word; only if none does, those that hold any. */
export function hitsOf(view: CorpusView, index: MiniSearch<Passage>, query: string): SearchHit[] {
  const every = index.search(query);
  const results = every.length > 0 ? every : index.search(query, { combineWith: 'OR' });
  const hits: SearchHit[] = [];
  const told = new Set<string>();
  for (const { id, score, match } of results) {
    if (hits.length === PASSAGES) break;
    const { articleId, span } = parsePassageId(String(id));
    const leaf = view.leaves.get(articleId);
    if (!leaf) continue;
    const text = leaf.article.text.slice(span.start, span.end);
    // One agency's sentence in many outlets is one passage.
    const gist = gistOf(text);
    if (told.has(gist)) continue;
    told.add(gist);
    hits.push({ line: lineOf(view, leaf, span), marks: marksIn(text, new Set(Object.keys(match))), score });
  }
  return hits;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}]+/gu;

/** Where the matched terms stand in a text; neighbouring pairs of one ideographic word as one mark. */
function marksIn(text: string, matched: ReadonlySet<string>): Span[] {
  const marks: Span[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const terms = indexTerms(word);
    terms.forEach((term, i) => {
      if (!matched.has(term)) return;
      const start = terms.length === 1 ? index : index + i;
      const end = terms.length === 1 ? index + word.length : start + term.length;
      const last = marks.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else marks.push({ start, end });
    });
  }
  return marks;
}
