import { isAbbreviation, isSpeechVerb, mayEndSentence, opensSentence } from './abbreviations';
import type { Span } from './span';
import type { Token } from './tokens';

/** A sentence with its tokens, by index: `tokens.slice(firstToken, endToken)`. */
export interface Sentence extends Span {
  firstToken: number;
  endToken: number;
  /** Index of the block (line of the text, or paragraph of a hard-wrapped one) that it stands in. */
  block: number;
}

/** No sentence has more tokens, so that what is quadratic in a sentence stays linear in a text without full stops. */
const LONGEST = 1500;

const TERMINATOR = /^[.!?…。！？]+$/;
const CLOSING = /^["”’')\]»」』]$/;
const LOWER_START = /^\p{Ll}(?!\p{Lu})/u;
const UPPER_WORD = /^\p{Lu}\p{Ll}/u;
const LOWER_WORD = /^\p{Ll}{2,}$/u;

/**
 * Sentence boundaries by rule, after Grefenstette and Tapanainen (1994) and Mikheev (2002): a full stop, "!" or "?"
 * ends one where a new sentence may begin, closing marks included; abbreviations, initials, decimals and ellipses
 * inside a sentence do not. A line break ends one, but for a line of a hard-wrapped text that runs on.
 * In order, none overlapping; each token is in exactly one. Linear in the number of tokens.
 */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  const breaks = lineBreaks(text, tokens);
  let first = 0;
  let block = 0;
  const close = (end: number) => {
    if (end > first) {
      const [head, tail] = [tokens[first]!, tokens[end - 1]!];
      sentences.push({ start: head.start, end: tail.end, firstToken: first, endToken: end, block });
    }
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    if (!breaks[i] && endsHere(tokens, i, first)) {
      while (i + 1 < tokens.length && !breaks[i] && closes(tokens, i)) i++;
      close(i + 1);
    }
    if (breaks[i]) {
      close(i + 1);
      block++;
    } else if (i + 1 - first >= LONGEST) close(i + 1);
  }
  close(tokens.length);
  return sentences;
}

/** For each token, 1 if a block ends after it. */
function lineBreaks(text: string, tokens: readonly Token[]): Uint8Array {
  const ends = new Uint8Array(tokens.length);
  const single: number[] = [];
  let longest = 0;
  let lineStart = tokens[0]?.start ?? 0;
  let runsOn = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const next = tokens[i + 1]!;
    const count = next.start > tokens[i]!.end ? breaksBetween(text, tokens[i]!.end, next.start) : 0;
    if (!count) continue;
    ends[i] = 1;
    const length = tokens[i]!.end - lineStart;
    lineStart = next.start;
    if (count === 1 && length >= 40 && !/[.!?:;"”…。]$/.test(tokens[i]!.surface)) {
      single.push(i);
      longest = Math.max(longest, length);
      if (LOWER_START.test(next.surface)) runsOn++;
    }
  }
  if (tokens.length) ends[tokens.length - 1] = 1;
  // A text is hard-wrapped if its long lines mostly run on in lower case and are all of one width at most.
  const wrapped = runsOn >= 2 && runsOn * 2 >= single.length && longest <= 100;
  for (const i of single) if (wrapped || LOWER_START.test(tokens[i + 1]!.surface)) ends[i] = 0;
  return ends;
}

/** Line breaks in `text.slice(from, to)`; "\r\n" is one. */
function breaksBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x2028 || code === 0x2029) count++;
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) count++;
  }
  return count;
}

const touches = (tokens: readonly Token[], at: number) => tokens[at + 1]?.start === tokens[at]!.end;
const closes = (tokens: readonly Token[], at: number) =>
  touches(tokens, at) && (CLOSING.test(tokens[at + 1]!.surface) || TERMINATOR.test(tokens[at + 1]!.surface));

/** Whether the token at `at` is the mark that ends the sentence begun at `first`. */
function endsHere(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at]!;
  const last = token.surface.charCodeAt(token.surface.length - 1);
  // The quick way out: not one of . ! ? … 。 ！ ？
  if (!(last === 46 || last === 33 || last === 63 || last === 0x2026 || last === 0x3002 || last > 0xff00))
    return false;
  const bare = TERMINATOR.test(token.surface);
  if (!bare && last !== 46) return false;
  let next = at + 1;
  while (next < tokens.length && closes(tokens, next - 1)) next++;
  const after = tokens[next];
  if (!after) return true;
  const before = bare ? tokens[at - 1] : token;
  const spaced = after.start > tokens[next - 1]!.end;
  if (LOWER_START.test(after.surface)) return false;
  if (last > 0x3000) return true;
  if (!spaced) {
    // "ended.The next" of a careless page, but neither "3.5" nor "example.org".
    const joined = next === at + 1 && bare && LOWER_WORD.test(before?.surface ?? '');
    if (!(next > at + 1 && next - at <= 3) && !(joined && UPPER_WORD.test(after.surface))) return false;
  }
  if (last !== 46) return !(next > at + 1 && isSaid(tokens, next));
  if (!before) return true;
  if (bare && TERMINATOR.test(before.surface)) return !/^[[(]$/.test(ellipsisOpener(tokens, at));
  if (bare && before.end !== token.start) return true;
  if (bare && before.kind === 'number' && at - 1 === first) return false;
  const word = bare ? before.surface : before.surface.slice(0, -1);
  if (next > at + 1 && /^[)\]]$/.test(tokens[next - 1]!.surface))
    // "Jeff Merkley (D-Ore.) and" against "(The vote was on Monday.) The"
    return /^[([]$/.test(tokens[first]!.surface) || opensSentence(after.surface);
  if (next > at + 1 && CLOSING.test(tokens[next - 1]!.surface)) return true;
  if (!isAbbreviation(word)) return true;
  return mayEndSentence(word) && opensSentence(after.surface);
}

/** What stands before a run of full stops: "[...]" and "(...)" leave something out and end nothing. */
function ellipsisOpener(tokens: readonly Token[], at: number): string {
  let before = at;
  while (before >= 0 && at - before < 8 && TERMINATOR.test(tokens[before]!.surface)) before--;
  return tokens[before]?.surface ?? '';
}

/** Whether a speaker and a verb of saying follow: `"Why now?" Glass asked.` is one sentence. */
function isSaid(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 4; i++) {
    const { surface } = tokens[i]!;
    if (isSpeechVerb(surface)) return i > from;
    if (!UPPER_WORD.test(surface) && surface !== '.') return false;
  }
  return false;
}
