/** FNV-1a over the UTF-16 units of a word, with a final avalanche; an unsigned 32-bit number. */
export function hashWord(word: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return avalanche(h);
}

/** Hash of the units `[from, to)` of a word, without making the substring. */
export function hashPart(word: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return avalanche(h);
}

/** Joins two hashes, in this order, into one. */
export function joinHashes(a: number, b: number): number {
  return avalanche(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15));
}

/** The finaliser of MurmurHash3 (Appleby, 2008): every bit of the input moves every bit of the result. */
function avalanche(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
