import type { Span } from '../../text/span';

const SHORT_YEAR = /^\d\ds?(?![\d\p{L}])/u;
const LOWER_NEXT = /^\s\p{Ll}/u;

/** A stretch of text in quotation marks. `start`–`end` holds the marks, `content` does not. */
export interface Quoted extends Span {
  content: Span;
  /** False where the closing mark is missing and the quotation was taken to run to its paragraph's end. */
  closed: boolean;
  /** How many other quotations it stands in. */
  depth: number;
}

type Family = 'double' | 'single' | 'corner' | 'hollow';
interface Mark extends Span {
  family: Family;
  side: 'open' | 'close' | 'either';
}

const MARK = /''|``|["“”„‟«»「」『』‹›‘’‚‛'`＂]/g;
const FAMILY: Record<string, Family> = {
  '「': 'corner',
  '」': 'corner',
  '『': 'hollow',
  '』': 'hollow',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  "'": 'single',
  '`': 'single',
  '‹': 'single',
  '›': 'single',
};
const OPENS = new Set(['“', '„', '‟', '「', '『', '‘', '‚', '‛', '``', '`']);
const CLOSES = new Set(['」', '』', "''"]);
const LETTER = /[\p{L}\p{M}\d]/u;
const BEFORE_OPENING = /[\s([{<\-–—―/:;,“”"‘„«「『]/;
const AFTER_CLOSING = /[\s)\]}>\-–—―/:;,.!?…”"’»」』]/;
/** What an apostrophe at a word's start leaves out: "'90s", "'em", "'tis", "'til". */
const ELISION = /^(?:\d0s|em|tis|twas|til|till|cause|bout|n|round|neath|cuz)(?![\p{L}\d])/iu;
/** A single mark further away than this from its partner is an apostrophe. */
const LONGEST_SINGLE = 3000;

/**
 * Every quotation of a text, outer before inner, in the order of their opening marks. Any opening mark of a family
 * may be closed by any closing mark of it (“Scrubs,''). One that lacks its closing mark ends with its paragraph;
 * `paragraphs` are in order and do not overlap. Linear in the text.
 */
export function pairQuotationMarks(text: string, paragraphs: readonly Span[]): Quoted[] {
  const found: Quoted[] = [];
  const matches = [...text.matchAll(MARK)];
  let next = 0;
  paragraphs.forEach(({ start, end }, index) => {
    while (next < matches.length && matches[next]!.index < start) next++;
    const marks: Mark[] = [];
    for (; next < matches.length && matches[next]!.index < end; next++) {
      const surface = matches[next]![0];
      const at = { start: matches[next]!.index, end: matches[next]!.index + surface.length };
      const mark = { ...at, family: FAMILY[surface] ?? 'double' };
      const side = sideOf(text, surface, mark, start, end);
      if (side) marks.push({ ...mark, side });
    }
    const after = paragraphs[index + 1];
    // a quotation goes on in the next paragraph only if that opens with a mark
    const last = !after || !/[“"„«「‘'`]/.test(text[after.start]!);
    if (marks.length) pairMarks(text, marks, { start, end }, found, last);
  });
  return found;
}

function pairMarks(
  text: string,
  marks: readonly Mark[],
  { start, end }: Span,
  found: Quoted[],
  last: boolean,
): void {
  const first = found.length;
  const open: { mark: Mark; at: number }[] = [];
  const isOpen = (family: Family) => open.some(({ mark }) => mark.family === family);
  const finish = ({ mark, at }: { mark: Mark; at: number }, close: Mark | null) => {
    const contentEnd = trimmedEnd(
      text,
      mark.end,
      close ? close.start : (speechTagEnd(text, mark.end, end, last) ?? end),
    );
    const quoted = found[at]!;
    quoted.content = { start: trimmedStart(text, mark.end, contentEnd), end: contentEnd };
    quoted.end = close ? close.end : contentEnd;
    quoted.closed = close !== null;
  };
  const dropped = new Set<number>();
  for (const mark of marks) {
    const side = mark.side === 'either' ? (isOpen(mark.family) ? 'close' : 'open') : mark.side;
    if (side === 'open') {
      if (open.length > 6) continue;
      // the same mark twice without a close between them: the straight one was closed by no mark at all
      found.push({
        start: mark.start,
        end: mark.end,
        content: { start: mark.end, end: mark.end },
        closed: false,
        depth: open.length,
      });
      open.push({ mark, at: found.length - 1 });
      continue;
    }
    const partner = open.findLastIndex((o) => o.mark.family === mark.family);
    if (partner < 0) continue;
    if (mark.family === 'single' && mark.start - open[partner]!.mark.end > LONGEST_SINGLE) continue;
    for (const left of open.splice(partner + 1)) dropped.add(left.at);
    finish(open.pop()!, mark);
  }
  for (const left of open) {
    const before = text.slice(start, left.mark.start).trim();
    // an unclosed single mark is an apostrophe, unless it begins one paragraph of several
    if (left.mark.family === 'single' && before !== '' && (last || !/[:,]$/.test(before)))
      dropped.add(left.at);
    else finish(left, null);
  }
  let kept = first;
  for (let i = first; i < found.length; i++) {
    const quoted = found[i]!;
    if (dropped.has(i) || quoted.content.end <= quoted.content.start) continue;
    found[kept++] = quoted;
  }
  found.length = kept;
  nest(found, first);
}

/** Depths again, once the ones that were none are gone. */
function nest(found: Quoted[], first: number): void {
  const around: number[] = [];
  for (let i = first; i < found.length; i++) {
    while (around.length && around.at(-1)! <= found[i]!.start) around.pop();
    found[i]!.depth = around.length;
    around.push(found[i]!.end);
  }
}

function sideOf(
  text: string,
  surface: string,
  mark: Span & { family: Family },
  start: number,
  end: number,
): Mark['side'] | null {
  const before = mark.start > start ? text[mark.start - 1]! : ' ';
  const after = mark.end < end ? text[mark.end]! : ' ';
  if (mark.family === 'single' && surface !== '‹' && surface !== '›') {
    return singleSide(text, surface, mark, before, after);
  }
  // French spaces stand inside the marks; »German« ones point inwards
  if (surface === '«' || surface === '‹')
    return !/\s/.test(before) && AFTER_CLOSING.test(after) ? 'close' : 'open';
  if (surface === '»' || surface === '›')
    return LETTER.test(after) && BEFORE_OPENING.test(before) ? 'open' : 'close';
  if (OPENS.has(surface)) {
    return surface === '“' && /[\s.,]/.test(after) && LETTER.test(before) ? 'close' : 'open';
  }
  if (CLOSES.has(surface) && !(surface === "''" && BEFORE_OPENING.test(before) && LETTER.test(after))) {
    return 'close';
  }
  // a figure's inches or seconds of arc: 6'2"
  if (
    surface === '"' &&
    /\d/.test(before) &&
    /['’]\d+$/.test(text.slice(Math.max(start, mark.start - 5), mark.start))
  )
    return null;
  const mayOpen = BEFORE_OPENING.test(before) && !/\s/.test(after);
  const mayClose = AFTER_CLOSING.test(after) && !/\s/.test(before);
  if (mayOpen && !mayClose) return 'open';
  if (mayClose && !mayOpen) return 'close';
  if (surface === '”') return 'close';
  return 'either';
}

/** The side of ‘ ’ ' `, or null where it is an apostrophe. */
function singleSide(
  text: string,
  surface: string,
  mark: Span,
  before: string,
  after: string,
): Mark['side'] | null {
  if (LETTER.test(before) && LETTER.test(after)) return null;
  const opening = BEFORE_OPENING.test(before) && /[^\s]/.test(after);
  if (opening && LETTER.test(after)) {
    const rest = text.slice(mark.end, mark.end + 8);
    if (ELISION.test(rest) || SHORT_YEAR.test(rest)) return null;
    return 'open';
  }
  if (surface === '‘') return 'open';
  if (opening && /["“.([$£€…]/.test(after) && !AFTER_CLOSING.test(after)) return 'open';
  if (opening && BEFORE_OPENING.test(before) && /["“]/.test(after) && /[\s]/.test(before)) return 'open';
  if (/\s/.test(before)) return null;
  if (!AFTER_CLOSING.test(after)) return null;
  // "the workers' rights": a possessive plural where a lower-case word follows at once
  if (/[sz]/i.test(before) && LOWER_NEXT.test(text.slice(mark.end, mark.end + 2))) return null;
  return 'close';
}

/** What shows that a quotation without closing mark ended before: “The pier is old, Lee said on Monday. */
const SPEECH_TAG = /[,.!?…](?= (?:\p{L}[^\s,.]* ){1,4}(?:said|says|told|added|asked|wrote|tweeted)\b)/u;

function speechTagEnd(text: string, start: number, end: number, last: boolean): number | null {
  if (!last || end - start > 2000) return null;
  const tag = SPEECH_TAG.exec(text.slice(start, end));
  return tag ? start + tag.index + 1 : null;
}

function trimmedStart(text: string, start: number, end: number): number {
  while (start < end && /\s/.test(text[start]!)) start++;
  return start;
}

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
