import type { Reading } from '../extract/types';
import type { Span } from '../text/span';

/**
 * The passage that holds a span: the prose sentences it touches, whole. Where none does (a headline, a dateline), the
 * line of the text it stands in. The passage always contains the span.
 */
export function passageAround(text: string, reading: Reading, span: Span): Span {
  const { sentences } = reading;
  let start = span.start;
  let end = span.end;
  for (let i = firstEndingAfter(sentences, span.start); i < sentences.length; i++) {
    const sentence = sentences[i]!;
    if (sentence.start >= span.end) break;
    start = Math.min(start, sentence.start);
    end = Math.max(end, sentence.end);
  }
  if (
    start === span.start &&
    end === span.end &&
    !sentences.some((s) => s.start === start && s.end === end)
  ) {
    return lineAround(text, span);
  }
  return { start, end };
}

/** Index of the first span that ends after `at`; spans in order. Binary search. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lineAround(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  const line = { start: Math.min(start, span.start), end: next < 0 ? text.length : next };
  return trimmed(text, line, span);
}

function trimmed(text: string, line: Span, keep: Span): Span {
  let { start, end } = line;
  while (start < keep.start && /\s/.test(text[start]!)) start++;
  while (end > keep.end && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
