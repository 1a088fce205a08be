import type { Span } from './span';
import type { Token } from './tokens';

/** A sentence with its tokens, by index: `tokens.slice(firstToken, endToken)`. */
export interface Sentence extends Span {
  firstToken: number;
  endToken: number;
  /** Index of the block (line of the text) that it stands in. */
  block: number;
}

const ABBREVIATION =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Inc|Corp|Ltd|Co|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|\p{Lu})$/u;
const CLOSING = /^["”’')\]»」』]$/;

/** Sentence boundaries by rule: a line break always ends one; a full stop, "!" or "?" does where a new sentence may begin. */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let block = 0;
  const close = (end: number) => {
    if (end > first) {
      sentences.push({
        start: tokens[first]!.start,
        end: tokens[end - 1]!.end,
        firstToken: first,
        endToken: end,
        block,
      });
    }
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const gap = next ? text.slice(token.end, next.start) : '\n';
    if (/[\n\r\u2028\u2029]/.test(gap)) {
      close(i + 1);
      block++;
    } else if (/^[.!?。！？]$/.test(token.surface) && endsSentence(tokens, i)) {
      while (tokens[i + 1] && CLOSING.test(tokens[i + 1]!.surface) && tokens[i + 1]!.start === tokens[i]!.end)
        i++;
      close(i + 1);
      if (tokens[i + 1] && /[\n\r\u2028\u2029]/.test(text.slice(tokens[i]!.end, tokens[i + 1]!.start)))
        block++;
    }
  }
  close(tokens.length);
  return sentences;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (tokens[at]!.surface !== '.' || !before || !after) return true;
  if (before.end === tokens[at]!.start && ABBREVIATION.test(before.surface)) return false;
  return !/^\p{Ll}/u.test(after.surface) && after.start > tokens[at]!.end
    ? true
    : CLOSING.test(after.surface);
}
