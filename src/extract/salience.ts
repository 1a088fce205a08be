import type { Coreference } from './coreference';
import type { Document } from './document';
import type { Entity } from './types';

/** The entities, the one the article is most about first. */
export function rankEntities(_doc: Document, coreference: Coreference): Entity[] {
  const counts = new Map<string, number>();
  for (const { entity } of coreference.mentions)
    if (entity) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...coreference.entities].sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
}
