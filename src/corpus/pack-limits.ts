import { isReserved, LIMITS } from './limits';

/** A place in a pack that is over a limit (`most`), or (without) holds what no pack of ours has. */
export interface PackExcess {
  path: string;
  most?: number;
}

/** What no name has: control characters, and marks that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/**
 * What of a pack is more, longer or stranger than any of ours: looked at before anything is done with it, at the cost of a
 * walk over its lists. Whatever is no list is left to `checkCorpus`. Null where all is within.
 */
export function packExcess(pack: unknown): PackExcess | null {
  const { articles, entities, readings, corrections } = Object(pack) as Record<string, unknown>;
  for (const [path, list, most] of [
    ['articles', articles, LIMITS.articles],
    ['readings', readings, LIMITS.articles],
    ['entities', entities, LIMITS.entities],
    ['corrections', corrections, LIMITS.corrections],
  ] as const)
    if (Array.isArray(list) && list.length > most) return { path, most };
  const strange = entitiesExcess('entities', entities);
  if (strange) return strange;
  for (const [i, reading] of listOf(readings).entries()) {
    for (const [part, list] of Object.entries(Object(reading)))
      if (Array.isArray(list) && list.length > LIMITS.list)
        return { path: `readings[${i}].${part}`, most: LIMITS.list };
    const inside = entitiesExcess(`readings[${i}].entities`, Object(reading).entities);
    if (inside) return inside;
  }
  return null;
}

function entitiesExcess(path: string, entities: unknown): PackExcess | null {
  for (const [i, entity] of listOf(entities).entries()) {
    const { id, name, aliases } = Object(entity) as Record<string, unknown>;
    if (typeof id === 'string' && isReserved(id)) return { path: `${path}[${i}].id` };
    if (Array.isArray(aliases) && aliases.length > LIMITS.aliases)
      return { path: `${path}[${i}].aliases`, most: LIMITS.aliases };
    for (const [key, value] of [
      ['id', id],
      ['name', name],
      ...listOf(aliases).map((alias) => ['aliases', alias] as const),
    ] as const) {
      if (typeof value !== 'string') continue;
      if (value.length > LIMITS.name) return { path: `${path}[${i}].${key}`, most: LIMITS.name };
      if (UNSEEN.test(value)) return { path: `${path}[${i}].${key}` };
    }
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
