import type { Emissions } from './emissions';
import { BEFORE, isOpen, LABELS, OUTSIDE } from './labels';

/** Weights of a linear-chain CRF (Lafferty et al. 2001), quantised to eight bits. */
export interface TaggerWeights {
  /** By feature slot, `LABELS` weights each. */
  emissions: Int8Array;
  /** `from * LABELS + to`, in the unit of the emissions. */
  transitions: Float32Array;
}

/** The same, laid out for tagging. */
export interface Tagger {
  emissions: Emissions;
  transitions: Float32Array;
}

/** Adds up the weights of a token's features for each label, into `scores` from `offset`. */
export function emit(
  weights: Int8Array | Float32Array,
  slots: Int32Array,
  count: number,
  scores: Float32Array,
  offset: number,
): void {
  for (let n = 0; n < count; n++) {
    const base = slots[n]! * LABELS;
    for (let y = 0; y < LABELS; y++) scores[offset + y]! += weights[base + y]!;
  }
}

const rows = [new Float32Array(LABELS), new Float32Array(LABELS)];

/** The best sequence of labels for `length` tokens whose scores are given (Viterbi); begins and ends outside names. */
export function decode(
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
  labels: Uint8Array,
  back: Uint8Array,
): void {
  if (length === 0) return;
  let [row, next] = [rows[0]!, rows[1]!];
  for (let y = 0; y < LABELS; y++) {
    row[y] = BEFORE[y]!.includes(OUTSIDE) ? scores[y]! + transitions[OUTSIDE * LABELS + y]! : -1e9;
  }
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < LABELS; y++) {
      let best = -2e9;
      let from = 0;
      const before = BEFORE[y]!;
      for (let n = 0; n < before.length; n++) {
        const x = before[n]!;
        const score = row[x]! + transitions[x * LABELS + y]!;
        if (score > best) {
          best = score;
          from = x;
        }
      }
      next[y] = best + scores[t * LABELS + y]!;
      back[t * LABELS + y] = from;
    }
    const last = row;
    row = next;
    next = last;
  }
  let at = OUTSIDE;
  let best = -3e9;
  for (let y = 0; y < LABELS; y++) {
    if (isOpen(y)) continue;
    const score = row[y]! + transitions[y * LABELS + OUTSIDE]!;
    if (score > best) {
      best = score;
      at = y;
    }
  }
  for (let t = length - 1; t >= 0; t--) {
    labels[t] = at;
    at = back[t * LABELS + at]!;
  }
}
