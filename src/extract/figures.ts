import { startsUpper } from '../text/letters';
import type { Span } from '../text/span';
import type { Document } from './document';
import { type Amount, amountAt } from './figures/amounts';
import { countedNoun, MEASURES, measured, phraseFrom, type Range } from './figures/measured';
import type { DateMention, Figure } from './types';

const GLUED_BEFORE = /[\p{L}\d#@/:_.-]/u;
const GLUED_AFTER = /^(?:[:/@_]\S|[-‐‑]\p{L}|\p{L})/u;

/**
 * Amounts with their unit and what they measure: shares ("24 percent"), money ("$1.4 billion a year"), counts
 * ("54,000 personnel") and lengths of time ("90 days"). Dates, ordinals, scores, ages and numbers without a unit are
 * none; small numbers told in words ("two countries") are left out too. In the order of the text; linear.
 */
export function findFigures(
  doc: Document,
  dates: readonly DateMention[],
  prose: ReadonlySet<number>,
): Figure[] {
  const figures: Figure[] = [];
  let date = 0;
  doc.sentences.forEach((sentence, i) => {
    if (!prose.has(i)) return;
    let earlier: Range | null = null;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const { kind, start } = doc.tokens[at]!;
      if (kind === 'punctuation') continue;
      while (date < dates.length && dates[date]!.end <= start) date++;
      if (date < dates.length && dates[date]!.start <= start) continue;
      const found = figureAt(doc, at, sentence, earlier);
      if (!found) continue;
      figures.push(...found.figures);
      if (found.of) earlier = found.of;
      at = found.endToken - 1;
    }
  });
  return figures;
}

/** One figure, or the two of a range, with where reading goes on. */
interface Reading {
  figures: Figure[];
  endToken: number;
  of: Range | null;
}

function figureAt(doc: Document, at: number, sentence: Range, earlier: Range | null): Reading | null {
  const { tokens } = doc;
  const amount = amountAt(tokens, at, sentence.endToken);
  if (!amount || isPartOfWord(doc, at, amount.endToken - 1)) return null;
  const span = (range: Range): Span => ({
    start: tokens[range.firstToken]!.start,
    end: tokens[range.endToken - 1]!.end,
  });
  if (amount.unit) {
    const of = measured(tokens, { ...amount, unit: amount.unit }, sentence, earlier);
    const figure = { ...span(amount), value: amount.value, unit: amount.unit, of: of && span(of) };
    const second = amount.endToken === at + 1 ? moneyRange(doc, amount, sentence) : null;
    if (!second) return { figures: [figure], endToken: amount.endToken, of };
    const low = { ...figure, value: amount.value * scaleOf(second.value) };
    const high = { ...figure, ...span(second), value: second.value };
    return { figures: [low, high], endToken: second.endToken, of };
  }
  const scaled = amount.endToken > at + 1;
  if (amount.words && !scaled) return rangeAt(doc, at, sentence, earlier);
  const range = rangeAt(doc, at, sentence, earlier);
  if (range) return range;
  if (!scaled && isNumbered(doc, at, sentence)) return null;
  const from = tokens[amount.endToken]?.surface === 'of' && scaled ? amount.endToken + 1 : amount.endToken;
  const noun = countedNoun(tokens, from, sentence.endToken);
  if (!noun) return null;
  const unit = tokens[noun.head]!.surface;
  const whole = { firstToken: at, endToken: noun.endToken };
  const measure = MEASURES.test(unit);
  if (measure && /^(?:old|ago|earlier|later)$/.test(tokens[noun.endToken]?.surface ?? '')) return null;
  const of = measure
    ? measured(tokens, { ...whole, unit }, sentence, earlier)
    : phraseFrom(tokens, noun.firstToken, sentence.endToken, 1);
  return {
    figures: [{ ...span(whole), value: amount.value, unit, of: of && span(of) }],
    endToken: noun.endToken,
    of,
  };
}

/** The second amount of "$3-4 million", "$3 to 4 billion", whose scale the first has too; null where there is none. */
function moneyRange({ tokens }: Document, first: Amount, sentence: Range): Amount | null {
  if (!/^(?:-|–|to)$/.test(tokens[first.endToken]?.surface ?? '')) return null;
  const second = amountAt(tokens, first.endToken + 1, sentence.endToken);
  return second && !second.unit && second.value >= 1000 && first.value < 1000 ? second : null;
}

/** "5 to 10 percent", "$3-4 million": the first of the two, which has the unit of the second. */
function rangeAt(doc: Document, at: number, sentence: Range, earlier: Range | null): Reading | null {
  const { tokens } = doc;
  const dash = tokens[at + 1]?.surface ?? '';
  if (!/^(?:-|–|to|or|and)$/.test(dash)) return null;
  if (dash === 'and' && tokens[at - 1]?.surface !== 'between') return null;
  const second = amountAt(tokens, at + 2, sentence.endToken);
  const first = amountAt(tokens, at, at + 1);
  if (!second?.unit || !first || isPartOfWord(doc, at, at)) return null;
  const of = measured(tokens, { ...second, unit: second.unit }, sentence, earlier);
  const [start, end] = [tokens[first.firstToken]!.start, tokens[at]!.end];
  const scale = second.value >= 1000 && first.value < 1000 ? scaleOf(second.value) : 1;
  const ofSpan = of && { start: tokens[of.firstToken]!.start, end: tokens[of.endToken - 1]!.end };
  const figure = { start, end, value: first.value * scale, unit: second.unit, of: ofSpan };
  return { figures: [figure], endToken: at + 2, of };
}

/** The round thousand, million … that "3-4 million" shares between its two. */
const scaleOf = (value: number): number => 1000 ** Math.floor(Math.log10(value) / 3);

/** Whether the number is glued to letters, digits or a hyphen: "F-16", "20-year-old", "3:0", "1–0", "1/2". */
function isPartOfWord({ text, tokens }: Document, first: number, last: number): boolean {
  const before = text[tokens[first]!.start - 1] ?? ' ';
  const after = text.slice(tokens[last]!.end, tokens[last]!.end + 2);
  if (GLUED_BEFORE.test(before)) return true;
  return GLUED_AFTER.test(after);
}

const COUNTERS =
  /^(?:About|Some|Over|Nearly|Almost|Around|Roughly|Only|Just|Another|The|These|Those|All|In|Of|With|For|By|After|Than|An?|Up|Least|Most|And|But|Under|Between|From|At|As|Its|Their|His|Her|Our)$/;

/** Whether a bare number names and does not count: "Boeing 737 jets", "Article 9", "No. 10", or a score "1 – 0". */
function isNumbered({ tokens, text }: Document, at: number, sentence: Range): boolean {
  const before = at > sentence.firstToken ? tokens[at - 1]! : null;
  const after = tokens[at + 1];
  if (after && /^[-–—]$/.test(after.surface) && tokens[at + 2]?.kind === 'number') return true;
  if (!before) return false;
  if (/^[-–—]$/.test(before.surface) && tokens[at - 2]?.kind === 'number') return true;
  if (before.surface === '.' && /^(?:No|Nos|Art|Sec)$/.test(tokens[at - 2]?.surface ?? '')) return true;
  const opens = at - 1 === sentence.firstToken && COUNTERS.test(before.surface);
  const named = startsUpper(before.surface) && !opens && before.kind === 'word';
  return named && text.slice(before.end, tokens[at]!.start) === ' ';
}
