import type { Span } from '../text/span';
import { tokenise } from '../text/tokens';
import type { Document } from './document';
import { bagOf, cosine, coverage } from './summary/telling';
import type { Entity, Mention } from './types';

/** What makes a sentence telling, each 0..1. */
export interface Traits {
  /** How early it stands: 1 for the first. */
  early: number;
  /** Share of the title's words that it has. */
  title: number;
  /** Cosine to the whole article's bag of words (centroid; Radev et al. 2004). */
  central: number;
  /** How much of the salience of the entities it names. */
  salient: number;
  /** 1 for a sentence of a good length. */
  length: number;
  /** 1 if it leans on what stands before it: begins with a pronoun or a linking word, or is mostly quoted. */
  leaning: number;
}

/** How much each trait counts: what `npm run train:summary` finds on GUM's Wikinews articles (CC BY), to one decimal. */
export const WEIGHTS: Readonly<Traits> = {
  early: 1.2,
  title: 0.4,
  central: 0.6,
  salient: 0.6,
  length: 1.2,
  leaning: -1.3,
};

/** Two sentences that share more than this (cosine) say the same. */
const SAME = 0.6;
const MOST = 3;
/** Longer articles tell what they are about before this. */
const CANDIDATES = 400;

const LEANING =
  /^(?:["“”'‘’«]?\s*)?(?:he|she|it|they|we|i|you|this|these|those|his|her|their|its|but|and|also|however|furthermore|moreover|meanwhile|in addition|according|there|that|such|both|for example|further|or|so|then|still|yet|photos|in the past|(?:recent |news |media )?reports? (?:say|said|have|has|suggest)|\w+ (?:has|have) learned)\b/i;

/**
 * Up to three sentences of the prose that tell most of the article, the most telling first: extraction by position,
 * words of the title, centrality and salient entities (Edmundson 1969), without saying the same twice (MMR, Carbonell
 * and Goldstein 1998).
 */
export function summarise(
  doc: Document,
  prose: ReadonlySet<number>,
  ranked: readonly Entity[],
  mentions: readonly Mention[],
): Span[] {
  const candidates = traitsOf(doc, prose, ranked, mentions);
  const scored = candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate.traits) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen: typeof scored = [];
  for (const candidate of scored) {
    if (chosen.length >= MOST) break;
    if (chosen.every(({ bag }) => cosine(bag, candidate.bag) < SAME)) chosen.push(candidate);
  }
  return chosen.map(({ index }) => ({ start: doc.sentences[index]!.start, end: doc.sentences[index]!.end }));
}

export const scoreOf = (traits: Traits): number =>
  (Object.keys(WEIGHTS) as (keyof Traits)[]).reduce((sum, trait) => sum + WEIGHTS[trait] * traits[trait], 0);

/** The traits of the sentences that may stand in a summary, with their bags of words, in the order of the text. */
export function traitsOf(
  doc: Document,
  prose: ReadonlySet<number>,
  ranked: readonly Entity[],
  mentions: readonly Mention[],
): { index: number; bag: Map<string, number>; traits: Traits }[] {
  const indexes = [...prose].slice(0, CANDIDATES);
  const bags = indexes.map((index) => bagOf(doc.tokens, doc.sentences[index]!));
  const whole = new Map<string, number>();
  for (const bag of bags) for (const [stem, count] of bag) whole.set(stem, (whole.get(stem) ?? 0) + count);
  const title = titleBag(doc, prose);
  const weights = new Map(ranked.slice(0, 8).map(({ id }, rank) => [id, 1 / (rank + 1)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  let mention = 0;
  return indexes.map((index, order) => {
    const sentence = doc.sentences[index]!;
    const named = new Set<string>();
    while (mention < mentions.length && mentions[mention]!.end <= sentence.start) mention++;
    for (let at = mention; at < mentions.length && mentions[at]!.start < sentence.end; at++) {
      const { entity } = mentions[at]!;
      if (entity !== null) named.add(entity);
    }
    const bag = bags[order]!;
    const surface = doc.text.slice(sentence.start, sentence.end);
    const words = sentence.endToken - sentence.firstToken;
    return {
      index,
      bag,
      traits: {
        early: 1 / (1 + order),
        title: coverage(bag, title),
        central: cosine(bag, whole),
        salient: [...named].reduce((sum, id) => sum + (weights.get(id) ?? 0), 0) / total,
        length: Math.min(1, words / 22) * (words > 60 ? 0.5 : 1),
        leaning: LEANING.test(surface) || quotedShare(surface) > 0.4 || /\?["”]?$/.test(surface) ? 1 : 0,
      },
    };
  });
}

/** Words of the title: the one given, else the first line where that is none of the prose. */
function titleBag(doc: Document, prose: ReadonlySet<number>): Map<string, number> {
  const given = doc.article.title ?? '';
  if (given.trim()) {
    const tokens = tokenise(given.slice(0, 400));
    return bagOf(tokens, { firstToken: 0, endToken: tokens.length });
  }
  for (let i = 0; i < Math.min(2, doc.sentences.length); i++)
    if (!prose.has(i) && !doc.datelines.has(i)) return bagOf(doc.tokens, doc.sentences[i]!);
  return new Map();
}

/** How much of a sentence stands in quotation marks, by the marks inside it. */
function quotedShare(surface: string): number {
  let quoted = 0;
  for (const match of surface.matchAll(/["“«][^"”»]*(?:["”»]|$)/g)) quoted += match[0].length;
  return surface.length ? quoted / surface.length : 0;
}
