import { fold, UNIT_CLASSES, UnitClass } from '../text/fold';

/** One form that a page may use, and the entities (indices into the corpus's list) that may be meant by it. */
export interface GazetteerAlias {
  surface: string;
  entities: number[];
  /** 0..1: how likely the form means something else than an entity of the corpus. */
  ambiguity: number;
  /** True where no article and no curated list has the form: it was derived (a surname of a full name). */
  derived: boolean;
}

/**
 * All aliases as a word-anchored hash trie in typed arrays over one binary image: a table of words, and a table of
 * edges (node, word) → node. Both are open-addressing tables with linear probing, at most half full.
 */
export interface Gazetteer {
  readonly image: Uint8Array;
  readonly wordSlots: Uint32Array;
  readonly wordOffsets: Uint32Array;
  /** Triples parent + 1, word, child; a parent of 0 is an empty slot. */
  readonly edges: Uint32Array;
  /** `aliasesOf[node]..aliasesOf[node + 1]`: the aliases that end at a node. */
  readonly aliasesOf: Uint32Array;
  /** `refsOf[alias]..refsOf[alias + 1]`: its entities in `refs`. */
  readonly refsOf: Uint32Array;
  readonly refs: Uint32Array;
  readonly surfaceOffsets: Uint32Array;
  readonly wordUnits: Uint16Array;
  readonly surfaceUnits: Uint16Array;
  readonly ambiguity: Uint8Array;
  readonly derived: Uint8Array;
}

const MAGIC = 0x5a47504e;
const VERSION = 1;
const HEADER = 10;

/** FNV-1a over folded UTF-16 units; start with `HASH_SEED`. */
export const HASH_SEED = 0x811c9dc5;
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const hashEdge = (node: number, word: number): number => {
  let h = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> 0;
};
export const spread = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (h ^ (h >>> 15)) >>> 0;
};

/** The tokens of an alias as the matcher sees them: folded words, single marks, " " between. */
export function aliasTokens(alias: string): string[] {
  const folded = fold(alias);
  const tokens: string[] = [];
  let run = -1;
  for (let i = 0; i < folded.length; i++) {
    const kind = UNIT_CLASSES[folded.charCodeAt(i)]!;
    const joins = kind === UnitClass.letter || kind === UnitClass.katakana;
    if (joins && kind === run) tokens[tokens.length - 1] += folded[i]!;
    else tokens.push(folded[i]!);
    run = joins ? kind : -1;
  }
  return tokens;
}

const tableSize = (entries: number) => 2 ** Math.ceil(Math.log2(Math.max(4, entries * 2)));

/** Builds the gazetteer's image. Aliases without a letter or digit are left out; the same surface is joined. */
export function buildGazetteer(aliases: readonly GazetteerAlias[]): Gazetteer {
  const words = new Map<string, number>();
  const children: Map<number, number>[] = [new Map()];
  const atNode: Map<string, GazetteerAlias>[] = [new Map()];
  for (const alias of aliases) {
    const tokens = aliasTokens(alias.surface);
    if (!tokens.some((token) => /[\p{L}\p{N}]/u.test(token))) continue;
    let node = 0;
    for (const token of tokens) {
      const word = words.get(token) ?? words.size;
      words.set(token, word);
      let child = children[node]!.get(word);
      if (child === undefined) {
        child = children.length;
        children[node]!.set(word, child);
        children.push(new Map());
        atNode.push(new Map());
      }
      node = child;
    }
    const known = atNode[node]!.get(alias.surface);
    atNode[node]!.set(alias.surface, known ? joined(known, alias) : alias);
  }
  return layOut([...words.keys()], children, atNode);
}

const joined = (a: GazetteerAlias, b: GazetteerAlias): GazetteerAlias => ({
  surface: a.surface,
  entities: [...new Set([...a.entities, ...b.entities])],
  ambiguity: Math.max(a.ambiguity, b.ambiguity),
  derived: a.derived && b.derived,
});

function layOut(
  words: string[],
  children: readonly ReadonlyMap<number, number>[],
  atNode: readonly ReadonlyMap<string, GazetteerAlias>[],
): Gazetteer {
  const aliases = atNode.flatMap((node) => [...node.values()]);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const sizes = {
    wordSlots: tableSize(words.length),
    words: words.length,
    edgeSlots: tableSize(children.length),
    nodes: children.length,
    aliases: aliases.length,
    refs: sum(aliases.map((a) => a.entities.length)),
    wordUnits: sum(words.map((w) => w.length)),
    surfaceUnits: sum(aliases.map((a) => a.surface.length)),
  };
  const header = [MAGIC, VERSION, ...Object.values(sizes)];
  const image = new Uint8Array(imageLength(header));
  new Uint32Array(image.buffer, 0, HEADER).set(header);
  const gazetteer = readGazetteer(image);
  fillWords(gazetteer, words);
  fillEdges(gazetteer, children);
  fillAliases(gazetteer, atNode);
  return gazetteer;
}

