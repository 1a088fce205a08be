import type { Span } from './span';

/** A word, number or single mark of punctuation. `text.slice(start, end) === surface`. */
export interface Token extends Span {
  surface: string;
  kind: 'word' | 'number' | 'punctuation';
}

// One alternation, tried in order: numbers with separators ("54,000", "1.4"), dotted acronyms ("U.S."), words
// with inner hyphens and apostrophes ("Al-Sisi", "O'Brien"; a possessive 's is a token of its own), and any
// other visible code point.
const TOKEN =
  /\d+(?:[.,]\d+)*|(?:\p{Lu}\.){2,}|['’]s(?!\p{L})|[\p{L}\p{M}\d]+(?:(?:[-‐‑]|['’](?!s(?!\p{L})))[\p{L}\p{M}\d]+)*|[^\s\p{Cc}]/gu;

/** All tokens of a text in order, none overlapping; what lies between them is white space or control characters. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const surface = match[0];
    const first = surface.charCodeAt(0);
    const digit = first >= 48 && first <= 57;
    const kind = digit ? 'number' : /^[\p{L}\p{M}'’]\p{L}|^\p{L}/u.test(surface) ? 'word' : 'punctuation';
    tokens.push({ start: match.index, end: match.index + surface.length, surface, kind });
  }
  return tokens;
}
