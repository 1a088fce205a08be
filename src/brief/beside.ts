import type { Reading } from '../extract/types';
import { contains, overlaps, type Span } from '../text/span';
import { firstEndingAfter, passageAround } from './passages';
import { tell } from './quotes';
import type { Leaf } from './view';

/**
 * The entities that an answer about some of them may show from an article: those who are named in the passages that
 * speak of one of `about`, in what they said, and in the sentence that the article is told by where it is told alone.
 */
export function besides(leaf: Leaf, about: ReadonlySet<string>): Set<string> {
  const { article, reading } = leaf;
  const { mentions, sentences, roles, quotes, events, summary } = reading;
  const isAbout = (id: string | null): boolean => id !== null && about.has(id);
  const spoken: Span[] = [];
  for (const mention of mentions) {
    const last = spoken.at(-1);
    if (isAbout(mention.entity) && !(last && contains(last, mention)))
      spoken.push(passageAround(article.text, reading, mention));
  }
  const shown = [...spoken, ...(summary[0] ? [summary[0]] : sentences.slice(0, 1))];
  for (const role of roles) if (isAbout(role.entity)) shown.push(passageAround(article.text, reading, role));
  for (const event of events) if (event.entities.some(isAbout)) shown.push(event);
  for (const quote of quotes)
    if (quote.content.length > 0 && (isAbout(quote.entity) || quote.content.some((one) => isIn(one, spoken))))
      shown.push(tell(leaf, quote).passage);
  return namedIn(reading, shown);
}

const isIn = (span: Span, passages: readonly Span[]): boolean =>
  passages.some((passage) => overlaps(passage, span));

function namedIn({ mentions }: Reading, spans: readonly Span[]): Set<string> {
  const named = new Set<string>();
  for (const { start, end } of spans)
    for (let i = firstEndingAfter(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
      const { entity } = mentions[i]!;
      if (entity !== null) named.add(entity);
    }
  return named;
}
