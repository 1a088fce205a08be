import type { Document } from '../document';
import type { NameMention } from '../names';
import type { Quotation } from '../quotations';
import type { Kind } from '../types';
import type { NameClusters } from './entities';
import type { Gender } from './gender';
import { classify, clausesOf, type Place, placeOf } from './grammar';
import { relatives } from './kin';

/** An entity as the resolver of pronouns sees it. */
export interface Referent {
  kind: Kind;
  gender: Gender | null;
  /** What is rather believed of its gender where none is known. */
  lean: Gender | null;
  /** See Cluster. */
  doubtful: boolean;
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
  /** Told only as somebody's relative ("the daughter of [Anna Lind] and [Karl Moe]"). */
  ofKin: boolean;
}

/** A personal pronoun that shows its bearer's gender. */
export interface Pronoun {
  token: number;
  gender: Gender;
  /** 'reflexive' and 'possessive' by form; the others by place. */
  role: 'subject' | 'object' | 'possessive' | 'reflexive';
}

/** One article's noun phrases with their grammar. */
export interface Discourse {
  doc: Document;
  classes: Uint8Array;
  clauses: Uint16Array;
  referents: Referent[];
  /** The names, in order. */
  nouns: Noun[];
  /** For each token between quotation marks the number of its quotation plus one, 0 outside. */
  quoted: Uint32Array;
  /** 1 for each token that lies in a quotation's speaker. */
  speaking: Uint8Array;
  quotations: readonly Quotation[];
  /** For each quotation the referent of its speaker where that is a name, else -1. */
  speakers: Int32Array;
  /** 1 for each referent that is spoken of as known from the start: a person only ever named by one word. */
  topical: Uint8Array;
}

/** The discourse of one article: grammar of its tokens, its named noun phrases and who is spoken for. */
export function discourseOf(
  doc: Document,
  names: readonly NameMention[],
  { clusters, clusterOf }: NameClusters,
  quotations: readonly Quotation[],
): Discourse {
  const classes = classify(doc, names);
  const discourse: Discourse = {
    doc,
    classes,
    clauses: clausesOf(doc, classes),
    referents: clusters.map(({ kind, gender, lean, doubtful, mentions }) => ({
      kind,
      gender,
      lean,
      doubtful,
      count: mentions.length,
    })),
    nouns: [],
    quoted: quotedTokens(doc, quotations),
    speaking: speakingTokens(doc, quotations),
    quotations,
    speakers: new Int32Array(quotations.length).fill(-1),
    topical: Uint8Array.from(clusters, ({ kind, forms }) =>
      kind === 'person' && forms.every((form) => form.words.length === 1) ? 1 : 0,
    ),
  };
  discourse.nouns = names.map((name, i) => nounAt(discourse, name.firstToken, name.endToken, clusterOf[i]!));
  relatives(doc, classes, names).forEach((ofKin, i) => {
    discourse.nouns[i]!.ofKin = ofKin;
  });
  quotations.forEach(({ speaker }, q) => {
    if (!speaker) return;
    const first = firstNounFrom(discourse.nouns, firstTokenFrom(doc, speaker.start));
    for (let n = first; n < names.length && names[n]!.end <= speaker.end; n++)
      if (discourse.referents[clusterOf[n]!]!.kind === 'person') discourse.speakers[q] = clusterOf[n]!;
  });
  return discourse;
}

/** The noun phrase of some tokens that stands for a referent (-1 for none). */
export function nounAt(
  { doc, classes, clauses }: Discourse,
  firstToken: number,
  endToken: number,
  referent: number,
): Noun {
  const sentence = doc.sentenceOf[firstToken]!;
  const { firstToken: from, endToken: to } = doc.sentences[sentence]!;
  const place = placeOf(classes, firstToken, endToken, from, to);
  return {
    firstToken,
    endToken,
    sentence,
    clause: clauses[firstToken]!,
    place,
    referent,
    pronoun: false,
    ofKin: false,
  };
}

/** Index of the first noun phrase that starts at or after a token. */
function firstNounFrom(nouns: readonly Noun[], token: number): number {
  let low = 0;
  let high = nouns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nouns[middle]!.firstToken < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MARK = /["'`“”‘’„«»]/;

function quotedTokens(doc: Document, quotations: readonly Quotation[]): Uint32Array {
  const quoted = new Uint32Array(doc.tokens.length);
  quotations.forEach((quotation, q) => {
    if (quotation.kind === 'indirect') return;
    for (const span of quotation.content) {
      // the parts of a mixed quotation outside the marks are the reporter's words
      if (quotation.kind === 'mixed' && !MARK.test(doc.text.charAt(span.start - 1))) continue;
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

function speakingTokens(doc: Document, quotations: readonly Quotation[]): Uint8Array {
  const speaking = new Uint8Array(doc.tokens.length);
  for (const { speaker } of quotations) {
    if (!speaker) continue;
    for (
      let i = firstTokenFrom(doc, speaker.start);
      i < doc.tokens.length && doc.tokens[i]!.end <= speaker.end;
      i++
    )
      speaking[i] = 1;
  }
  return speaking;
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
