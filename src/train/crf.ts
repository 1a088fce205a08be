import type { Lexicon } from '../extract/lexicon/lexicon';
import { findCandidates } from '../extract/names/candidates';
import { FEATURE_BITS, FeatureSource, MOST_FEATURES } from '../extract/names/features';
import { BEFORE, begins, isOpen, kindOf, LABELS, OUTSIDE } from '../extract/names/labels';
import { forEachChain } from '../extract/names/recognise';
import { emit, type TaggerWeights } from '../extract/names/tagger';
import type { Example } from './data';

/** A chain of tokens: the slots of each token's features, and the gold labels. */
interface Chain {
  slots: Int32Array[];
  labels: Uint8Array;
}

export interface Settings {
  epochs: number;
  rate: number;
  /** L2 penalty on a weight each time that it is touched. */
  decay: number;
  /** Slots seen in fewer tokens are left out. */
  least: number;
  /** Share of a token's features that each visit leaves out (Wager et al. 2013). */
  dropout: number;
  /** The weights after each of the last so many epochs are averaged. */
  averaged: number;
  /** Runs from different seeds whose weights are averaged, since one run's luck shows. */
  runs: number;
  /** Taken off the score of "outside", for recall. */
  bias: number;
  /** Weights closer to 0 than this are 0. */
  threshold: number;
  seed: number;
}
export const SETTINGS: Settings = {
  epochs: 11,
  rate: 0.2,
  decay: 2e-4,
  least: 3,
  dropout: 0.5,
  averaged: 6,
  runs: 4,
  bias: 0.2,
  threshold: 0.13,
  seed: 20250422,
};

/** Mulberry32: a small generator whose sequence depends on the seed alone. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The chains of a document; gold labels that the candidates cut are mended to be a legal sequence. */
export function chainsOf(example: Example, lexicon: Lexicon): Chain[] {
  const source = new FeatureSource(example.doc, lexicon);
  const candidates = findCandidates(example.doc, source.words);
  const buffer = new Int32Array(MOST_FEATURES);
  const chains: Chain[] = [];
  forEachChain(example.doc, candidates, (from, to) => {
    const slots: Int32Array[] = [];
    for (let i = from; i < to; i++) slots.push(buffer.slice(0, source.extract(i, buffer)));
    chains.push({ slots, labels: legal(example.labels.slice(from, to)) });
  });
  return chains;
}

function legal(labels: Uint8Array): Uint8Array {
  for (let i = 0; i < labels.length; ) {
    if (labels[i] === OUTSIDE) {
      i++;
      continue;
    }
    const kind = kindOf(labels[i]!);
    let end = i + 1;
    while (
      end < labels.length &&
      labels[end] !== OUTSIDE &&
      !begins(labels[end]!) &&
      kindOf(labels[end]!) === kind
    )
      end++;
    for (let k = i; k < end; k++)
      labels[k] = 1 + 4 * kind + (end - i === 1 ? 3 : k === i ? 0 : k === end - 1 ? 2 : 1);
    i = end;
  }
  return labels;
}

/**
 * Trains a linear-chain CRF by AdaGrad on the log-likelihood (Duchi et al. 2011), one chain at a time, averages the
 * weights of the last epochs and quantises them. The same examples and settings give the same weights.
 */
export function train(chains: readonly Chain[], settings: Settings): TaggerWeights {
  const emissions = new Float32Array(LABELS << FEATURE_BITS);
  const transitions = new Float32Array(LABELS * LABELS);
  for (let run = 0; run < settings.runs; run++) {
    const one = trainOnce(chains, { ...settings, seed: settings.seed + run });
    for (let w = 0; w < emissions.length; w++) emissions[w]! += one.emissions[w]! / settings.runs;
    for (let p = 0; p < transitions.length; p++) transitions[p]! += one.transitions[p]! / settings.runs;
  }
  for (let y = 0; y < LABELS; y++) transitions[y * LABELS]! -= settings.bias;
  return quantise(emissions, transitions, settings.threshold);
}

