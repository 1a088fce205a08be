import type { Span } from '../../text/span';
import type { QuoteKind } from '../types';

/** A quotation with its speaker's span; whose span that is, coreference tells later. */
export interface Quotation {
  kind: QuoteKind;
  /** What was said, without the marks; several spans where a cue, a paragraph's end or other words break it. */
  content: Span[];
  cue: Span | null;
  /** The words that name the speaker ("Glass", "he", "the ministry"), in this sentence or an earlier one. */
  speaker: Span | null;
}
