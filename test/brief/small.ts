import { indexPassages } from '../../src/corpus/passages';
import { type Corpus, type CorpusEntity, SCHEMA_VERSION } from '../../src/corpus/types';
import type { Article, Day, EventMention, Form, Kind, Quote, Reading, Role } from '../../src/extract/types';
import type { Span } from '../../src/text/span';

/** Builds a Reading over a text by the surfaces in it, for tests that need no reader. */
export class Written {
  readonly reading: Reading;
  private readonly article: Article;

  constructor(id: string, lines: readonly string[], date: Day | null, more: Partial<Article> = {}) {
    const text = lines.join('\n');
    const published = { date, basis: date ? ('stated' as const) : ('none' as const) };
    this.article = { id, text, published, origin: 'bundled', ...more };
    let at = 0;
    const sentences = lines.map((line) => {
      const start = at;
      at += line.length + 1;
      return { start, end: start + line.length };
    });
    this.reading = {
      id,
      published,
      sentences,
      entities: [],
      mentions: [],
      roles: [],
      quotes: [],
      dates: [],
      events: [],
      figures: [],
      summary: [],
    };
  }

  get leaf(): Article {
    return this.article;
  }

  /** The span of a surface, the `nth` time it stands in the text (from 0). */
  at(surface: string, nth = 0): Span {
    let start = -1;
    for (let i = 0; i <= nth; i++) start = this.article.text.indexOf(surface, start + 1);
    if (start < 0) throw new Error(`"${surface}" is not in ${this.article.id}`);
    return { start, end: start + surface.length };
  }

  name(entity: string, kind: Kind, surface: string, nth = 0, form: Form = 'name'): this {
    this.reading.mentions.push({ ...this.at(surface, nth), surface, form, kind, entity });
    this.reading.mentions.sort((a, b) => a.start - b.start);
    return this;
  }

  role(entity: string, text: string, asOf: Day | null = this.article.published.date, nth = 0): this {
    this.reading.roles.push({ entity, text, asOf, ...this.at(text, nth) } satisfies Role);
    return this;
  }

  /** A quotation in the sentence of this index; the speaker's words are sought outside the content. */
  quote(
    sentence: number,
    entity: string,
    kind: Quote['kind'],
    content: string,
    cue: string,
    speaker: string,
  ): this {
    const { start, end } = this.reading.sentences[sentence]!;
    const within = (surface: string): Span => {
      const at = this.article.text.slice(start, end).indexOf(surface);
      if (at < 0) throw new Error(`"${surface}" is not in sentence ${sentence}`);
      return { start: start + at, end: start + at + surface.length };
    };
    this.reading.quotes.push({
      kind,
      content: [within(content)],
      cue: within(cue),
      speaker: within(speaker),
      entity,
    });
    return this;
  }

  date(surface: string, value: string, nth = 0): this {
    this.reading.dates.push({ ...this.at(surface, nth), value });
    return this;
  }

  event(sentence: number, date: Day, ...entities: string[]): this {
    const span = this.reading.sentences[sentence]!;
    this.reading.events.push({ ...span, date, precision: 'day', entities } satisfies EventMention);
    return this;
  }

  summary(...sentences: number[]): this {
    this.reading.summary = sentences.map((i) => this.reading.sentences[i]!);
    return this;
  }
}

export const entity = (
  id: string,
  kind: Kind,
  name: string,
  aliases: string[] = [],
  more: Partial<CorpusEntity> = {},
): CorpusEntity => ({ id, kind, name, aliases, salience: 0.5, ...more });

/** A corpus of articles written for a test. */
export const corpusOf = (entities: CorpusEntity[], written: readonly Written[]): Corpus =>
  corpusFrom(
    entities,
    written.map(({ leaf }) => leaf),
    written.map(({ reading }) => reading),
  );

/** A corpus of articles and what is said to be read in them. */
export function corpusFrom(entities: CorpusEntity[], articles: Article[], readings: Reading[]): Corpus {
  const days = articles.flatMap(({ published }) => published.date ?? []).sort();
  return {
    schemaVersion: SCHEMA_VERSION,
    articles,
    entities,
    readings,
    index: indexPassages(articles, readings, entities),
    gazetteer: '',
    covers: { from: days[0] ?? null, to: days.at(-1) ?? null },
  };
}
