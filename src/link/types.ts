import type { Kind } from '../extract/types';
import type { Span } from '../text/span';

/** An alias occurrence in a page's text, linked to an entity of the corpus. */
export interface LinkedMention extends Span {
  surface: string;
  /** The entity's id in the corpus. */
  entity: string;
  /** 0..1, how sure. */
  score: number;
  /** Why, for people: "title 'Ambassador' before it", "'Shigeru Ishiba' on this page". */
  because: string[];
  /** Whether the score is above the threshold: only then may it be shown. */
  marked: boolean;
}

/** A mention as spotting gives it. */
export interface SpottedMention extends LinkedMention {
  kind: Kind;
}

/** "Not this person": the entity is not marked for the surface on the host. */
export interface Rejection {
  entity: string;
  surface: string;
  host: string;
}

export interface PageOptions {
  /** Host of the page, for rejections. */
  host?: string;
  rejected?: readonly Rejection[];
}

/**
 * Where a stretch of a chunk stands on its page: the text from `at` up to the next place has the positions
 * `from + (offset - at) * step`, which grow in page order.
 */
export interface Place {
  at: number;
  from: number;
  step: number;
}

/** How a page has changed: what the texts already told are to be left out of, and where the new one stands. */
export interface PageChange {
  /** Where the stretches of the new text stand, in order; without, a chunk stands after all of a lower number. */
  places?: readonly Place[];
  /** By chunk, the spans whose mentions are no longer on the page. */
  gone?: readonly { chunk: number; spans: readonly Span[] }[];
}
