import type { Run } from '../../brief/types';
import { paragraphsOf } from '../dossier/paragraphs';

/** Paragraphs shown, and how long they may be in all, in UTF-16 units. */
const MOST = 2;
const LENGTH = 700;

/** The neighbouring paragraphs of an article that name the most different entities in the least text. */
export function tellingPiece(runs: readonly Run[]): string[] {
  const paragraphs = paragraphsOf(runs, null).map(({ stretches }) => {
    const all = stretches.flatMap((stretch) => stretch.pieces);
    return {
      text: all.map(({ text }) => text).join(''),
      names: all.flatMap(({ entity }) => (entity ? [entity] : [])),
    };
  });
  let best = { texts: [] as string[], worth: 0, length: 0 };
  for (let from = 0; from < paragraphs.length; from++) {
    for (let to = from + 1; to <= Math.min(from + MOST, paragraphs.length); to++) {
      const taken = paragraphs.slice(from, to);
      const texts = taken.map(({ text }) => text);
      const length = texts.join('').length;
      if (to > from + 1 && length > LENGTH) break;
      const worth = new Set(taken.flatMap(({ names }) => names)).size;
      if (worth > best.worth || (worth > 0 && worth === best.worth && length < best.length))
        best = { texts, worth, length };
    }
  }
  return best.texts;
}
