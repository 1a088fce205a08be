import type { Span } from '../text/span';

/** An ISO 8601 calendar day, "2025-04-22". */
export type Day = string;

export type Basis = 'stated' | 'editor' | 'none';
export interface Published {
  date: Day | null;
  /** How the date is known: stated by the article or its metadata, an editor's knowledge, or not at all. */
  basis: Basis;
}

export type Origin = 'bundled' | 'saved' | 'imported' | 'feed';

/**
 * Where something about an article was found: in a page's structured data (JSON-LD or microdata), its Open Graph or other
 * `meta` elements, a `time` element, a link, its address, or the text itself; or the reader has put it right.
 */
export type From =
  | 'structured'
  | 'open-graph'
  | 'meta'
  | 'time'
  | 'link'
  | 'address'
  | 'text'
  | 'feed'
  | 'editor';

/** What comes in: one article's text, verbatim, and what is known about it. */
export interface Article {
  id: string;
  text: string;
  title?: string;
  publisher?: string;
  /** Who wrote it, several in one line. */
  author?: string;
  /** The agency the outlet has the text from. */
  agency?: string;
  url?: string;
  published: Published;
  origin: Origin;
  licence?: string;
  /** Where each of these was found, for what was read off a page or a file. */
  from?: Partial<Record<'title' | 'publisher' | 'author' | 'published' | 'url', From>>;
}

export type Kind = 'person' | 'organisation' | 'place' | 'other';
export const KINDS: readonly Kind[] = ['person', 'organisation', 'place', 'other'];

export interface Entity {
  id: string;
  kind: Kind;
  /** The fullest form in the text. */
  name: string;
  /** The other forms it is called by, the name itself not among them. */
  aliases: string[];
  wikidata?: string;
}

export type Form = 'name' | 'nominal' | 'pronoun';

export interface Mention extends Span {
  surface: string;
  form: Form;
  kind: Kind;
  entity: string | null;
}

export interface Role extends Span {
  entity: string;
  /** The article's own words: `article.text.slice(start, end) === text`. */
  text: string;
  asOf: Day | null;
}

export type QuoteKind = 'direct' | 'mixed' | 'indirect';

export interface Quote {
  kind: QuoteKind;
  /** What was said, without the quotation marks; several spans where the cue or a paragraph's end breaks it. */
  content: Span[];
  cue: Span | null;
  speaker: Span | null;
  /** The speaker's entity; one of the Reading's entities, or null. */
  entity: string | null;
}

/** A temporal expression with its TIMEX3 value ("2025-04-22", "2025-W17", "PAST_REF"). */
export interface DateMention extends Span {
  value: string;
}

export type Precision = 'day' | 'week' | 'month' | 'year';

/** Something that happened, told by one sentence (the span). */
export interface EventMention extends Span {
  /** First day of the period, "2025-04-01" for a month known as such. */
  date: Day;
  precision: Precision;
  entities: string[];
}

export interface Figure extends Span {
  value: number;
  /** "percent", "USD", "days", "personnel" …; the article's word where no standard unit fits. */
  unit: string;
  /** What is measured, in the article's words. */
  of: Span | null;
}

/** All that one article says. Entity ids are local to the Reading. */
export interface Reading {
  id: string;
  published: Published;
  /** The prose; boilerplate is none of them. */
  sentences: Span[];
  /** Most salient first. */
  entities: Entity[];
  /** In the order of the text; names do not overlap. */
  mentions: Mention[];
  roles: Role[];
  quotes: Quote[];
  dates: DateMention[];
  events: EventMention[];
  figures: Figure[];
  /** Up to three sentences, the most telling first. */
  summary: Span[];
}