function trainOnce(chains: readonly Chain[], settings: Settings) {
  const weights = new Float32Array(LABELS << FEATURE_BITS);
  const squares = new Float32Array(LABELS << FEATURE_BITS).fill(1e-6);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS).fill(1e-6);
  const seen = new Uint32Array(1 << FEATURE_BITS);
  for (const chain of chains) for (const slots of chain.slots) for (const slot of slots) seen[slot]!++;
  const kept = chains.map((chain) => ({
    ...chain,
    slots: chain.slots.map((slots) => slots.filter((s) => seen[s]! >= settings.least)),
  }));
  const random = generator(settings.seed);
  const step = (w: Float32Array, s: Float32Array, at: number, gradient: number, rate: number) => {
    const g = gradient - settings.decay * w[at]!;
    s[at]! += g * g;
    w[at]! += (rate * g) / Math.sqrt(s[at]!);
  };
  const sum = new Float32Array(weights.length);
  const transitionSum = new Float32Array(transitions.length);
  const order = kept.map((_, i) => i);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const k = Math.floor(random() * (i + 1));
      [order[i], order[k]] = [order[k]!, order[i]!];
    }
    const rate = settings.rate / (1 + 0.15 * epoch);
    for (const at of order) {
      const { slots: all, labels } = kept[at]!;
      const slots = settings.dropout
        ? all.map((some) => some.filter(() => random() >= settings.dropout))
        : all;
      const { marginals, pairs } = expectations(slots, weights, transitions);
      for (let t = 0; t < labels.length; t++) {
        for (let y = 0; y < LABELS; y++) {
          const gradient = (labels[t] === y ? 1 : 0) - marginals[t * LABELS + y]!;
          if (Math.abs(gradient) < 1e-3) continue;
          for (const slot of slots[t]!) step(weights, squares, slot * LABELS + y, gradient, rate);
        }
      }
      for (let t = 0; t <= labels.length; t++) {
        pairs[(t ? labels[t - 1]! : OUTSIDE) * LABELS + (labels[t] ?? OUTSIDE)]! -= 1;
      }
      for (let p = 0; p < pairs.length; p++) {
        if (Math.abs(pairs[p]!) > 1e-3) step(transitions, transitionSquares, p, -pairs[p]!, rate);
      }
    }
    if (epoch >= settings.epochs - settings.averaged) {
      for (let w = 0; w < sum.length; w++) sum[w]! += weights[w]! / settings.averaged;
      for (let p = 0; p < transitions.length; p++) transitionSum[p]! += transitions[p]! / settings.averaged;
    }
  }
  return { emissions: sum.map((w) => w * (1 - settings.dropout)), transitions: transitionSum };
}

/** Marginal probability of each label at each token, and expected counts of each pair (forward–backward). */
function expectations(slots: readonly Int32Array[], weights: Float32Array, transitions: Float32Array) {
  const length = slots.length;
  const scores = new Float32Array(length * LABELS);
  slots.forEach((some, t) => {
    emit(weights, some, some.length, scores, t * LABELS);
  });
  const forward = new Float64Array(length * LABELS).fill(-1e9);
  const backward = new Float64Array(length * LABELS).fill(-1e9);
  for (let y = 0; y < LABELS; y++) {
    if (BEFORE[y]!.includes(OUTSIDE)) forward[y] = scores[y]! + transitions[y]!;
    if (!isOpen(y)) backward[(length - 1) * LABELS + y] = transitions[y * LABELS]!;
  }
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < LABELS; y++) {
      forward[t * LABELS + y] =
        scores[t * LABELS + y]! +
        logSum(BEFORE[y]!, (x) => forward[(t - 1) * LABELS + x]! + transitions[x * LABELS + y]!);
    }
  }
  for (let t = length - 2; t >= 0; t--) {
    for (let x = 0; x < LABELS; x++) {
      backward[t * LABELS + x] = logSum(
        AFTER[x]!,
        (y) => backward[(t + 1) * LABELS + y]! + scores[(t + 1) * LABELS + y]! + transitions[x * LABELS + y]!,
      );
    }
  }
  const total = logSum(
    ALL,
    (y) => forward[(length - 1) * LABELS + y]! + backward[(length - 1) * LABELS + y]!,
  );
  const marginals = new Float64Array(length * LABELS);
  const pairs = new Float64Array(LABELS * LABELS);
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < LABELS; y++) {
      marginals[t * LABELS + y] = Math.exp(forward[t * LABELS + y]! + backward[t * LABELS + y]! - total);
      if (t === 0) pairs[y]! += marginals[y]!;
      else {
        for (const x of BEFORE[y]!) {
          pairs[x * LABELS + y]! += Math.exp(
            forward[(t - 1) * LABELS + x]! +
              transitions[x * LABELS + y]! +
              scores[t * LABELS + y]! +
              backward[t * LABELS + y]! -
              total,
          );
        }
      }
    }
  }
  for (let y = 0; y < LABELS; y++) pairs[y * LABELS]! += marginals[(length - 1) * LABELS + y]!;
  return { marginals, pairs };
}

const ALL = Array.from({ length: LABELS }, (_, y) => y);
const AFTER = ALL.map((x) => ALL.filter((y) => BEFORE[y]!.includes(x)));

function logSum(some: readonly number[], of: (y: number) => number): number {
  let most = -Infinity;
  for (const y of some) most = Math.max(most, of(y));
  if (most < -1e8) return -1e9;
  let sum = 0;
  for (const y of some) sum += Math.exp(of(y) - most);
  return most + Math.log(sum);
}

/** Eight bits a weight; the transitions in the same unit. */
function quantise(weights: Float32Array, transitions: Float32Array, threshold: number): TaggerWeights {
  const UNIT = 127 / 4;
  const emissions = Int8Array.from(weights, (w) =>
    Math.max(-127, Math.min(127, Math.abs(w) < threshold ? 0 : Math.round(w * UNIT))),
  );
  return { emissions, transitions: transitions.map((w) => Math.round(w * UNIT)) };
}
