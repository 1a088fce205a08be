import type { Day, Quote } from '../extract/types';
import { contains, type Span } from '../text/span';
import { gistOf, lineOf } from './lines';
import { firstEndingAfter, passageAround } from './passages';
import type { QuoteLine } from './types';
import { byDay, type CorpusView, type Leaf } from './view';

/** A quotation with the article that has it and the passage that shows it. */
export interface ToldQuote {
  leaf: Leaf;
  quote: Quote;
  /** Whole sentences that hold content, cue and, where it is near, the speaker. */
  passage: Span;
  /** What is shown: a direct quotation between its marks, any other as its passage. */
  shown: Span;
  date: Day | null;
}

const OPENING = /["“”„‟«»‘’'「『]/;
const CLOSING = /["“”‟«»‘’'」』]/;
const FULL_DAY = /^\d{4}-\d\d-\d\d/;
/** Beyond this many UTF-16 units from the content a speaker's words are not drawn into the passage. */
const NEAR = 400;

/** What an entity said, the newest first, each told once. */
export function quotesOf(entity: string, leaves: readonly Leaf[]): ToldQuote[] {
  const told = leaves.flatMap((leaf) =>
    leaf.reading.quotes
      .filter((quote) => quote.entity === entity && quote.content.length > 0)
      .map((quote) => tell(leaf, quote)),
  );
  const seen = new Set<string>();
  return told
    .sort((a, b) => byDay(b.date ?? '', a.date ?? ''))
    .filter(({ leaf, shown }) => {
      const key = gistOf(leaf.article.text.slice(shown.start, shown.end));
      return !seen.has(key) && seen.add(key);
    });
}

/** The quotation as a line. */
export function quoteLine(view: CorpusView, { leaf, quote, passage, shown, date }: ToldQuote): QuoteLine {
  return { ...lineOf(view, leaf, shown, passage), kind: quote.kind, date };
}

/** The quotation with its passage and day. */
export function tell(leaf: Leaf, quote: Quote): ToldQuote {
  const { text } = leaf.article;
  const content = hull(quote.content);
  const marked = quote.kind === 'indirect' ? content : withMarks(text, content);
  const near = [quote.cue, quote.speaker].filter(
    (span): span is Span => span !== null && span.end > marked.start - NEAR && span.start < marked.end + NEAR,
  );
  const passage = passageAround(text, leaf.reading, hull([marked, ...near]));
  const shown = quote.kind === 'direct' ? marked : passage;
  return { leaf, quote, passage, shown, date: dayOfSaying(leaf, quote, passage) };
}

/** The day that the passage gives for the saying itself ("warned Thursday"), else the article's day. */
function dayOfSaying({ article, reading }: Leaf, quote: Quote, passage: Span): Day | null {
  const published = article.published.date;
  const { dates } = reading;
  const anchor = (quote.cue ?? quote.content[0])!;
  let best: { day: Day; distance: number } | null = null;
  for (let i = firstEndingAfter(dates, passage.start); i < dates.length; i++) {
    const date = dates[i]!;
    if (date.start >= passage.end) break;
    const day = date.value.match(FULL_DAY)?.[0];
    if (!day || quote.content.some((span) => contains(span, date))) continue;
    if (published !== null && day > published) continue;
    const distance = Math.max(0, date.start - anchor.end, anchor.start - date.end);
    if (distance <= 40 && (best === null || distance < best.distance)) best = { day, distance };
  }
  return best?.day ?? published;
}

function hull(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

/** The content with the quotation marks on either side of it, where the article has them. */
function withMarks(text: string, { start, end }: Span): Span {
  const opened = start > 0 && OPENING.test(text[start - 1]!) ? start - 1 : start;
  const closed = end < text.length && CLOSING.test(text[end]!) ? end + 1 : end;
  return { start: opened, end: closed };
}
