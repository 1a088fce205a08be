/** Draws of one source of chance: the same labels give the same draws, whatever else was drawn before. */
export interface Draw {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** True once in `times`, on average. */
  oneIn(times: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** An index below `size`, low ones far more often (density 1/n): names, places and news are shared out like that. */
  skewed(size: number): number;
}

/** A source of chance that hangs on its labels alone (FNV-1a over them, then mulberry32). */
export function drawOf(...labels: readonly (string | number)[]): Draw {
  let state = 0x811c9dc5;
  const text = labels.join('\u0001');
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number) => Math.floor(unit() * bound);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)]!,
    skewed: (size) => Math.min(size - 1, Math.floor((size + 1) ** unit()) - 1),
  };
}
