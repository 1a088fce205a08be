import { firstEndingAfter } from './passages';
import type { Neighbour } from './types';
import type { CorpusView, Leaf } from './view';

/** People and organisations that stand in one sentence with the entity, the most often first. */
export function aroundOf(view: CorpusView, entity: string, leaves: readonly Leaf[]): Neighbour[] {
  const together = new Map<string, number>();
  for (const { reading } of leaves) {
    const bySentence = new Map<number, Set<string>>();
    for (const mention of reading.mentions) {
      if (mention.entity === null) continue;
      const index = firstEndingAfter(reading.sentences, mention.start);
      if ((reading.sentences[index]?.start ?? Infinity) > mention.start) continue;
      const present = bySentence.get(index);
      if (present) present.add(mention.entity);
      else bySentence.set(index, new Set([mention.entity]));
    }
    for (const present of bySentence.values()) {
      if (!present.has(entity)) continue;
      for (const id of present) if (id !== entity) together.set(id, (together.get(id) ?? 0) + 1);
    }
  }
  const neighbours: (Neighbour & { salience: number })[] = [];
  for (const [id, count] of together) {
    const found = view.entities.get(id);
    if (!found || (found.kind !== 'person' && found.kind !== 'organisation')) continue;
    const { name, kind, salience } = found;
    neighbours.push({ entity: id, name, kind, together: count, salience });
  }
  return neighbours
    .sort((a, b) => b.together - a.together || b.salience - a.salience)
    .map(({ salience: _, ...neighbour }) => neighbour);
}
