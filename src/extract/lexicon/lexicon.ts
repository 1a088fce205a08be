import { hashWord, joinHashes } from '../../text/hash';
import { tokenise } from '../../text/tokens';
import { FLAG, FREQUENCY_SHIFT, PLACE_FLAGS } from './flags';

/** Keys are the top 26 bits of a word's hash: about one unknown word in 500 is taken for a known one. */
export const KEY_SHIFT = 6;
const BITS = 18;

export type PhraseKind = 'place' | 'organisation' | 'other';
export const PHRASE_KINDS: readonly PhraseKind[] = ['place', 'organisation', 'other'];
/** In a phrase table's value: longer phrases go on from here. */
export const OPEN = 8;

/** Words and phrases that are known beforehand. Look-ups are by lower case unless they say otherwise. */
export class Lexicon {
  /** An open-addressing table: each key plus one (0 is a free place) with its flags beside it. */
  readonly #table = new Uint32Array(2 << BITS);
  readonly #phrases = new Map<number, number>();
  readonly #demonyms: ReadonlyMap<string, string>;

  /** `keys` sorted hashes (see KEY_SHIFT) with their `flags`; phrases by kind; demonym → country, as written. */
  constructor(
    keys: Uint32Array,
    flags: Uint32Array,
    phrases: Iterable<[string, PhraseKind]>,
    demonyms: Map<string, string>,
  ) {
    const mask = (1 << BITS) - 1;
    const table = this.#table;
    for (let i = 0; i < keys.length; i++) {
      let slot = Math.imul(keys[i]!, 0x9e3779b1) >>> (32 - BITS);
      while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
      table[2 * slot] = keys[i]! + 1;
      table[2 * slot + 1] = flags[i]!;
    }
    for (const [phrase, kind] of phrases) this.#addPhrase(phrase, kind);
    this.#demonyms = demonyms;
  }

  #addPhrase(phrase: string, kind: PhraseKind): void {
    const words = tokenise(phrase);
    let hash = 0;
    for (let i = 0; i < words.length; i++) {
      hash = joinHashes(hash, hashWord(words[i]!.surface));
      const before = this.#phrases.get(hash) ?? 0;
      this.#phrases.set(
        hash,
        i + 1 < words.length ? before | OPEN : before | (1 + PHRASE_KINDS.indexOf(kind)),
      );
    }
  }

  /** Flags (see FLAG) of the lower-case word with this `hashWord`; 0 when unknown. */
  flagsOf(hash: number): number {
    const key = (hash >>> KEY_SHIFT) + 1;
    const mask = (1 << BITS) - 1;
    for (let slot = Math.imul(key - 1, 0x9e3779b1) >>> (32 - BITS); ; slot = (slot + 1) & mask) {
      const found = this.#table[2 * slot]!;
      if (found === key) return this.#table[2 * slot + 1]!;
      if (found === 0) return 0;
    }
  }

  /**
   * What the words so far, whose hash (joinHashes, from 0) is given, are: the kind index + 1 of the phrase that they
   * make (0 for none), and OPEN where a longer one begins so; 0 when they begin none.
   */
  phraseAt(hash: number): number {
    return this.#phrases.get(hash) ?? 0;
  }

  /** Flags of a word in any case. */
  flags(word: string): number {
    return this.flagsOf(hashWord(word.toLowerCase()));
  }

  /** The longest known phrase of two or more words, as its kind; null when the phrase as a whole is unknown. Case counts. */
  phrase(phrase: string): PhraseKind | null {
    let hash = 0;
    for (const word of tokenise(phrase)) hash = joinHashes(hash, hashWord(word.surface));
    const kind = (this.#phrases.get(hash) ?? 0) & 7;
    return kind ? PHRASE_KINDS[kind - 1]! : null;
  }

  /** Is it a given name in some culture that the lists know? */
  isGivenName(word: string): boolean {
    return (this.flags(word) & (FLAG.male | FLAG.female)) !== 0;
  }

  /** Who bears the given name: 'either' when the lists have it for both, null when it is in none. */
  givenNameGender(word: string): 'male' | 'female' | 'either' | null {
    const flags = this.flags(word);
    const male = (flags & FLAG.male) !== 0;
    const female = (flags & FLAG.female) !== 0;
    if (male && female) return 'either';
    return male ? 'male' : female ? 'female' : null;
  }

  /** Is it a known surname, or any part of a person's name in the names list? */
  isSurname(word: string): boolean {
    return (this.flags(word) & (FLAG.surname | FLAG.personal)) !== 0;
  }

  /** Base-2 logarithm (0 … 15) of how often film subtitles use the word, in any case; 0 when they do not. */
  frequency(word: string): number {
    return (this.flags(word) >>> FREQUENCY_SHIFT) & 15;
  }

  /** Is it an everyday word of English that is mostly written in lower case ("glass", "trump" is not)? */
  isCommonWord(word: string): boolean {
    const flags = this.flags(word);
    return ((flags >>> FREQUENCY_SHIFT) & 15) >= 5 && (flags & FLAG.capitalised) === 0;
  }

  /** A known country, city, region …, one word or several. */
  isPlace(name: string): boolean {
    return (this.flags(name) & PLACE_FLAGS) !== 0 || this.phrase(name) === 'place';
  }

  /** A known country's usual name. */
  isCountry(name: string): boolean {
    return (this.flags(name) & FLAG.country) !== 0;
  }

  /** The country whose people or things the word names ("Japanese" → "Japan"); null when it is no demonym. Case counts. */
  countryOf(demonym: string): string | null {
    return this.#demonyms.get(demonym) ?? null;
  }

  /** "Japanese", "Parisian", "Kurdish" … */
  isDemonym(word: string): boolean {
    return this.#demonyms.has(word) || (this.flags(word) & FLAG.demonym) !== 0;
  }
}
