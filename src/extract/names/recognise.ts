import type { Document } from '../document';
import { findCandidates } from './candidates';
import { type FeatureSource, MOST_FEATURES } from './features';
import { LABELS } from './labels';
import { decode, type Tagger } from './tagger';

/** Calls `visit` with each chain of candidate tokens, half-open, that lies within one sentence. */
export function forEachChain(
  doc: Document,
  candidates: Uint8Array,
  visit: (from: number, to: number) => void,
): void {
  for (const { firstToken, endToken } of doc.sentences) {
    for (let i = firstToken; i < endToken; i++) {
      if (!candidates[i]) continue;
      let end = i + 1;
      while (end < endToken && candidates[end]) end++;
      visit(i, end);
      i = end;
    }
  }
}

/** The tagger's label of each token. */
export function tag(doc: Document, source: FeatureSource, { emissions, transitions }: Tagger): Uint8Array {
  const labels = new Uint8Array(doc.tokens.length);
  const candidates = findCandidates(doc, source.words);
  const slots = new Int32Array(MOST_FEATURES);
  let scores = new Float32Array(LABELS * 64);
  let back = new Uint8Array(LABELS * 64);
  forEachChain(doc, candidates, (from, to) => {
    const length = to - from;
    if (scores.length < length * LABELS) {
      scores = new Float32Array(length * LABELS * 2);
      back = new Uint8Array(length * LABELS * 2);
    }
    for (let i = from; i < to; i++) {
      emissions.sum(slots, source.extract(i, slots), scores, (i - from) * LABELS);
    }
    decode(scores, length, transitions, labels.subarray(from, to), back);
  });
  return labels;
}
