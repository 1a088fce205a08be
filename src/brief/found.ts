import MiniSearch from 'minisearch';
import { INDEX_OPTIONS, type Passage, passageId } from '../corpus/passages';
import type { Found } from '../corpus/search/find';
import { TAIL } from '../corpus/search/postings';
import type { Corpus } from '../corpus/types';
import { contains, type Span } from '../text/span';
import { hitsOf } from './hits';
import { foundEntity } from './search';
import type { SearchResult } from './types';
import { type CorpusView, type Leaf, viewOf } from './view';

/** Of one article so many sentences are weighed against those of others, the best of it; all, where there are so few in all. */
export const EACH = 6;
const FEW = 60;
/** Where only the title holds the words, so many sentences stand for it. */
export const OPENING = 3;

/**
 * The answer to a search over a library, made from the part of it that the library's tables found: MiniSearch ranks the
 * sentences found, as it does those of a whole corpus.
 * @param part holds the articles found, and of the entities the newest articles
 * @param query in the words that the articles were found by
 */
export function answerFound(
  part: Corpus,
  query: string,
  entities: readonly string[],
  articles: readonly Found[],
): SearchResult {
  const view = viewOf(part);
  const index = new MiniSearch<Passage>(INDEX_OPTIONS);
  const few = articles.reduce((sum, { sentences }) => sum + sentences.length, 0) <= FEW;
  for (const { articleId, sentences } of articles) {
    const leaf = view.leaves.get(articleId);
    if (leaf) index.addAll(passagesIn(view, leaf, few ? sentences : sentences.slice(0, EACH)));
  }
  return {
    entities: entities
      .map((id) => view.entities.get(id))
      .filter((entity) => entity !== undefined)
      .map((entity) => foundEntity(view, entity)),
    passages: hitsOf(view, index, query),
  };
}

/** The sentences of these numbers (`sentenceNumber`), each once, as the index wants them. */
function passagesIn(view: CorpusView, leaf: Leaf, numbers: readonly number[]): Passage[] {
  const { article, reading } = leaf;
  const wanted = numbers.length > 0 ? numbers : Array.from({ length: OPENING }, (_, i) => i + 1);
  const spans = wanted.flatMap((number) =>
    number < TAIL ? reading.sentences.slice(number - 1, number) : reading.sentences.slice(TAIL - 1),
  );
  const passages = spans.map((span) => ({
    id: passageId({ articleId: article.id, span }),
    text: article.text.slice(span.start, span.end),
    names: namesIn(view, leaf, span).join(' '),
    title: article.title ?? '',
  }));
  return [...new Map(passages.map((passage) => [passage.id, passage])).values()];
}

/** All names of those whom a sentence names: the article's own for them, and the library's. */
function namesIn(view: CorpusView, { reading }: Leaf, span: Span): string[] {
  const ids = new Set<string>();
  for (const mention of reading.mentions)
    if (mention.entity !== null && contains(span, mention)) ids.add(mention.entity);
  const names = new Set<string>();
  for (const id of ids)
    for (const entity of [view.entities.get(id), reading.entities.find((own) => own.id === id)])
      for (const name of entity ? [entity.name, ...entity.aliases] : []) names.add(name);
  return [...names];
}
