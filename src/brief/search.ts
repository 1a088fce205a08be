import { loadIndex } from '../corpus/passages';
import { phraseOf } from '../corpus/search/names';
import type { Corpus, CorpusEntity } from '../corpus/types';
import { hitsOf } from './hits';
import { roleOf } from './roles';
import type { FoundEntity, SearchResult } from './types';
import { type CorpusView, viewOf } from './view';

/** So many entities are shown. */
export const ENTITIES = 6;
/** A query is typed; what is pasted by mistake is cut here. */
export const LONGEST = 200;

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
    let passages = hitsOf(view, index, typed);
    // A name in a script that no article uses still finds what the articles say under their own name for it.
    const known = entities[0];
    if (passages.length === 0 && known) passages = hitsOf(view, index, known.name);
    return { entities: entities.map((entity) => foundEntity(view, entity)), passages };
  };
}

/** What is shown of an entity that a query names. */
export const foundEntity = (view: CorpusView, { id, name, kind }: CorpusEntity): FoundEntity => ({
  entity: id,
  name,
  kind,
  role: roleOf(view, id),
});

function matchNames(names: readonly { entity: CorpusEntity; forms: string[] }[], phrase: string) {
  const exact: CorpusEntity[] = [];
  const begun: CorpusEntity[] = [];
  for (const { entity, forms } of names) {
    if (forms.includes(phrase)) exact.push(entity);
    else if (forms.some((form) => ` ${form}`.includes(` ${phrase}`))) begun.push(entity);
  }
  return [...exact, ...begun].slice(0, ENTITIES);
}
