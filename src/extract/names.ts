import type { Span } from '../text/span';
import type { Document } from './document';
import type { Model } from './model';
import type { Kind } from './types';

/** A name in the text, before anyone asks whose it is. */
export interface NameMention extends Span {
  kind: Kind;
  /** Token range, half-open. */
  firstToken: number;
  endToken: number;
}

/** Named-entity recognition: every name in the document, in order, none overlapping. */
export function recogniseNames(doc: Document, _model: Model): NameMention[] {
  const names: NameMention[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const firstOfSentence = doc.sentences[doc.sentenceOf[i]!]!.firstToken === i;
    if (firstOfSentence || !/^\p{Lu}\p{Ll}/u.test(doc.tokens[i]!.surface)) continue;
    let end = i + 1;
    while (
      end < doc.tokens.length &&
      doc.sentenceOf[end] === doc.sentenceOf[i] &&
      /^\p{Lu}/u.test(doc.tokens[end]!.surface)
    )
      end++;
    names.push({
      start: doc.tokens[i]!.start,
      end: doc.tokens[end - 1]!.end,
      kind: 'person',
      firstToken: i,
      endToken: end,
    });
    i = end;
  }
  return names;
}
