import { isSpeechVerb } from '../text/abbreviations';
import { contains, type Span } from '../text/span';
import type { Coreference } from './coreference';
import { dayValue, parseDay } from './dates/calendar';
import { periodOf } from './dates/periods';
import { isPastVerb, isScheduling } from './dates/tense';
import type { Document } from './document';
import type { Quotation } from './quotations';
import type { DateMention, EventMention, Mention, Precision } from './types';

const RANK: Record<Precision, number> = { day: 0, week: 1, month: 2, year: 3 };
const SAYING =
  /^(?:said|told|added|warned|reiterated|stated|announced|noted|claimed|argued|insisted|stressed|explained|mentioned|suggested|acknowledged|conceded|denied|remarked|commented|declared|described|called|vowed|pledged|promised|urged|tweeted|wrote|read|reported)$/;
/** What a year or a month must stand behind to tell when something was done: "in 1998", not "the 1998 film". */
const WHEN = /\b(?:in|during|by|until|through|before|after|from|early|late|mid)[ -]$/i;

/**
 * Sentences of the prose that tell of something done by or to an entity on a known date, past things first, then the
 * scheduled ones; each in the order of the text. A sentence that only tells of a saying ("said on Friday") is none:
 * that is a quotation's. Of several clauses ("…, while …") each tells its own, with its own date and entities.
 */
export function findEvents(
  doc: Document,
  prose: ReadonlySet<number>,
  { entities, mentions }: Coreference,
  dates: readonly DateMention[],
  quotations: readonly Quotation[],
): EventMention[] {
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const named = mentions.filter(({ entity }) => entity !== null && kinds.get(entity) !== 'other');
  const today = parseDay(doc.article.published.date);
  const past: EventMention[] = [];
  const future: EventMention[] = [];
  let [atDate, atMention, atQuote] = [0, 0, 0];
  doc.sentences.forEach((sentence, i) => {
    atDate = skipTo(dates, atDate, sentence.start);
    atMention = skipTo(named, atMention, sentence.start);
    while (atQuote < quotations.length && endOf(quotations[atQuote]!) <= sentence.start) atQuote++;
    if (!prose.has(i) || !dates[atDate] || dates[atDate]!.start >= sentence.end) return;
    const inside = <T extends Span>(spans: readonly T[], from: number): T[] => {
      const found: T[] = [];
      for (let at = from; at < spans.length && spans[at]!.start < sentence.end; at++) found.push(spans[at]!);
      return found;
    };
    const told = quotesOver(quotations, atQuote, sentence);
    const seen = new Set<string>();
    for (const clause of clausesOf(doc, sentence)) {
      const event = eventOf(doc, sentence, clause, inside(dates, atDate), inside(named, atMention), told);
      if (!event || seen.has(event.date + event.precision)) continue;
      seen.add(event.date + event.precision);
      (today !== null && parseDay(event.date)! > today ? future : past).push(event);
    }
  });
  return [...past, ...future];
}

const skipTo = (spans: readonly Span[], from: number, start: number): number => {
  let at = from;
  while (at < spans.length && spans[at]!.end <= start) at++;
  return at;
};

const endOf = ({ content }: Quotation): number => content[content.length - 1]?.end ?? 0;

/** The quotations that have words in the sentence; they are in the order of the text, so few are looked at. */
function quotesOver(quotations: readonly Quotation[], from: number, sentence: Span): Quotation[] {
  const over: Quotation[] = [];
  for (let at = from; at < quotations.length && at < from + 12; at++) {
    const quotation = quotations[at]!;
    if ((quotation.content[0]?.start ?? 0) >= sentence.end) break;
    over.push(quotation);
  }
  return over;
}

interface TokenRange {
  firstToken: number;
  endToken: number;
}

/** A sentence cut at ", while", ", but", ", whereas" and semicolons. */
function clausesOf({ tokens }: Document, sentence: TokenRange): TokenRange[] {
  const clauses: TokenRange[] = [];
  let first = sentence.firstToken;
  for (let at = first + 1; at < sentence.endToken; at++) {
    const before = tokens[at - 1]!.surface;
    const cut = before === ';' || (before === ',' && /^(?:while|but|whereas)$/.test(tokens[at]!.surface));
    if (!cut) continue;
    clauses.push({ firstToken: first, endToken: at });
    first = at;
  }
  clauses.push({ firstToken: first, endToken: sentence.endToken });
  return clauses;
}

function eventOf(
  doc: Document,
  sentence: Span,
  clause: TokenRange,
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
): EventMention | null {
  const span = { start: doc.tokens[clause.firstToken]!.start, end: doc.tokens[clause.endToken - 1]!.end };
  const told = [...new Set(mentions.filter((m) => contains(span, m)).map(({ entity }) => entity!))];
  if (!told.length) return null;
  let best: { date: DateMention; first: number; precision: Precision } | null = null;
  for (const date of dates) {
    if (!contains(span, date)) continue;
    const period = periodOf(date.value);
    if (!period || !tellsWhen(doc.text, date, period.precision)) continue;
    if (best && RANK[best.precision] <= RANK[period.precision]) continue;
    if (!isDone(doc, clause, date, quotations)) continue;
    best = { date, first: period.first, precision: period.precision };
  }
  if (!best) return null;
  const edge = best.precision === 'day' && /\bend\b/i.test(doc.text.slice(best.date.start, best.date.end));
  const date = edge ? `${best.date.value.slice(0, 4)}-01-01` : dayValue(best.first);
  return {
    start: sentence.start,
    end: sentence.end,
    date,
    precision: edge ? 'year' : best.precision,
    entities: told,
  };
}

/** Whether a date is one on which something was done, and no part of a name ("the 2014 protests") or a beginning. */
function tellsWhen(text: string, date: DateMention, precision: Precision): boolean {
  const before = text.slice(Math.max(0, date.start - 12), date.start);
  if (/\bsince (?:the )?$/i.test(before)) return false;
  const bare = /^\d{4}$/.test(text.slice(date.start, date.end));
  return !(bare && (precision === 'year' || precision === 'month')) || WHEN.test(before);
}

/** Whether the clause has a verb of doing, on the same side of what is quoted as the date is. */
function isDone(
  { tokens }: Document,
  clause: TokenRange,
  date: DateMention,
  quotations: readonly Quotation[],
): boolean {
  const within = (quotation: Quotation, span: Span) => quotation.content.some((part) => contains(part, span));
  for (let at = clause.firstToken; at < clause.endToken; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word') continue;
    const { surface } = token;
    if (!isScheduling(surface) && (!isPastVerb(surface) || SAYING.test(surface) || isSpeechVerb(surface)))
      continue;
    const apart = quotations.some(
      (quotation) =>
        (quotation.cue && contains(quotation.cue, token)) ||
        within(quotation, token) !== within(quotation, date),
    );
    if (!apart) return true;
  }
  return false;
}
