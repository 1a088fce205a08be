import { presenceIn } from './presence';
import type { Neighbour } from './types';
import type { CorpusView, Leaf } from './view';

/** People and organisations that stand in one sentence with the entity, the most often first. */
export function aroundOf(view: CorpusView, entity: string, leaves: readonly Leaf[]): Neighbour[] {
  const together = new Map<string, number>();
  for (const leaf of leaves) {
    for (const { prose, present } of presenceIn(leaf)) {
      if (!prose || !present.has(entity)) continue;
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
