import type { Kind } from '../extract/types';
import { toBase64 } from './base64';
import { ambiguityOf, cleanAlias, familyName } from './forms';
import type { GazetteerAlias } from './gazetteer';
import { buildGazetteer } from './trie';
import type { CorpusEntity } from './types';

/** The gazetteer's image of a corpus's entities, base64. */
export const gazetteerOf = (entities: readonly CorpusEntity[]): string =>
  toBase64(buildGazetteer(gazetteerAliases(entities)).image);

/** Every form of every entity, and the family names of persons, with how ambiguous each is. */
function gazetteerAliases(entities: readonly CorpusEntity[]): GazetteerAlias[] {
  const forms = new Map<string, { entities: Set<number>; derived: boolean; kind: Kind }>();
  const add = (surface: string | null, entity: number, derived: boolean) => {
    if (!surface) return;
    const known = forms.get(surface) ?? { entities: new Set(), derived: true, kind: entities[entity]!.kind };
    known.entities.add(entity);
    known.derived &&= derived;
    if (entities[entity]!.kind === 'person') known.kind = 'person';
    forms.set(surface, known);
  };
  entities.forEach((entity, i) => {
    for (const form of [entity.name, ...entity.aliases]) {
      add(entity.curated ? form.trim() : cleanAlias(form), i, false);
      if (entity.kind === 'person') add(cleanAlias(familyName(form) ?? ''), i, true);
    }
  });
  return [...forms].map(([surface, { entities: bearers, derived, kind }]) => ({
    surface,
    entities: [...bearers],
    derived,
    ambiguity: ambiguityOf(surface, kind, bearers.size),
  }));
}
