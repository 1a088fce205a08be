import { joinHashes } from '../../text/hash';
import type { Document } from '../document';
import { FLAG, FREQUENCY_SHIFT, PLACE_FLAGS } from '../lexicon/flags';
import { type Lexicon, OPEN, PHRASE_KINDS, type PhraseKind } from '../lexicon/lexicon';
import { gatherEvidence, isCapitalised } from './evidence';
import { describeWords, type Words } from './words';

/** Features are hashed into 2^FEATURE_BITS slots (Weinberger et al. 2009). */
export const FEATURE_BITS = 18;
/** No token has more features than this. */
export const MOST_FEATURES = 96;

const SPORT = new Set(
  (
    'match matches goal goals goalkeeper striker midfielder defender penalty season league coach team teams squad ' +
    'game games win defeat draw half-time scored tournament championship cup fixture kick playoff playoffs quarterback ' +
    'touchdown inning innings wicket wickets pitcher shortstop batsman title defeated beat substituted stadium'
  ).split(' '),
);
const NONE = 0x5bd1e995;
const FLAG_BITS = 16;
const FLAG_MASK = (1 << FLAG_BITS) - 1;

function slot(template: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 13)) >>> (32 - FEATURE_BITS);
}

/** The observations of a token that a sequence tagger weighs; see `extract`. */
export class FeatureSource {
  readonly words: Words;
  readonly evidence: Uint32Array;
  readonly #doc: Document;
  /** By token, the known phrase it is in: 0, or 1 + 2 × kind, + 1 after its first word. */
  readonly #phrase: Uint8Array;
  /** By token, the run of capitalised words it is in: half-open; empty for others. */
  readonly #runStart: Uint32Array;
  readonly #runEnd: Uint32Array;
  /** 1 for a report of a match, where "England" is a team; 0 for another text. */
  readonly sport: number;

  constructor(doc: Document, lexicon: Lexicon) {
    this.#doc = doc;
    this.words = describeWords(doc, lexicon);
    this.evidence = gatherEvidence(doc, this.words);
    this.#phrase = markPhrases(doc, this.words, lexicon);
    this.#runStart = new Uint32Array(doc.tokens.length);
    this.#runEnd = new Uint32Array(doc.tokens.length);
    this.#findRuns();
    let sporting = 0;
    for (const token of doc.tokens) if (SPORT.has(token.surface)) sporting++;
    this.sport = sporting >= 4 && sporting * 120 > doc.tokens.length ? 1 : 0;
  }

  /** Does the token go on a known phrase that began before it? */
  inPhrase(i: number): boolean {
    return this.#phrase[i]! % 2 === 1;
  }

