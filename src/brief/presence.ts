import type { Span } from '../text/span';
import { firstEndingAfter, passageAround } from './passages';
import type { Leaf } from './view';

/** A passage of an article with all the entities that stand in it. */
export interface Presence {
  span: Span;
  /** A sentence of the prose; else a line beside it, such as a headline. */
  prose: boolean;
  present: Set<string>;
}

/**
 * The passages of an article that speak of anyone, in the order of the text, each with everyone it speaks of: by name,
 * by a noun ("the envoy") or by a pronoun.
 */
export function presenceIn({ article, reading }: Leaf): Presence[] {
  const passages = new Map<number, Presence>();
  for (const mention of reading.mentions) {
    if (mention.entity === null) continue;
    const sentence = reading.sentences[firstEndingAfter(reading.sentences, mention.start)];
    const prose = sentence !== undefined && sentence.start <= mention.start;
    const span = prose ? sentence : passageAround(article.text, reading, mention);
    const known = passages.get(span.start);
    if (known) known.present.add(mention.entity);
    else passages.set(span.start, { span, prose, present: new Set([mention.entity]) });
  }
  return [...passages.values()].sort((a, b) => a.span.start - b.span.start);
}
