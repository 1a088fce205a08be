import { BEFORE, isOpen, LABELS, OUTSIDE } from './labels';

/** Weights of a linear-chain CRF (Lafferty et al. 2001), quantised to eight bits. */
export interface TaggerWeights {
  /** By feature slot, `LABELS` weights each. */
  emissions: Int8Array;
  /** `from * LABELS + to`, in the unit of the emissions. */
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

/** The best sequence of labels for `length` tokens whose scores are given (Viterbi); begins and ends outside names. */
export function decode(
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
  labels: Uint8Array,
  back: Uint8Array,
): void {
  if (length === 0) return;
  let row = new Float32Array(LABELS);
  let next = new Float32Array(LABELS);
  for (let y = 0; y < LABELS; y++) {
    row[y] = BEFORE[y]!.includes(OUTSIDE) ? scores[y]! + transitions[OUTSIDE * LABELS + y]! : -1e9;
  }
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < LABELS; y++) {
      let best = -2e9;
      let from = 0;
      for (const x of BEFORE[y]!) {
        const score = row[x]! + transitions[x * LABELS + y]!;
        if (score > best) {
          best = score;
          from = x;
        }
      }
      next[y] = best + scores[t * LABELS + y]!;
      back[t * LABELS + y] = from;
    }
    [row, next] = [next, row];
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
