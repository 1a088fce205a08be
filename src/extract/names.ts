import type { Span } from '../text/span';
import type { Document } from './document';
import type { Model } from './model';
import { FeatureSource } from './names/features';
import { begins, isOpen, kindOf, TAGGED } from './names/labels';
import { tag } from './names/recognise';
import type { Kind } from './types';

/** A name in the text, before anyone asks whose it is. */
export interface NameMention extends Span {
  kind: Kind;
  /** Token range, half-open. */
  firstToken: number;
  endToken: number;
}

/** Named-entity recognition: every name in the document, in order, none overlapping. Linear in the text, never throws. */
export function recogniseNames(doc: Document, model: Model): NameMention[] {
  const source = new FeatureSource(doc, model.lexicon);
  const labels = tag(doc, source, model.tagger);
  const names: NameMention[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (!begins(labels[i]!)) continue;
    let end = i;
    while (isOpen(labels[end]!)) end++;
    names.push({
      start: doc.tokens[i]!.start,
      end: doc.tokens[end]!.end,
      kind: TAGGED[kindOf(labels[i]!)]!,
      firstToken: i,
      endToken: end + 1,
    });
    i = end;
  }
  return names;
}
