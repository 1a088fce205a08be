import type { Provenance } from '../corpus/types';
import type { Basis, Day, Kind, Precision } from '../extract/types';
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

export interface SearchResult {
  /** Entities whose name or alias fits the query. */
  entities: { entity: string; name: string; kind: Kind; role: RoleLine | null }[];
  passages: SearchHit[];
}
