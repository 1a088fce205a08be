import type { Span } from '../../text/span';
import type { Attribution } from './attributions';
import type { Frame } from './frames';
import type { Quoted } from './marks';
import type { Quotation } from './quotation';
import { ASK, QUOTES, SAY, TELL, VERDICT } from './verbs';

const DOTTED = /\.\p{Lu}$/u;
const LETTER_OR_DIGIT = /[\p{L}\d]/u;
const WORDS = /[\p{L}\d][\p{L}\d'’-]*/gu;
const OPENS_HIGH = /^[\p{Lu}\d]/u;

/**
 * The quotations of a frame's attributions. A quotation in marks belongs to the nearest cue around it; a wider
 * clause that holds it is indirect speech of its own.
 */
export function draftsOf(
  text: string,
  frame: Frame,
  attributions: readonly Attribution[],
  quotes: readonly Quoted[],
  owned: Set<number>,
): Quotation[] {
  const drafts: Quotation[] = [];
  const size = ({ regions }: Attribution) => regions.reduce((n, [from, to]) => n + to - from, 0);
  const rank = (a: Attribution) => (isSpeech(a) ? 0 : 1e6) + size(a);
  const strong = attributions.filter(isSpeech);
  for (const attribution of [...attributions].sort((a, b) => rank(a) - rank(b))) {
    const inside: number[] = [];
    let words = 0;
    const spans: Span[] = [];
    let foreign = false;
    for (const [from, to] of attribution.regions) {
      const span = trimmed(text, frame, from, to);
      if (span) spans.push(span);
      for (let i = from; i < to; i++) {
        const item = frame.items[i]!;
        if (item.quote >= 0) {
          if (owned.has(item.quote)) foreign = true;
          else if (!isAside(text, frame, i, attribution, quotes)) inside.push(item.quote);
        } else if (item.word) words++;
      }
    }
    if (!spans.length) continue;
    if (!inside.length && (attribution.purpose || !(attribution.takes & ~QUOTES))) continue;
    if (
      !isSpeech(attribution) &&
      (strong.some((other) => holds(other, attribution)) || !inside.length) &&
      attribution.sort !== 'that'
    )
      continue;
    if (!inside.length && strong.some((other) => isForward(other) && holds(other, attribution))) continue;
    const shared = { cue: attribution.cue, speaker: attribution.speaker };
    if (inside.length && !foreign) {
      for (const quote of inside) owned.add(quote);
      const content =
        words && isClause(attribution)
          ? withoutMarks(text, spans, inside, quotes)
          : inside.map((quote) => quotes[quote]!.content);
      drafts.push({ ...shared, kind: words ? 'mixed' : 'direct', content });
    } else {
      drafts.push({ ...shared, kind: 'indirect', content: spans });
    }
  }
  return drafts;
}

/** The span of items [from, to) without marks at its ends. */
function trimmed(text: string, frame: Frame, from: number, to: number): Span | null {
  const { items } = frame;
  while (
    to > from &&
    !items[to - 1]!.word &&
    items[to - 1]!.quote < 0 &&
    !/^[)\]%$…]$/.test(items[to - 1]!.surface)
  )
    to--;
  while (
    from < to &&
    !items[from]!.word &&
    items[from]!.quote < 0 &&
    !/^[([$£€#@]$/.test(items[from]!.surface)
  )
    from++;
  if (from >= to) return null;
  const span = { start: items[from]!.start, end: items[to - 1]!.end };
  // the abbreviation's own full stop stays: "in the U.S."
  if (text[span.end] === '.' && DOTTED.test(text.slice(span.end - 2, span.end))) span.end++;
  return span;
}

/** Whether the cue says that something was said, rather than thought, wanted or praised. */
const isSpeech = ({ takes, sort, purpose }: Attribution) =>
  !purpose && (takes & (SAY | TELL | QUOTES | ASK)) !== 0 && (sort !== 'thing' || (takes & VERDICT) !== 0);

const isForward = ({ sort, lemma }: Attribution) =>
  sort !== 'before' && sort !== 'around' && lemma !== 'according to';

const holds = (outer: Attribution, inner: Attribution) =>
  outer !== inner && outer.regions.some(([from, to]) => from <= inner.at && inner.at < to);

const isClause = ({ sort }: Attribution) => /^(?:that|bare|question|infinitive|before|around)$/.test(sort);

/** The spans cut at the marks of the quotations in them, so that the text between is whole and no mark is left. */
function withoutMarks(
  text: string,
  spans: readonly Span[],
  inside: readonly number[],
  quotes: readonly Quoted[],
): Span[] {
  const pieces: Span[] = [];
  for (const span of spans) {
    let start = span.start;
    for (const index of inside) {
      const quote = quotes[index]!;
      if (quote.start < span.start || quote.end > span.end) continue;
      pieces.push({ start, end: quote.start }, quote.content);
      start = quote.end;
    }
    pieces.push({ start, end: span.end });
  }
  return pieces
    .map((piece) => withoutSpace(text, piece))
    .filter(({ start, end }) => LETTER_OR_DIGIT.test(text.slice(start, end)));
}

function withoutSpace(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Behind a verb that takes a thing, marks further away or around a name hold no one's words; nor does what is "so-called". */
function isAside(
  text: string,
  { items }: Frame,
  at: number,
  { sort, at: cue, takes }: Attribution,
  quotes: readonly Quoted[],
): boolean {
  if (items[at - 1]?.lower === 'so-called') return true;
  if (sort !== 'thing' || takes & VERDICT || items[at - 1]?.lower === 'as') return false;
  return at - cue > 14 || isTitle(text, quotes[items[at]!.quote]!);
}

/** Two words or more, all but the smallest capitalised: a name or a work's title. */
export function isTitle(text: string, { content }: Quoted): boolean {
  if (content.end - content.start > 80) return false;
  const words = text.slice(content.start, content.end).match(WORDS) ?? [];
  return words.length > 1 && words.every((word) => OPENS_HIGH.test(word) || word.length < 4);
}
