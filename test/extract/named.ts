import { readFileSync } from 'node:fs';
import { type Coreference, resolveCoreference } from '../../src/extract/coreference';
import { type Document, prepare } from '../../src/extract/document';
import { loadModel, type Model } from '../../src/extract/model';
import type { NameMention } from '../../src/extract/names';
import { findQuotations } from '../../src/extract/quotations';
import type { Kind } from '../../src/extract/types';

export const model: Model = loadModel(
  readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)),
);

export interface Read extends Coreference {
  doc: Document;
  /** The entity that the n-th (0: first) occurrence of some words stands for, by its name; null for none. */
  whose(words: string, n?: number): string | null;
  /** "name: role" of every role told. */
  told: string[];
}

/** Coreference of a text whose names are given, so that a test asks nothing of the recogniser. The text's names are written [p:Ada Lovelace], with p, o, g (place) or x for the kind. */
export function readMarked(marked: string, published: string | null = null): Read {
  const kinds: Record<string, Kind> = { p: 'person', o: 'organisation', g: 'place', x: 'other' };
  const spans: { start: number; end: number; kind: Kind }[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\[([pogx]):([^\]]+)\]/g)) {
    text += marked.slice(from, match.index);
    spans.push({ start: text.length, end: text.length + match[2]!.length, kind: kinds[match[1]!]! });
    text += match[2]!;
    from = match.index + match[0].length;
  }
  text += marked.slice(from);
  const doc = prepare({
    id: 't',
    text,
    published: { date: published, basis: published ? 'stated' : 'none' },
    origin: 'imported',
  });
  const names = spans.map(({ start, end, kind }): NameMention => {
    const firstToken = doc.tokens.findIndex((token) => token.start === start);
    const last = doc.tokens.findIndex((token) => token.end === end);
    if (firstToken < 0 || last < 0) throw new Error(`no tokens for ${text.slice(start, end)}`);
    return { start, end, kind, firstToken, endToken: last + 1 };
  });
  const read = resolveCoreference(doc, names, findQuotations(doc, names), model);
  const nameOf = new Map(read.entities.map((entity) => [entity.id, entity.name]));
  return {
    ...read,
    doc,
    whose(words, n = 0) {
      const found = read.mentions.filter((mention) => mention.surface === words)[n];
      if (!found)
        throw new Error(`"${words}" is no mention: ${read.mentions.map((m) => m.surface).join(' | ')}`);
      return found.entity === null ? null : nameOf.get(found.entity)!;
    },
    told: read.roles.map((role) => `${nameOf.get(role.entity)}: ${role.text}`),
  };
}
