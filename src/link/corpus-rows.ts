import { termsOf } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import type { Article, Mention, Reading } from '../extract/types';
import type { Span } from '../text/span';
import { titleBefore } from './context';
import { type SpottedArticle, type SpottedEntity, type Surroundings, sampleOf, spottedEntity } from './rows';

/** Sentences of one article that are looked at for an entity. */
const PASSAGES = 12;

/** The rows of a corpus to make an image of, in the order of its entities. */
export function* corpusEntities(corpus: Corpus): Generator<SpottedEntity> {
  const { articles, readings } = corpus;
  const at = new Map(articles.map(({ id }, i) => [id, i]));
  const articlesOf = new Map<string, Article[]>();
  for (const [i, { entities }] of readings.entries())
    for (const { id } of entities) {
      const known = articlesOf.get(id);
      if (known) known.push(articles[i]!);
      else articlesOf.set(id, [articles[i]!]);
    }
  const around = new Map<number, Map<string, Surroundings>>();
  const aroundIn = (index: number): Map<string, Surroundings> => {
    let known = around.get(index);
    if (!known) {
      known = surroundings(articles[index]!, readings[index]!);
      around.set(index, known);
    }
    return known;
  };
  for (const entity of corpus.entities) {
    const own = articlesOf.get(entity.id) ?? [];
    const sample = sampleOf(own.map(({ id, published }) => ({ id, date: published.date }))).map((id) => ({
      id,
      ...(aroundIn(at.get(id)!).get(entity.id) ?? { terms: [], roleWords: [] }),
    }));
    yield spottedEntity({ ...entity, articles: own.length }, sample);
  }
}

export function* corpusArticles({ readings }: Corpus): Generator<SpottedArticle> {
  for (const { id, entities } of readings) yield { id, entities: entities.map((entity) => entity.id) };
}

/** What an article says around each of its entities. */
function surroundings({ text }: Article, reading: Reading): Map<string, Surroundings> {
  const mentions = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    if (mention.entity === null) continue;
    const known = mentions.get(mention.entity);
    if (known) known.push(mention);
    else mentions.set(mention.entity, [mention]);
  }
  const roles = new Map<string, string[]>();
  for (const { entity, text: role } of reading.roles)
    roles.set(entity, [...(roles.get(entity) ?? []), ...termsOf(role)]);
  const found = new Map<string, Surroundings>();
  for (const { id } of reading.entities) {
    const own = mentions.get(id) ?? [];
    const counts = new Map<string, number>();
    for (const { start, end } of passagesWith(reading.sentences, own).slice(0, PASSAGES))
      for (const term of termsOf(text.slice(start, end))) counts.set(term, (counts.get(term) ?? 0) + 1);
    const titles = own
      .filter(({ form }) => form === 'name')
      .flatMap(({ start }) => termsOf(titleBefore(text, start) ?? ''));
    found.set(id, { terms: [...counts], roleWords: [...new Set([...titles, ...(roles.get(id) ?? [])])] });
  }
  return found;
}

/** The sentences that hold one of the mentions, in order. Both come in the order of the text. */
function passagesWith(sentences: readonly Span[], mentions: readonly Mention[]): Span[] {
  const found = new Set<Span>();
  let from = 0;
  for (const { start, end } of mentions) {
    while (from < sentences.length && sentences[from]!.end < end) from++;
    const sentence = sentences[from];
    if (sentence && sentence.start <= start) found.add(sentence);
  }
  return [...found];
}
