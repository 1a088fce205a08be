import { indexTerms, loadIndex, parsePassageId } from '../corpus/passages';
import type { Corpus, CorpusEntity } from '../corpus/types';
import type { Span } from '../text/span';
import { gistOf, lineOf } from './lines';
import { roleOf } from './roles';
import type { SearchHit, SearchResult } from './types';
import { type CorpusView, viewOf } from './view';

const ENTITIES = 6;
const PASSAGES = 20;
/** A query is typed; what is pasted by mistake is cut here. */
const LONGEST = 200;

/**
 * Search over the passages and names of a corpus, for use at every key stroke: the last word counts as a beginning, a
 * misspelt word is forgiven. Passages that hold every word come first; only if none does, those that hold any.
 * Throws if the corpus's index is not one that MiniSearch can load.
 */
export function createSearch(corpus: Corpus): (query: string) => SearchResult {
  const view = viewOf(corpus);
  const index = loadIndex(corpus);
  const names = corpus.entities
    .map((entity) => ({ entity, forms: [entity.name, ...entity.aliases].map((form) => phraseOf(form)) }))
    .sort((a, b) => b.entity.salience - a.entity.salience);
  return (query) => {
    const typed = query.slice(0, LONGEST);
    const phrase = phraseOf(typed);
    if (!phrase) return { entities: [], passages: [] };
    const entities = matchNames(names, phrase);
    let passages = search(view, index, typed);
    // A name in a script that no article uses still finds what the articles say under their own name for it.
    const known = entities[0];
    if (passages.length === 0 && known) passages = search(view, index, known.name);
    return {
      entities: entities.map(({ id, name, kind }) => ({
        entity: id,
        name,
        kind,
        role: roleOf(view, id),
      })),
      passages,
    };
  };
}

const phraseOf = (text: string): string => indexTerms(text).join(' ');

function matchNames(names: readonly { entity: CorpusEntity; forms: string[] }[], phrase: string) {
  const exact: CorpusEntity[] = [];
  const begun: CorpusEntity[] = [];
  for (const { entity, forms } of names) {
    if (forms.includes(phrase)) exact.push(entity);
    else if (forms.some((form) => ` ${form}`.includes(` ${phrase}`))) begun.push(entity);
  }
  return [...exact, ...begun].slice(0, ENTITIES);
}

function search(view: CorpusView, index: ReturnType<typeof loadIndex>, query: string): SearchHit[] {
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
