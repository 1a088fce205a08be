/** One form that a page may use, and the entities (indices into the corpus's list) that may be meant by it. */
export interface GazetteerAlias {
  surface: string;
  /** Its bearers, the most salient first: each entity's number · 2, and 1 where the form was derived for it (a surname of a full name). */
  bearers: readonly number[];
  /** 0..1: how likely the form means something else than an entity of the corpus. */
  ambiguity: number;
}

/** Of a form that more entities bear than these, only the most salient are weighed, and those that the page names in full. */
export const BEARERS = 16;

/**
 * All aliases as a word-anchored hash trie in typed arrays over one binary image. Words and the trie's edges are in
 * open-addressing tables with linear probing, at most half full; two bitmaps before them, small enough for a processor's
 * cache, tell of nearly every word of a text that no alias begins with it (after Bloom 1970).
 */
export interface Gazetteer {
  readonly image: Uint8Array;
  /** Bit `spread(hash)`: an alias may begin with a word of this hash. */
  readonly firsts: Uint32Array;
  /** Bit `startOf(unit, unit)`: an alias may begin, not with a capital, with a word of these first units. */
  readonly smallStarts: Uint32Array;
  /** Word + 1 by hash, 0 where a slot is empty. */
  readonly wordSlots: Uint32Array;
  readonly wordOffsets: Uint32Array;
  /** Node by `hashEdge(parent, step)`, 0 where a slot is empty: the root is nobody's child. */
  readonly edgeSlots: Uint32Array;
  readonly parentOf: Uint32Array;
  /** The step to a node from its parent: word · 2, and 1 where white space comes before the word. */
  readonly stepOf: Uint32Array;
  /** `aliasesOf[node]..aliasesOf[node + 1]`: the aliases that end at a node. */
  readonly aliasesOf: Uint32Array;
  /** `refsOf[alias]..refsOf[alias + 1]`: its bearers in `refs`, the `BEARERS` most salient first, then in ascending order. */
  readonly refsOf: Uint32Array;
  /** Bearers as `GazetteerAlias` has them. */
  readonly refs: Uint32Array;
  /** By alias, bit n: its token n (of the first 32) begins with a capital. */
  readonly capitals: Uint32Array;
  /** By alias, a hash of the form itself: tells forms at one node apart. */
  readonly surfaces: Uint32Array;
  readonly wordUnits: Uint16Array;
  readonly ambiguity: Uint8Array;
  /** 1 where no article and no curated list has an alias: it was derived for all its bearers. */
  readonly derived: Uint8Array;
  /** 1 where an alias is nothing without capitals: "US", "IT". */
  readonly strict: Uint8Array;
}

const MAGIC = 0x5a47504e;
const VERSION = 3;
/** Magic, version, checksum, and the counts of `Counts`. */
const HEADER = 11;
const START_BITS = 1 << 15;

/** How much of everything a gazetteer holds, in the header's order. */
export interface Counts {
  firstBits: number;
  wordSlots: number;
  words: number;
  edgeSlots: number;
  nodes: number;
  aliases: number;
  refs: number;
  wordUnits: number;
}

/** FNV-1a over folded UTF-16 units; start with `HASH_SEED`. */
export const HASH_SEED = 0x811c9dc5;
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const hashEdge = (node: number, step: number): number => {
  let h = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> 0;
};
export const spread = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (h ^ (h >>> 15)) >>> 0;
};

/** Place in `smallStarts` of a token by its first two folded units, the second 0 where it has one only. */
export const startOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e37) + Math.imul(second, 0x79b1)) & (START_BITS - 1);

/** Lengths in bytes of the image's parts, in their order: all of 32 bits, then of 16, then of 8. */
function partLengths(header: ArrayLike<number>): number[] {
  const [firstBits, wordSlots, words, edgeSlots, nodes, aliases, refs, wordUnits] = Array.from(header).slice(
    3,
  ) as [number, number, number, number, number, number, number, number];
  const long = [
    firstBits / 32,
    START_BITS / 32,
    wordSlots,
    words + 1,
    edgeSlots,
    nodes,
    nodes,
    nodes + 1,
    aliases + 1,
    refs,
    aliases,
    aliases,
  ];
  return [...long.map((n) => n * 4), wordUnits * 2, aliases, aliases, aliases];
}