  /** The kind of the known phrase that these tokens are, exactly; null when they are none. */
  phraseOf(first: number, end: number): PhraseKind | null {
    const mark = this.#phrase[first]!;
    if (mark === 0 || mark % 2 === 1) return null;
    for (let i = first + 1; i < end; i++) if (this.#phrase[i] !== mark + 1) return null;
    if (end < this.#phrase.length && this.#phrase[end] === mark + 1) return null;
    return end - first > 1 ? PHRASE_KINDS[mark / 2 - 1]! : null;
  }

  #findRuns(): void {
    const { tokens, sentences } = this.#doc;
    const { caseOf } = this.words;
    for (const { firstToken, endToken } of sentences) {
      for (let i = firstToken; i < endToken; i++) {
        if (!isCapitalised(caseOf[i]!)) continue;
        let end = i + 1;
        while (end < endToken) {
          if (isCapitalised(caseOf[end]!)) end++;
          else if (
            tokens[end]!.surface === '.' &&
            tokens[end - 1]!.surface.length < 3 &&
            end + 1 < endToken &&
            isCapitalised(caseOf[end + 1]!)
          )
            end++;
          else if (tokens[end]!.surface === '&' && end + 1 < endToken && isCapitalised(caseOf[end + 1]!))
            end++;
          else break;
        }
        for (let k = i; k < end; k++) {
          this.#runStart[k] = i;
          this.#runEnd[k] = end;
        }
        i = end - 1;
      }
    }
  }

  /** Writes the slots of token `i`'s features to `out` and gives their number. */
  extract(i: number, out: Int32Array): number {
    const { words } = this;
    const { firstToken, endToken } = this.#doc.sentences[this.#doc.sentenceOf[i]!]!;
    const at = (k: number) => (k >= firstToken && k < endToken ? words.of[k]! : -1);
    const w = words.of[i]!;
    const before = at(i - 1);
    const after = at(i + 1);
    const before2 = at(i - 2);
    const after2 = at(i + 2);
    const lower = (k: number) => (k < 0 ? NONE : words.lower[k]!);
    const known = (k: number) => (k < 0 ? 1 << 20 : words.flags[k]! & FLAG_MASK);
    const sortAt = (k: number) => (k >= firstToken && k < endToken ? words.caseOf[k]! : 15);
    const sort = words.caseOf[i]!;
    const place = words.place[i]!;
    const flags = words.flags[w]!;
    const frequency = (flags >>> FREQUENCY_SHIFT) & 15;
    const self = lower(w);
    const evidence = this.evidence[words.lowerOf[w]!]!;
    const kinds = flags & FLAG_MASK;
    let n = 0;
    out[n++] = slot(1, sort * 8 + place);
    out[n++] = slot(2, self);
    out[n++] = slot(3, joinHashes(self, sort));
    out[n++] = slot(4, words.shape[w]!);
    out[n++] = slot(5, joinHashes(words.prefix[w]!, sort));
    out[n++] = slot(6, joinHashes(words.suffix[w]!, sort));
    out[n++] = slot(7, joinHashes(words.shortSuffix[w]!, sort));
    out[n++] = slot(8, kinds * 16 + sort);
    out[n++] = slot(
      9,
      (frequency >> 1) * 1024 + sort * 64 + place * 8 + ((flags & FLAG.capitalised) !== 0 ? 1 : 0),
    );
    for (let bit = 0, rest = kinds; rest !== 0; bit++, rest >>>= 1) {
      if (rest & 1) {
        out[n++] = slot(10, bit * 16 + sort);
        out[n++] = slot(46, bit * 8 + place);
      }
    }
    // around it
    out[n++] = slot(11, lower(before));
    out[n++] = slot(12, lower(after));
    out[n++] = slot(13, lower(before2));
    out[n++] = slot(14, lower(after2));
    out[n++] = slot(15, joinHashes(lower(before), sort));
    out[n++] = slot(16, joinHashes(lower(after), sort));
    out[n++] = slot(17, joinHashes(lower(before), self));
    out[n++] = slot(18, joinHashes(self, lower(after)));
    out[n++] = slot(19, joinHashes(lower(before2), lower(before)));
    out[n++] = slot(20, joinHashes(lower(after), lower(after2)));
    out[n++] = slot(21, sortAt(i - 1) * 256 + sort * 16 + sortAt(i + 1));
    out[n++] = slot(22, sortAt(i - 2) * 4096 + sortAt(i - 1) * 256 + sort * 16 + sortAt(i + 1));
    out[n++] = slot(23, joinHashes(known(before), kinds));
    out[n++] = slot(24, joinHashes(kinds, known(after)));
    out[n++] = slot(25, known(before) * 16 + sortAt(i - 1));
    out[n++] = slot(26, known(after) * 16 + sortAt(i + 1));
    out[n++] = slot(27, joinHashes(joinHashes(known(before), kinds), known(after)));
    out[n++] = slot(28, joinHashes(lower(before), kinds));
    out[n++] = slot(29, joinHashes(lower(after), kinds));
    // the run of capitalised words
    const runStart = this.#runStart[i]!;
    const runEnd = this.#runEnd[i]!;
    if (runEnd > 0) {
      const length = Math.min(5, runEnd - runStart);
      const from = Math.min(4, i - runStart);
      const position = length * 8 + from;
      const left = at(runStart - 1);
      const right = at(runEnd);
      const last = words.of[runEnd - 1]!;
      const first = words.of[runStart]!;
      out[n++] = slot(30, position);
      out[n++] = slot(31, joinHashes(lower(left), length === 1 ? 1 : 2));
      out[n++] = slot(32, joinHashes(lower(right), length === 1 ? 1 : 2));
      out[n++] = slot(33, joinHashes(lower(last), from === length - 1 ? 1 : 0));
      out[n++] = slot(34, joinHashes(words.flags[last]! & FLAG_MASK, position));
      out[n++] = slot(35, joinHashes(words.flags[first]! & FLAG_MASK, position));
      out[n++] = slot(36, joinHashes(lower(left), kinds));
      out[n++] = slot(37, joinHashes(lower(first), position));
      out[n++] = slot(
        38,
        joinHashes(joinHashes(words.flags[first]! & FLAG_MASK, words.flags[last]! & FLAG_MASK), position),
      );
      out[n++] = slot(39, joinHashes(known(right), kinds));
    }
    if (runEnd === 0 && n > 0) {
      // a connector: what sort of runs does it join?
      const left = i > firstToken ? this.#runStart[i - 1]! : 0;
      if (i > firstToken && this.#runEnd[i - 1]! > 0) {
        const next = i + 1 < endToken && this.#runEnd[i + 1]! > 0 ? i + 1 : i + 2;
        const right = next < endToken && this.#runEnd[next]! > 0 ? this.#runEnd[next]! - 1 : -1;
        const kindsAt = (k: number) => (k < 0 ? NONE : words.flags[words.of[k]!]! & FLAG_MASK);
        out[n++] = slot(47, joinHashes(self, kindsAt(left)));
        out[n++] = slot(48, joinHashes(self, kindsAt(i - 1)));
        out[n++] = slot(49, joinHashes(self, kindsAt(right)));
        out[n++] = slot(50, joinHashes(joinHashes(self, kindsAt(i - 1)), kindsAt(right)));
      }
    } else if (i > firstToken && this.#runEnd[i - 1] === 0) {
      // the run before a connector: "University of", "Alvin Yeung of"
      const past = runStart - 1 >= firstToken && words.caseOf[runStart - 1] === 0 ? runStart - 2 : -1;
      if (past >= firstToken && this.#runEnd[past]! > 0) {
        const head = words.flags[words.of[past]!]! & FLAG_MASK;
        const start = words.flags[words.of[this.#runStart[past]!]!]! & FLAG_MASK;
        out[n++] = slot(51, joinHashes(lower(at(runStart - 1)), head));
        out[n++] = slot(52, joinHashes(lower(at(runStart - 1)), start));
      }
    }
    // the known phrases, the whole document
    const phrase = this.#phrase[i]!;
    if (phrase) {
      out[n++] = slot(40, phrase);
      out[n++] = slot(41, phrase * 16 + sort);
    }
    if (i + 1 < endToken && this.#phrase[i + 1]) out[n++] = slot(42, this.#phrase[i + 1]!);
    if (this.sport && kinds & (PLACE_FLAGS | FLAG.demonym)) {
      out[n++] = slot(53, this.sport * 16 + sort);
      out[n++] = slot(54, joinHashes(this.sport, lower(before)));
      out[n++] = slot(55, joinHashes(this.sport, lower(after)));
    }
    if (isCapitalised(sort) || sort === 0) {
      out[n++] = slot(43, evidence * 16 + sort);
      for (let bit = 0, rest = evidence; rest !== 0; bit++, rest >>>= 1) {
        if (rest & 1) out[n++] = slot(44, bit * 128 + place * 16 + sort);
      }
      out[n++] = slot(45, joinHashes(evidence & 0x19f, kinds));
    }
    return n;
  }
}

/** The longest known phrases, left to right. */
function markPhrases({ tokens, sentenceOf }: Document, words: Words, lexicon: Lexicon): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  // by distinct word: what it begins
  const openers = words.hash.map((hash) => lexicon.phraseAt(joinHashes(0, hash)));
  for (let i = 0; i < tokens.length; i++) {
    let step = openers[words.of[i]!]!;
    if ((step & OPEN) === 0) continue;
    let hash = joinHashes(0, words.hash[words.of[i]!]!);
    let end = 0;
    let kind = 0;
    for (let k = i; step !== 0; ) {
      if (step & ~OPEN && k > i) {
        end = k + 1;
        kind = step & ~OPEN;
      }
      k++;
      if ((step & OPEN) === 0 || k >= tokens.length || sentenceOf[k] !== sentenceOf[i]) break;
      hash = joinHashes(hash, words.hash[words.of[k]!]!);
      step = lexicon.phraseAt(hash);
    }
    if (!end) continue;
    for (let k = i; k < end; k++) marks[k] = kind * 2 + (k > i ? 1 : 0);
    i = end - 1;
  }
  return marks;
}
