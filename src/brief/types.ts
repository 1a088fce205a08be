import type { Provenance } from '../corpus/types';
import type { Article, Basis, Day, Kind, Precision } from '../extract/types';
import type { Span } from '../text/span';

/** A run of verbatim text; a run with an entity is a name that opens on. */
export interface Run {
  text: string;
  entity?: string;
}

/** One line that states something. The words are the article's own; `provenance.span` is the passage that holds them. */
export interface Line {
  /** Verbatim, cut into runs at the names inside it. */
  runs: Run[];
  provenance: Provenance;
  publisher: string | null;
  /** The article's date and how it is known. */
  published: { date: Day | null; basis: Basis };
}

export interface RoleLine extends Line {
  asOf: Day | null;
}

export interface EventLine extends Line {
  date: Day;
  precision: Precision;
}

export interface QuoteLine extends Line {
  kind: 'direct' | 'mixed' | 'indirect';
  /** The day of the article or of the saying, where known. */
  date: Day | null;
}

export interface Neighbour {
  entity: string;
  name: string;
  kind: Kind;
  /** In how many sentences both stand. */
  together: number;
}

export interface Source {
  articleId: string;
  title: string;
  publisher: string | null;
  agency: string | null;
  url: string | null;
  published: { date: Day | null; basis: Basis };
  origin: 'bundled' | 'saved' | 'imported' | 'feed';
  licence: string | null;
}

/** What a card and the dossier page show of one entity, most wanted first, each list whole (the card shows the head of it). */
export interface Dossier {
  entity: string;
  kind: Kind;
  name: string;
  /** The name in its own script, where the curated list knows it ("石破茂"). */
  nativeName: string | null;
  aliases: string[];
  wikidata: string | null;
  /** Newest first. */
  roles: RoleLine[];
  /** The one plain sentence that reminds who this is. */
  reminder: Line | null;
  /** Newest first. */
  events: EventLine[];
  /** Newest first. */
  quotes: QuoteLine[];
  around: Neighbour[];
  sources: Source[];
  covers: { from: Day | null; to: Day | null };
  /** How many articles name it, where these are so many that only the newest were looked at. */
  newestOf?: number;
}

/** Who of those around an entity stands with whom, in numbers. */
export interface Company {
  /** The closest first, as in `Dossier.around`. */
  members: { entity: string; name: string; kind: Kind }[];
  /** In how many sentences members i and j both stand: symmetric, 0 on the diagonal. */
  shared: number[][];
}

/** A word or a name that comes back in what somebody said. */
export interface Topic {
  /** As the articles write it most. */
  words: string;
  /** The quotations that hold it, by their place in the dossier's list. */
  quotes: number[];
}

/** What the dossier page shows beyond the card's dossier; its lists are whole. */
export interface FullDossier extends Dossier {
  company: Company;
  topics: Topic[];
}

/** Passages of several articles, the newest first, each in the order of its text. */
export interface PassagePage {
  articles: { source: Source; lines: Line[] }[];
  /** How many articles to skip for the next page; null where this is the last. */
  next: number | null;
}

/** Somebody or something that an article names. */
export interface NamedHere {
  entity: string;
  name: string;
  kind: Kind;
  /** Where it is named, in the order of the text; at least once. */
  places: Span[];
}

/** What an article says, as spans of its text; what the text alone can show is not repeated. */
export interface ReadHere {
  /** People, organisations, places, others, each kind with the most often named first. */
  named: NamedHere[];
  /** In the order of the text. */
  quotes: { content: Span[]; speaker: { name: string; entity: string } | null }[];
  /** Temporal expressions in the order of the text, with their TIMEX3 values. */
  dates: (Span & { value: string })[];
  /** Amounts in the order of the text, with what they measure. */
  figures: (Span & { of: Span | null })[];
  /** The telling sentences in the order of the text. */
  summary: Span[];
}

/** One article whole. */
export interface OpenedArticle {
  source: Source;
  article: Article;
  /** Its text verbatim, cut at the names that open on. */
  runs: Run[];
  read: ReadHere;
}

/** An entity named on a page. */
export interface PageEntity {
  entity: string;
  name: string;
  kind: Kind;
  role: RoleLine | null;
  /** How many marks the page has for it. */
  count: number;
}

/** What the popup shows of a page and the story behind it. */
export interface Brief {
  /** In order of importance. */
  people: PageEntity[];
  /** The page's own telling sentences, verbatim, with spans into the page article's text. */
  gist: { text: string; span: Span }[];
  /** The page's own date, for its place on the timeline. */
  pageDate: Day | null;
  /** From the corpus: what happened with those people, oldest first. */
  story: EventLine[];
  /** The newest of the corpus, for a page without a known name. */
  newest: EventLine[];
  covers: { from: Day | null; to: Day | null };
}

export interface SearchHit {
  line: Line;
  /** Spans of the hit's words, relative to the line's text. */
  marks: Span[];
  score: number;
}

export interface FoundEntity {
  entity: string;
  name: string;
  kind: Kind;
  role: RoleLine | null;
}

export interface SearchResult {
  /** Entities whose name or alias fits the query. */
  entities: FoundEntity[];
  passages: SearchHit[];
}
