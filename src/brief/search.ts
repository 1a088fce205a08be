import MiniSearch from 'minisearch';
import { type Passage, SEARCH_OPTIONS, termsOf } from '../corpus/search';
import type { Corpus, CorpusEntity } from '../corpus/types';
import type { Span } from '../text/span';
import { lineOf } from './lines';
import { rolesOf } from './roles';
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
  const index = MiniSearch.loadJSON<Passage>(
    typeof corpus.index === 'string' ? corpus.index : JSON.stringify(corpus.index),
    SEARCH_OPTIONS,
  );
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
        role: rolesOf(view, id, view.leavesOf.get(id) ?? [])[0] ?? null,
      })),
      passages,
    };
  };
}

const phraseOf = (text: string): string =>
  termsOf(text)
    .map(({ term }) => term)
    .join(' ');

function matchNames(names: readonly { entity: CorpusEntity; forms: string[] }[], phrase: string) {
  const exact: CorpusEntity[] = [];
  const begun: CorpusEntity[] = [];
  for (const { entity, forms } of names) {
    if (forms.includes(phrase)) exact.push(entity);
    else if (forms.some((form) => ` ${form}`.includes(` ${phrase}`))) begun.push(entity);
  }
  return [...exact, ...begun].slice(0, ENTITIES);
}

function search(view: CorpusView, index: MiniSearch<Passage>, query: string): SearchHit[] {
  const every = index.search(query, { combineWith: 'AND' });
  const results = every.length > 0 ? every : index.search(query);
  const hits: SearchHit[] = [];
  for (const { id, score, match } of results) {
    if (hits.length === PASSAGES) break;
    const found = passageOf(view, String(id));
    if (!found) continue;
    const { leaf, span } = found;
    const matched = new Set(Object.keys(match));
    const marks = termsOf(leaf.article.text.slice(span.start, span.end)).filter(({ term }) =>
      matched.has(term),
    );
    hits.push({ line: lineOf(view, leaf, span), marks: joined(marks), score });
  }
  return hits;
}

/** The passage of an index id, `${articleId}:${start}:${end}`; an article's id may itself hold colons. */
function passageOf(view: CorpusView, id: string) {
  const parts = id.match(/^(.*):(\d+):(\d+)$/s);
  const leaf = parts && view.leaves.get(parts[1]!);
  return leaf ? { leaf, span: { start: Number(parts[2]), end: Number(parts[3]) } } : null;
}

/** Marks that overlap or touch (bigrams of one word) as one. */
function joined(marks: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of marks) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
