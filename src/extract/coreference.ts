import { discourseOf } from './coreference/discourse';
import { clusterNames, nameOf } from './coreference/entities';
import { lookupsOf } from './coreference/lookups';
import { findPronouns, resolvePronouns } from './coreference/pronouns';
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
  quotations: readonly Quotation[],
  model: Model,
): Coreference {
  const named = clusterNames(doc, names, lookupsOf(model));
  const entities = named.clusters.map(
    (cluster, i): Entity => ({ id: `e${i + 1}`, kind: cluster.kind, ...nameOf(doc, names, cluster) }),
  );
  const mentions = names.map((name, i): Mention => {
    const { id, kind } = entities[named.clusterOf[i]!]!;
    return {
      start: name.start,
      end: name.end,
      surface: doc.text.slice(name.start, name.end),
      form: 'name',
      kind,
      entity: id,
    };
  });
  const discourse = discourseOf(doc, names, named, quotations);
  const pronouns = findPronouns(discourse);
  const answers = resolvePronouns(discourse, pronouns);
  pronouns.forEach(({ token }, p) => {
    const entity = entities[answers[p]!] ?? null;
    const { start, end, surface } = doc.tokens[token]!;
    mentions.push({
      start,
      end,
      surface,
      form: 'pronoun',
      kind: entity?.kind ?? 'person',
      entity: entity?.id ?? null,
    });
  });
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  return { entities, mentions };
}
