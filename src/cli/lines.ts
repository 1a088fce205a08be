import { textOf } from '../brief/lines';
import type { EventLine, Line, QuoteLine, RoleLine, Source } from '../brief/types';
import type { Corpus } from '../corpus/types';

/** Prints lines of the brief's room as text, each with its article and passage. */
export class LinePrinter {
  private readonly texts: Map<string, string>;

  constructor(corpus: Corpus) {
    this.texts = new Map(corpus.articles.map(({ id, text }) => [id, text]));
  }

  /** A line and where it comes from; the passage is told where the line is not the whole of it. */
  line(line: Line, label = ''): string[] {
    const text = oneLine(textOf(line));
    const { articleId, span } = line.provenance;
    const passage = oneLine((this.texts.get(articleId) ?? '').slice(span.start, span.end));
    const source = [
      line.publisher ?? 'outlet not known',
      dateOf(line.published),
      `${articleId} ${span.start}–${span.end}`,
    ];
    return [
      `  ${label}${text}`,
      `      [${source.join(' · ')}]`,
      ...(passage === text ? [] : [`      “${passage}”`]),
    ];
  }

  role = (line: RoleLine): string[] => this.line(line, `as of ${line.asOf ?? 'an unknown day'}: `);
  event = (line: EventLine): string[] =>
    this.line(line, `${line.date}${line.precision === 'day' ? '' : ` (${line.precision})`}: `);
  quote = (line: QuoteLine): string[] => this.line(line, `${line.date ?? 'day not known'}, ${line.kind}: `);
}

/** A heading with what stands under it; nothing where there is none. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', heading, ...lines] : [];

const dateOf = ({ date, basis }: Line['published']): string =>
  date === null ? 'date not known' : basis === 'editor' ? `${date} (an editor's knowledge)` : date;

/** A source as a line. */
export const sourceLine = (s: Source): string =>
  `  ${s.title} · ${s.publisher ?? 'outlet not known'}${s.agency ? ` / ${s.agency}` : ''} · ${dateOf(s.published)} · ${s.articleId}`;

/** The days a corpus covers, as a line. */
export const coversLine = ({ from, to }: Corpus['covers']): string =>
  from === null ? 'The corpus tells no days.' : `The corpus covers ${from}${from === to ? '' : ` to ${to}`}.`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
