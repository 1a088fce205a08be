import type { Document } from '../document';
import type { NameMention } from '../names';
import { type Gender, genderOfTitle } from './gender';
import { isTitleWord } from './titles';

/** A name mention taken apart: what of it identifies its bearer. */
export interface NameForm {
  /** Folded words without titles, leading "the", suffixes and punctuation. */
  words: readonly string[];
  /** Words joined; mentions of equal key are of one form. */
  key: string;
  /** "jr", "sr", "ii" …, or null. */
  suffix: string | null;
  /** Told by a title inside or right before the name. */
  gender: Gender | null;
  /** Some form of address or office stands before the name ("Mr", "Minister"). */
  titled: boolean;
  /** Index in `words` of a surname written in capitals beside a given name that is not ("IWAYA Takeshi"), or -1. */
  capitals: number;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|mp)$/;
const MARKS = /\p{M}+/gu;

/** Lower case, without diacritics and full stops: how words of names are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower.normalize('NFKD').replace(MARKS, '').replace(/[.’']/g, '');
}

/** Takes a name mention apart. */
export function formOf(doc: Document, name: NameMention): NameForm {
  const surfaces: string[] = [];
  const words: string[] = [];
  let suffix: string | null = null;
  let gender: Gender | null = null;
  let titled = false;
  for (let i = name.firstToken; i < name.endToken; i++) {
    const token = doc.tokens[i]!;
    if (token.kind === 'punctuation') continue;
    const word = fold(token.surface);
    if (word === '' || word === 's') continue;
    if (words.length === 0) {
      if (word === 'the') continue;
      if (name.kind === 'person' && i + 1 < name.endToken && isTitleWord(word)) {
        titled = true;
        gender ??= genderOfTitle(word);
        continue;
      }
    } else if (SUFFIX.test(word) && i + 1 === name.endToken) {
      suffix = word;
      continue;
    }
    words.push(word);
    surfaces.push(token.surface);
  }
  if (words.length === 0) {
    words.push(fold(doc.text.slice(name.start, name.end)));
    surfaces.push('');
  }
  for (let i = name.firstToken - 1, steps = 0; i >= 0 && steps < 2; i--, steps++) {
    if (doc.tokens[i]!.surface === '.') continue;
    const word = fold(doc.tokens[i]!.surface);
    if (!isTitleWord(word)) break;
    titled = true;
    gender ??= genderOfTitle(word);
  }
  const upper = surfaces.map((s) => s.length > 2 && s === s.toUpperCase() && s !== s.toLowerCase());
  const capitals = upper.filter(Boolean).length === 1 && words.length > 1 ? upper.indexOf(true) : -1;
  return { words, key: words.join(' '), suffix, gender, titled, capitals };
}
