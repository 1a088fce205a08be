import { FOLDED_UNITS, UNIT_CASES, UNIT_CLASSES, UnitCase, UnitClass } from '../text/fold';
import {
  emptyGazetteer,
  type Gazetteer,
  type GazetteerAlias,
  HASH_SEED,
  hashEdge,
  hashUnit,
  seal,
  spread,
  startOf,
} from './gazetteer';

/** A word or a single mark of an alias, as the matcher sees them. */
export interface AliasToken {
  /** Folded. */
  word: string;
  /** White space comes before it. */
  spaced: boolean;
  /** It begins with a capital. */
  capital: boolean;
}

/** The tokens of an alias: runs of letters or katakana, other units one by one; invisible ones are left out. */
export function aliasTokens(alias: string): AliasToken[] {
  const tokens: AliasToken[] = [];
  let run = -1;
  let spaced = false;
  for (let i = 0; i < alias.length; i++) {
    const unit = alias.charCodeAt(i);
    const kind = UNIT_CLASSES[unit]!;
    if (kind === UnitClass.invisible) continue;
    if (kind === UnitClass.space || kind === UnitClass.barrier) {
      spaced = tokens.length > 0;
      run = -1;
      continue;
    }
    const folded = String.fromCharCode(FOLDED_UNITS[unit]!);
    if (kind === run) tokens.at(-1)!.word += folded;
    else tokens.push({ word: folded, spaced, capital: UNIT_CASES[unit] === UnitCase.capital });
    spaced = false;
    run = kind === UnitClass.letter || kind === UnitClass.katakana ? kind : -1;
  }
  return tokens;
}

/** An alias with the node of the trie that it ends at. */
interface Placed {
  node: number;
  alias: GazetteerAlias;
  tokens: readonly AliasToken[];
}

/** Aliases' words and the trie over them, before they are laid out. */
class Trie {
  readonly words = new Map<string, number>();
  readonly parents = [0];
  readonly steps = [0];
  private readonly children = new Map<number, number>();

  /** The node at the end of the tokens. */
  reach(tokens: readonly AliasToken[]): number {
    let node = 0;
    for (const { word, spaced } of tokens) {
      const id = this.words.get(word) ?? this.words.size;
      this.words.set(word, id);
      const step = id * 2 + Number(spaced);
      const edge = node * 2 ** 26 + step;
      let child = this.children.get(edge);
      if (child === undefined) {
        child = this.parents.length;
        this.children.set(edge, child);
        this.parents.push(node);
        this.steps.push(step);
      }
      node = child;
    }
    return node;
  }
}

/** Builds the gazetteer's image. Aliases without a letter or digit are left out; the same surface is joined. */
export function buildGazetteer(aliases: readonly GazetteerAlias[]): Gazetteer {
  const bySurface = new Map<string, GazetteerAlias>();
  for (const alias of aliases) {
    const known = bySurface.get(alias.surface);
    bySurface.set(alias.surface, known ? joined(known, alias) : alias);
  }
  const trie = new Trie();
  const placed: Placed[] = [];
  for (const alias of bySurface.values()) {
    const tokens = aliasTokens(alias.surface);
    if (tokens.some(({ word }) => /[\p{L}\p{N}]/u.test(word)))
      placed.push({ node: trie.reach(tokens), alias, tokens });
  }
  placed.sort((a, b) => a.node - b.node);
  return layOut(trie, placed);
}

const joined = (a: GazetteerAlias, b: GazetteerAlias): GazetteerAlias => ({
  surface: a.surface,
  entities: [...new Set([...a.entities, ...b.entities])],
  ambiguity: Math.max(a.ambiguity, b.ambiguity),
  derived: a.derived && b.derived,
});

const tableSize = (entries: number) => 2 ** Math.ceil(Math.log2(Math.max(4, entries * 2)));

function layOut(trie: Trie, placed: readonly Placed[]): Gazetteer {
  const words = [...trie.words.keys()];
  const firsts = trie.parents.filter((parent) => parent === 0).length;
  const gazetteer = emptyGazetteer({
    // one bit in sixteen set: one word in sixteen is looked up in vain
    firstBits: Math.max(1024, 8 * tableSize(firsts)),
    wordSlots: tableSize(words.length),
    words: words.length,
    edgeSlots: tableSize(trie.parents.length),
    nodes: trie.parents.length,
    aliases: placed.length,
    refs: placed.reduce((sum, { alias }) => sum + alias.entities.length, 0),
    wordUnits: words.reduce((sum, word) => sum + word.length, 0),
  });
  fillWords(gazetteer, words);
  fillEdges(gazetteer, trie);
  fillAliases(gazetteer, placed);
  fillStarts(gazetteer, placed);
  seal(gazetteer);
  return gazetteer;
}

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return spread(hash);
}

function fillWords({ wordSlots, wordOffsets, wordUnits }: Gazetteer, words: readonly string[]): void {
  const mask = wordSlots.length - 1;
  let at = 0;
  words.forEach((word, id) => {
    wordOffsets[id] = at;
    for (let i = 0; i < word.length; i++) wordUnits[at++] = word.charCodeAt(i);
    let slot = hashOf(word) & mask;
    while (wordSlots[slot] !== 0) slot = (slot + 1) & mask;
    wordSlots[slot] = id + 1;
  });
  wordOffsets[words.length] = at;
}

function fillEdges({ edgeSlots, parentOf, stepOf }: Gazetteer, { parents, steps }: Trie): void {
  const mask = edgeSlots.length - 1;
  parentOf.set(parents);
  stepOf.set(steps);
  for (let node = 1; node < parents.length; node++) {
    let slot = hashEdge(parents[node]!, steps[node]!) & mask;
    while (edgeSlots[slot] !== 0) slot = (slot + 1) & mask;
    edgeSlots[slot] = node;
  }
}

function fillAliases(gazetteer: Gazetteer, placed: readonly Placed[]): void {
  let [ref, node] = [0, 0];
  placed.forEach(({ node: own, alias: { surface, entities, ambiguity, derived }, tokens }, alias) => {
    while (node <= own) gazetteer.aliasesOf[node++] = alias;
    gazetteer.refsOf[alias] = ref;
    gazetteer.ambiguity[alias] = Math.round(255 * Math.min(1, Math.max(0, ambiguity)));
    gazetteer.derived[alias] = Number(derived);
    gazetteer.strict[alias] = Number(isStrict(surface));
    tokens.slice(0, 32).forEach(({ capital }, i) => {
      if (capital) gazetteer.capitals[alias]! |= 1 << i;
    });
    for (const entity of [...entities].sort((a, b) => a - b)) gazetteer.refs[ref++] = entity;
  });
  gazetteer.aliasesOf.fill(placed.length, node);
  gazetteer.refsOf[placed.length] = ref;
}

/** Two or three letters, all capitals: in small letters they may be any word. */
function isStrict(surface: string): boolean {
  const letters = surface.replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters.length < 4 && /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters);
}

function fillStarts({ firsts, smallStarts }: Gazetteer, placed: readonly Placed[]): void {
  const set = (bits: Uint32Array, bit: number) => {
    bits[bit >>> 5]! |= 1 << (bit & 31);
  };
  for (const { tokens } of placed) {
    const { word, capital } = tokens[0]!;
    set(firsts, hashOf(word) & (firsts.length * 32 - 1));
    if (!capital) set(smallStarts, startOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0));
  }
}
