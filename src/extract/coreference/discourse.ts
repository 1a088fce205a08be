import type { Document } from '../document';
import type { NameMention } from '../names';
import type { Quotation } from '../quotations';
import type { Kind } from '../types';
import type { NameClusters } from './entities';
import type { Gender } from './gender';
import { classify, clausesOf, type Place, placeOf } from './grammar';

/** An entity as the resolver of pronouns sees it. */
export interface Referent {
  kind: Kind;
  gender: Gender | null;
  /** Names of it in the whole article. */
  count: number;
}

/** A noun phrase that can be an antecedent, or is a pronoun that was resolved. */
export interface Noun {
  firstToken: number;
  endToken: number;
  sentence: number;
  clause: number;
  place: Place;
  /** Index of the referent, -1 for none. */
  referent: number;
  pronoun: boolean;
}

/** One article's noun phrases with their grammar. */
export interface Discourse {
  doc: Document;
  classes: Uint8Array;
  clauses: Uint16Array;
  referents: Referent[];
  /** The names, in order. */
  nouns: Noun[];
  /** For each token the number of its quotation plus one, 0 outside. */
  quoted: Uint32Array;
  quotations: readonly Quotation[];
}

export function discourseOf(
  doc: Document,
  names: readonly NameMention[],
  { clusters, clusterOf }: NameClusters,
  quotations: readonly Quotation[],
): Discourse {
  const classes = classify(doc, names);
  const clauses = clausesOf(doc, classes);
  const nouns = names.map((name, i): Noun => {
    const sentence = doc.sentenceOf[name.firstToken]!;
    const { firstToken, endToken } = doc.sentences[sentence]!;
    return {
      firstToken: name.firstToken,
      endToken: name.endToken,
      sentence,
      clause: clauses[name.firstToken]!,
      place: placeOf(classes, name.firstToken, name.endToken, firstToken, endToken),
      referent: clusterOf[i]!,
      pronoun: false,
    };
  });
  const referents = clusters.map(({ kind, gender, mentions }) => ({ kind, gender, count: mentions.length }));
  return { doc, classes, clauses, referents, nouns, quoted: quotedTokens(doc, quotations), quotations };
}

function quotedTokens(doc: Document, quotations: readonly Quotation[]): Uint32Array {
  const quoted = new Uint32Array(doc.tokens.length);
  quotations.forEach((quotation, q) => {
    if (quotation.kind === 'indirect') return;
    for (const span of quotation.content) {
      for (
        let i = firstTokenFrom(doc, span.start);
        i < doc.tokens.length && doc.tokens[i]!.end <= span.end;
        i++
      )
        quoted[i] = q + 1;
    }
  });
  return quoted;
}

/** Index of the first token that starts at or after an offset. */
export function firstTokenFrom(doc: Document, offset: number): number {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