function fillWords({ wordSlots, wordOffsets, wordUnits }: Gazetteer, words: readonly string[]): void {
  let at = 0;
  words.forEach((word, id) => {
    wordOffsets[id] = at;
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      wordUnits[at++] = word.charCodeAt(i);
      hash = hashUnit(hash, word.charCodeAt(i));
    }
    let slot = spread(hash) & (wordSlots.length - 1);
    while (wordSlots[slot] !== 0) slot = (slot + 1) & (wordSlots.length - 1);
    wordSlots[slot] = id + 1;
  });
  wordOffsets[words.length] = at;
}

function fillEdges({ edges }: Gazetteer, children: readonly ReadonlyMap<number, number>[]): void {
  const mask = edges.length / 3 - 1;
  children.forEach((nexts, node) => {
    for (const [word, child] of nexts) {
      let slot = hashEdge(node, word) & mask;
      while (edges[slot * 3] !== 0) slot = (slot + 1) & mask;
      edges.set([node + 1, word, child], slot * 3);
    }
  });
}

function fillAliases(gazetteer: Gazetteer, atNode: readonly ReadonlyMap<string, GazetteerAlias>[]): void {
  let [alias, ref, unit] = [0, 0, 0];
  atNode.forEach((here, node) => {
    gazetteer.aliasesOf[node] = alias;
    for (const { surface, entities, ambiguity, derived } of here.values()) {
      gazetteer.refsOf[alias] = ref;
      gazetteer.surfaceOffsets[alias] = unit;
      gazetteer.ambiguity[alias] = Math.round(255 * Math.min(1, Math.max(0, ambiguity)));
      gazetteer.derived[alias] = Number(derived);
      for (const entity of entities) gazetteer.refs[ref++] = entity;
      for (let i = 0; i < surface.length; i++) gazetteer.surfaceUnits[unit++] = surface.charCodeAt(i);
      alias++;
    }
  });
  gazetteer.aliasesOf[atNode.length] = alias;
  gazetteer.refsOf[alias] = ref;
  gazetteer.surfaceOffsets[alias] = unit;
}

/** Lengths in bytes of the image's parts, in their order: all of 32 bits, then of 16, then of 8. */
function partLengths(header: ArrayLike<number>): number[] {
  const [wordSlots, words, edgeSlots, nodes, aliases, refs, wordUnits, surfaceUnits] =
    Array.from(header).slice(2);
  const long = [wordSlots!, words! + 1, edgeSlots! * 3, nodes! + 1, aliases! + 1, refs!, aliases! + 1];
  return [...long.map((n) => n * 4), wordUnits! * 2, surfaceUnits! * 2, aliases!, aliases!];
}

const imageLength = (header: ArrayLike<number>) =>
  HEADER * 4 + partLengths(header).reduce((a, b) => a + b, 0);

/** The gazetteer over an image. Throws with a clear message if the bytes are none, or cut short. */
export function readGazetteer(image: Uint8Array): Gazetteer {
  const bytes = image.byteOffset % 4 === 0 ? image : image.slice();
  if (bytes.length < HEADER * 4) throw new Error('gazetteer: shorter than its header');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  if (header[0] !== MAGIC) throw new Error('gazetteer: not a gazetteer image');
  if (header[1] !== VERSION) throw new Error(`gazetteer: version ${header[1]}, expected ${VERSION}`);
  if (bytes.length !== imageLength(header))
    throw new Error(`gazetteer: ${bytes.length} bytes, its header tells ${imageLength(header)}`);
  let at = bytes.byteOffset + HEADER * 4;
  const lengths = partLengths(header);
  const starts = lengths.map((length) => {
    at += length;
    return at - length;
  });
  const long = (part: number) => new Uint32Array(bytes.buffer, starts[part]!, lengths[part]! / 4);
  const short = (part: number) => new Uint16Array(bytes.buffer, starts[part]!, lengths[part]! / 2);
  const byte = (part: number) => new Uint8Array(bytes.buffer, starts[part]!, lengths[part]!);
  return {
    image: bytes,
    wordSlots: long(0),
    wordOffsets: long(1),
    edges: long(2),
    aliasesOf: long(3),
    refsOf: long(4),
    refs: long(5),
    surfaceOffsets: long(6),
    wordUnits: short(7),
    surfaceUnits: short(8),
    ambiguity: byte(9),
    derived: byte(10),
  };
}

/** An alias's surface as it was given. */
export function surfaceOfAlias({ surfaceOffsets, surfaceUnits }: Gazetteer, alias: number): string {
  return String.fromCharCode(...surfaceUnits.subarray(surfaceOffsets[alias]!, surfaceOffsets[alias + 1]!));
}

/** Indices of the entities that an alias may mean. */
export const entitiesOfAlias = ({ refsOf, refs }: Gazetteer, alias: number): Uint32Array =>
  refs.subarray(refsOf[alias]!, refsOf[alias + 1]!);
