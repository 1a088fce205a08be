import { FOLDED_UNITS, UNIT_CASES, UNIT_CLASSES, UnitCase, UnitClass } from '../text/fold';
import { hashWord } from '../text/hash';
import {
  BEARERS,
  childOf,
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
import { done, type Work } from './work';

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

/** Aliases by the order in which they came, each with the node that it ends at. */
class Placed {
  readonly nodes: number[] = [];
  readonly capitals: number[] = [];
  readonly surfaces: number[] = [];
  readonly strict: number[] = [];
  readonly ambiguity: number[] = [];
  readonly bearers: (readonly number[])[] = [];
  /** Hash of the first word, and its place in `smallStarts`, −1 where it begins with a capital. */
  readonly firsts: number[] = [];
  readonly starts: number[] = [];

  add(node: number, tokens: readonly AliasToken[], { surface, bearers, ambiguity }: GazetteerAlias): void {
    const { word, capital } = tokens[0]!;
    this.nodes.push(node);
    this.capitals.push(capitalsOf(tokens));
    this.surfaces.push(hashWord(surface));
    this.strict.push(Number(isStrict(surface)));
    this.ambiguity.push(Math.round(255 * Math.min(1, Math.max(0, ambiguity))));
    this.bearers.push(bearers);
    this.firsts.push(hashOf(word));
    this.starts.push(capital ? -1 : startOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0));
  }
}

const capitalsOf = (tokens: readonly AliasToken[]): number =>
  tokens.slice(0, 32).reduce((bits, { capital }, i) => (capital ? bits | (1 << i) : bits), 0) >>> 0;

/** How many aliases are placed, or rows filled, between two stops. */
const STRETCH = 4_000;

/** Builds the gazetteer's image. Aliases without a letter or digit are left out; no surface comes twice. */
export function* layGazetteer(aliases: Iterable<GazetteerAlias>): Work<Gazetteer> {
  const trie = new Trie();
  const placed = new Placed();
  let count = 0;
  for (const alias of aliases) {
    if (++count % STRETCH === 0) yield;
    const tokens = aliasTokens(alias.surface);
    if (tokens.some(({ word }) => /[\p{L}\p{N}]/u.test(word))) placed.add(trie.reach(tokens), tokens, alias);
  }
  return yield* layOut(trie, placed);
}

/** Builds the gazetteer's image at once. */
export const buildGazetteer = (aliases: Iterable<GazetteerAlias>): Gazetteer => done(layGazetteer(aliases));

const tableSize = (entries: number) => 2 ** Math.ceil(Math.log2(Math.max(4, entries * 2)));

function* layOut(trie: Trie, placed: Placed): Work<Gazetteer> {
  const words = [...trie.words.keys()];
  const firsts = trie.parents.filter((parent) => parent === 0).length;
  const gazetteer = emptyGazetteer({
    // one bit in sixteen set: one word in sixteen is looked up in vain
    firstBits: Math.max(1024, 8 * tableSize(firsts)),
    wordSlots: tableSize(words.length),
    words: words.length,
    edgeSlots: tableSize(trie.parents.length),
    nodes: trie.parents.length,
    aliases: placed.nodes.length,
    refs: placed.bearers.reduce((sum, { length }) => sum + length, 0),
    wordUnits: words.reduce((sum, word) => sum + word.length, 0),
  });
  yield;
  yield* fillWords(gazetteer, words);
  yield* fillEdges(gazetteer, trie);
  yield* fillAliases(gazetteer, placed);
  fillStarts(gazetteer, placed);
  yield;
  seal(gazetteer);
  return gazetteer;
}

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return spread(hash);
}

function* fillWords({ wordSlots, wordOffsets, wordUnits }: Gazetteer, words: readonly string[]): Work<void> {
  const mask = wordSlots.length - 1;
  let at = 0;
  for (const [id, word] of words.entries()) {
    if (id % STRETCH === 0) yield;
    wordOffsets[id] = at;
    for (let i = 0; i < word.length; i++) wordUnits[at++] = word.charCodeAt(i);
    let slot = hashOf(word) & mask;
    while (wordSlots[slot] !== 0) slot = (slot + 1) & mask;
    wordSlots[slot] = id + 1;
  }
  wordOffsets[words.length] = at;
}

