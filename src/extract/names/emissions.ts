import { LABELS } from './labels';

/** 32-bit words of one slot: two labels in each, and one to spare, so that a slot never lies across two cache lines. */
const STRIDE = 8;

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The weights of feature slots by label, laid out for adding up: only slots that weigh anything are kept, found by
 * their rank in a bit set, and each 32-bit word holds the weights of two labels, the first in its lower half, so that
 * one addition adds both (SIMD within a register: Fisher & Dietz 1998). Weights fit eight bits and a token has fewer
 * than 256 features, so that no sum leaves its half.
 */
export class Emissions {
  readonly #bits: Uint32Array;
  /** For each word of the bit set, how many slots are kept before it. */
  readonly #before: Uint32Array;
  readonly #sums: Int32Array;

  /** `used` slots in ascending order, of `slots` in all; no weights yet. */
  constructor(slots: number, used: Uint32Array) {
    this.#bits = new Uint32Array((slots + 31) >>> 5);
    for (const slot of used) this.#bits[slot >>> 5]! |= 1 << (slot & 31);
    this.#before = new Uint32Array(this.#bits.length);
    for (let w = 1; w < this.#bits.length; w++)
      this.#before[w] = this.#before[w - 1]! + ones(this.#bits[w - 1]!);
    this.#sums = new Int32Array(used.length * STRIDE);
  }

  /** Sets the weight (−128 … 127) of the `rank`-th of the used slots for a label. Once for each. */
  set(rank: number, label: number, weight: number): void {
    this.#sums[rank * STRIDE + (label >> 1)]! += label & 1 ? weight * 65536 : weight;
  }

  /** Writes the sum of the weights of the first `count` of `slots` for each label to `scores` from `offset`. */
  sum(slots: Int32Array, count: number, scores: Float32Array, offset: number): void {
    const [bits, before, sums] = [this.#bits, this.#before, this.#sums];
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    for (let n = 0; n < count; n++) {
      const slot = slots[n]!;
      const word = bits[slot >>> 5]!;
      const bit = slot & 31;
      if (((word >>> bit) & 1) === 0) continue;
      const at = (before[slot >>> 5]! + ones(word & ((1 << bit) - 1))) * STRIDE;
      a = (a + sums[at]!) | 0;
      b = (b + sums[at + 1]!) | 0;
      c = (c + sums[at + 2]!) | 0;
      d = (d + sums[at + 3]!) | 0;
      e = (e + sums[at + 4]!) | 0;
      f = (f + sums[at + 5]!) | 0;
      g = (g + sums[at + 6]!) | 0;
    }
    split(a, scores, offset);
    split(b, scores, offset + 2);
    split(c, scores, offset + 4);
    split(d, scores, offset + 6);
    split(e, scores, offset + 8);
    split(f, scores, offset + 10);
    scores[offset + LABELS - 1] = (g << 16) >> 16;
  }
}

/** Both sums of a word; what the lower one borrowed from the upper is given back. */
function split(sum: number, scores: Float32Array, at: number): void {
  const low = (sum << 16) >> 16;
  scores[at] = low;
  scores[at + 1] = (sum - low) >> 16;
}
