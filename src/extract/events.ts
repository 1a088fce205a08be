import type { Coreference } from './coreference';
import type { Document } from './document';
import type { DateMention, EventMention } from './types';

/** Sentences of the prose that tell of something done by or to an entity on a known date. */
export function findEvents(
  _doc: Document,
  _prose: ReadonlySet<number>,
  _coreference: Coreference,
  _dates: readonly DateMention[],
): EventMention[] {
  return [];
}
