import type { Span } from '../text/span';
import type { Document } from './document';
import type { Model } from './model';
import { agree } from './names/agreement';
import { addCertainNames } from './names/certain';
import { Drafts } from './names/draft';
import { mendExtents } from './names/extent';
import { FeatureSource } from './names/features';
import { addKnownNames } from './names/known';
import { addOthers } from './names/others';
import { tag } from './names/recognise';
import type { Kind } from './types';

/** A name in the text, before anyone asks whose it is. */
export interface NameMention extends Span {
  kind: Kind;
  /** Token range, half-open. */
  firstToken: number;
  endToken: number;
}

/**
 * Named-entity recognition: every name in the document, in order, none overlapping. A tagger with learnt weights
 * first, then rules for what is certain, then a second pass in which the whole document agrees with itself.
 * Linear in the text, never throws.
 */
export function recogniseNames(doc: Document, model: Model): NameMention[] {
  const source = new FeatureSource(doc, model.lexicon);
  const drafts = new Drafts(doc, source, tag(doc, source, model.tagger));
  mendExtents(drafts);
  addCertainNames(drafts);
  addKnownNames(drafts);
  agree(drafts);
  addOthers(drafts);
  return drafts.finish().map(({ first, end, kind }) => ({
    start: doc.tokens[first]!.start,
    end: doc.tokens[end - 1]!.end,
    kind,
    firstToken: first,
    endToken: end,
  }));
}