function* fillEdges({ edgeSlots, parentOf, stepOf }: Gazetteer, { parents, steps }: Trie): Work<void> {
  const mask = edgeSlots.length - 1;
  parentOf.set(parents);
  stepOf.set(steps);
  for (let node = 1; node < parents.length; node++) {
    if (node % STRETCH === 0) yield;
    let slot = hashEdge(parents[node]!, steps[node]!) & mask;
    while (edgeSlots[slot] !== 0) slot = (slot + 1) & mask;
    edgeSlots[slot] = node;
  }
}

/** Lays the aliases out by their nodes, those of one node as they came. */
function* fillAliases(gazetteer: Gazetteer, placed: Placed): Work<void> {
  const { aliasesOf } = gazetteer;
  for (const node of placed.nodes) aliasesOf[node + 1]!++;
  for (let node = 1; node < aliasesOf.length; node++) aliasesOf[node]! += aliasesOf[node - 1]!;
  const next = aliasesOf.slice();
  const order = new Uint32Array(placed.nodes.length);
  placed.nodes.forEach((node, i) => {
    order[next[node]!++] = i;
  });
  yield;
  let ref = 0;
  for (const [alias, i] of order.entries()) {
    if (alias % STRETCH === 0) yield;
    const bearers = placed.bearers[i]!;
    gazetteer.refsOf[alias] = ref;
    gazetteer.ambiguity[alias] = placed.ambiguity[i]!;
    gazetteer.derived[alias] = Number(bearers.every((bearer) => bearer & 1));
    gazetteer.strict[alias] = placed.strict[i]!;
    gazetteer.surfaces[alias] = placed.surfaces[i]!;
    gazetteer.capitals[alias] = placed.capitals[i]!;
    for (const bearer of bearers.slice(0, BEARERS)) gazetteer.refs[ref++] = bearer;
    for (const bearer of bearers.slice(BEARERS).sort((a, b) => a - b)) gazetteer.refs[ref++] = bearer;
  }
  gazetteer.refsOf[placed.nodes.length] = ref;
}

/** Two or three letters, all capitals: in small letters they may be any word. */
function isStrict(surface: string): boolean {
  const letters = surface.replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters.length < 4 && /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters);
}

function fillStarts({ firsts, smallStarts }: Gazetteer, placed: Placed): void {
  const set = (bits: Uint32Array, bit: number) => {
    bits[bit >>> 5]! |= 1 << (bit & 31);
  };
  for (const hash of placed.firsts) set(firsts, hash & (firsts.length * 32 - 1));
  for (const start of placed.starts) if (start >= 0) set(smallStarts, start);
}

/** The alias of a gazetteer that is this very form, −1 if there is none. */
export function aliasOfSurface(gazetteer: Gazetteer, surface: string): number {
  let node = 0;
  for (const { word, spaced } of aliasTokens(surface)) {
    const id = wordIn(gazetteer, word);
    node = id < 0 ? -1 : childOf(gazetteer, node, id * 2 + Number(spaced));
    if (node < 0) return -1;
  }
  const { aliasesOf, surfaces } = gazetteer;
  const hash = hashWord(surface);
  for (let alias = aliasesOf[node]!; alias < aliasesOf[node + 1]!; alias++)
    if (surfaces[alias] === hash) return alias;
  return -1;
}

function wordIn({ wordSlots, wordOffsets, wordUnits }: Gazetteer, word: string): number {
  const mask = wordSlots.length - 1;
  for (let slot = hashOf(word) & mask; wordSlots[slot] !== 0; slot = (slot + 1) & mask) {
    const id = wordSlots[slot]! - 1;
    const from = wordOffsets[id]!;
    if (wordOffsets[id + 1]! - from !== word.length) continue;
    let i = 0;
    while (i < word.length && wordUnits[from + i] === word.charCodeAt(i)) i++;
    if (i === word.length) return id;
  }
  return -1;
}
