import type { Span } from '../text/span';
import type { Document } from './document';
import type { NameMention } from './names';
import type { QuoteKind } from './types';

/** A quotation with its speaker's span; whose span that is, coreference tells later. */
export interface Quotation {
  kind: QuoteKind;
  content: Span[];
  cue: Span | null;
  /** The words that name the speaker ("Glass", "he", "the ministry"), in this sentence or an earlier one. */
  speaker: Span | null;
}

/** Quotation attribution: direct, mixed and indirect speech, each with cue and speaker. In the order of the text. */
export function findQuotations(_doc: Document, _names: readonly NameMention[]): Quotation[] {
  return [];
}