/** Bytes of an image with this header, rounded up to whole words of 32 bits for the checksum. */
const imageLength = (header: ArrayLike<number>) =>
  Math.ceil((HEADER * 4 + partLengths(header).reduce((a, b) => a + b, 0)) / 4) * 4;

/** An image with all its parts empty. */
export function emptyGazetteer(counts: Counts): Gazetteer {
  const header = [MAGIC, VERSION, 0, ...Object.values(counts)];
  const image = new Uint8Array(imageLength(header));
  new Uint32Array(image.buffer, 0, HEADER).set(header);
  return over(image);
}

/** Puts the checksum of its parts, now filled, into a gazetteer's image. */
export function seal({ image }: Gazetteer): void {
  new Uint32Array(image.buffer, image.byteOffset, HEADER)[2] = checksum(image);
}

/** Tells any single damaged word of 32 bits, and nearly any other damage: FNV-1a over words. */
function checksum(image: Uint8Array): number {
  const words = new Uint32Array(image.buffer, image.byteOffset, image.length / 4);
  let sum = HASH_SEED;
  for (let i = 3; i < words.length; i++) sum = Math.imul(sum ^ words[i]!, 0x01000193);
  return sum >>> 0;
}

/** Whether bytes are a gazetteer's image, but of another version than this code reads. */
export function isOtherVersion(image: Uint8Array): boolean {
  if (image.length < 8) return false;
  const view = new DataView(image.buffer, image.byteOffset);
  return view.getUint32(0, true) === MAGIC && view.getUint32(4, true) !== VERSION;
}

/** The gazetteer over an image. Throws with a clear message if the bytes are none, of another version, cut short or damaged. */
export function readGazetteer(image: Uint8Array): Gazetteer {
  const bytes = image.byteOffset % 4 === 0 ? image : image.slice();
  if (bytes.length < HEADER * 4) throw new Error('gazetteer: shorter than its header');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  if (header[0] !== MAGIC) throw new Error('gazetteer: not a gazetteer image');
  if (header[1] !== VERSION) throw new Error(`gazetteer: version ${header[1]}, expected ${VERSION}`);
  if (bytes.length !== imageLength(header))
    throw new Error(`gazetteer: ${bytes.length} bytes, its header tells ${imageLength(header)}`);
  if (header[2] !== checksum(bytes)) throw new Error('gazetteer: damaged, its checksum is another');
  return over(bytes);
}

function over(bytes: Uint8Array): Gazetteer {
  const lengths = partLengths(new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER));
  let at = bytes.byteOffset + HEADER * 4;
  const starts = lengths.map((length) => {
    at += length;
    return at - length;
  });
  const long = (part: number) => new Uint32Array(bytes.buffer, starts[part]!, lengths[part]! / 4);
  const byte = (part: number) => new Uint8Array(bytes.buffer, starts[part]!, lengths[part]!);
  return {
    image: bytes,
    firsts: long(0),
    smallStarts: long(1),
    wordSlots: long(2),
    wordOffsets: long(3),
    edgeSlots: long(4),
    parentOf: long(5),
    stepOf: long(6),
    aliasesOf: long(7),
    refsOf: long(8),
    refs: long(9),
    capitals: long(10),
    surfaces: long(11),
    wordUnits: new Uint16Array(bytes.buffer, starts[12]!, lengths[12]! / 2),
    ambiguity: byte(13),
    derived: byte(14),
    strict: byte(15),
  };
}

/** The bearers of an alias, as `refs` has them. */
export const bearersOf = ({ refsOf, refs }: Gazetteer, alias: number): Uint32Array =>
  refs.subarray(refsOf[alias]!, refsOf[alias + 1]!);

/** The child of a node by a step, −1 if it has none. */
export function childOf({ edgeSlots, parentOf, stepOf }: Gazetteer, node: number, step: number): number {
  const mask = edgeSlots.length - 1;
  let slot = hashEdge(node, step) & mask;
  while (edgeSlots[slot] !== 0) {
    const child = edgeSlots[slot]!;
    if (parentOf[child] === node && stepOf[child] === step) return child;
    slot = (slot + 1) & mask;
  }
  return -1;
}
