import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Source } from '../../brief/types';
import type { Correction, JoinedEntity, Links } from '../../corpus/join/types';
import type { Article, Day, Reading } from '../../extract/types';
import type { Feed } from '../../feeds/types';
import type { TakenBatch } from './messages';

/** One article with what was read in it: what goes into the library, and what comes out of it. */
export interface Kept {
  article: Article;
  reading: Reading;
  /** `READER_VERSION` of the reader that made the Reading; this version's where it is left out. */
  version?: number;
}

export interface ArticleRow {
  article: Article;
  /** When it came into the library, in milliseconds since 1970. */
  added: number;
}

/** What the list of the library shows of an article: small, so that a page of it is read at once. */
export interface SourceRow extends Source {
  /** When it came into the library, in milliseconds since 1970. */
  added: number;
  /** Length of its text in UTF-16 units. */
  size: number;
  /** What near duplicates of its text are found by (`bandsOf` in src/corpus/near.ts). */
  bands: number[];
  /** How many people, organisations, places and others it names. */
  names: number;
  /** What it is sorted by: the day ('' where none is known), the title and the outlet, folded. */
  by: { date: Day | ''; title: string; outlet: string };
}

export interface ReadingRow {
  /** `READER_VERSION` of the reader that made it. */
  version: number;
  reading: Reading;
}

export interface EntityRow extends JoinedEntity {
  /** What it is found by (`nameWords`). */
  words: string[];
}

/** An entity in an article. */
export interface PostingRow {
  /** Its best place among the Reading's entities, from 0. */
  rank: number;
  /** How often it is mentioned by name. */
  named: number;
  terms: [term: string, count: number][];
  roleWords: string[];
}

/** Entity, day of the article ('' where none is known), article: an entity's newest article comes last. */
export type PostingKey = [entity: string, date: Day | '', article: string];

/** Rows of the join's state that stand together (`recordOf`), by their keys. */
export type JoinRecord = Readonly<Record<string, string>>;

/** How the library stands; read at the begin of every answer, so that nothing old is told. */
export interface StateRow {
  /** Grows with every change. */
  generation: number;
  /** Articles of the reader's own. */
  own: number;
  /** What the reader has put right about who is who; left out where nothing. */
  corrected?: number;
  /** The bundled articles that take part in the join, and which bundled corpus they are of; null before there is anything to join them with. */
  bundled: { of: string; ids: string[] } | null;
  /** Everything has been erased, which can still be taken back: to all who read, the library is empty. */
  erased: boolean;
  /** The generation in which everything was last erased for good; left out where it never was. An import that began before is stopped. */
  since?: number;
}

/** An import, and how its last batches were answered. */
export interface RunRow {
  run: string;
  /** The first and the last generation that it made. */
  from: number;
  to: number;
  /** How the last batches were answered, by their numbers. */
  answers: { number: number; answer: TakenBatch }[];
}

/** What stands beside the articles, one row each. */
export interface MetaRows {
  state: StateRow;
  /** The last imports, so that each can be taken back whole and no batch of it counts twice; the latest last. */
  runs: RunRow[];
  /** The feeds that were erased with everything else, as long as that can be taken back. */
  feeds: Feed[];
  /** The version of the reader that all articles up to this id have been read by; up to the last where it is null. */
  reader: { version: number; upTo: string | null };
}

/** An article as it stands in the tables, without what is derived from it. */
export interface Stored {
  article: ArticleRow;
  reading: ReadingRow;
}

/** A record that cannot be read, as it was found, and what is wrong with it. */
export interface AsideRow {
  id: string;
  record: unknown;
  reason: string;
  /** When that was found, in milliseconds since 1970. */
  found: number;
}

export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRow };
  readings: { key: string; value: ReadingRow };
  /** The list; every index ends in the id, so that a page goes on where the one before it ended. */
  sources: {
    key: string;
    value: SourceRow;
    indexes: {
      date: [Day | '', string];
      title: [string, string];
      outlet: [string, string];
      size: [number, string];
      origin: [string, string];
      added: [number, string];
      url: string;
      bands: number;
    };
  };
  /** A `Contribution` as JSON, which is written and read several times as fast: few ask for it, and then for all of it. */
  contributions: { key: string; value: string };
  links: { key: string; value: Links };
  entities: { key: string; value: EntityRow; indexes: { words: string; weight: number } };
  /** What joining keeps for itself. */
  joins: { key: string; value: JoinRecord };
  postings: {
    key: PostingKey;
    /** A `PostingRow` as JSON: lists of many short lists are read several times as fast so. */
    value: { said: string; lot: [entity: string, lot: number] };
    /** By the lots of an entity's articles (`lotOf`), so that a sample of many is found without reading all. */
    indexes: { lot: [entity: string, lot: number] };
  };
  corrections: { key: number; value: Correction };
  meta: { key: keyof MetaRows; value: MetaRows[keyof MetaRows] };
  /** Articles that were taken away, for the undo, by the generation that took them away. */
  trash: { key: [generation: number, article: string]; value: Stored };
  aside: { key: string; value: AsideRow };
  /** Articles that an earlier version of the extension kept, on their way into the tables; version 1 kept the Reading with each. */
  incoming: { key: string; value: Kept | ArticleRow };
  /** What was read in them, where it was kept by itself. */
  incomingReadings: { key: string; value: ReadingRow };
  /** Whatever spotting derives from the library; rows of its own. */
  images: { key: string; value: unknown };
  /** Whatever search derives from the library; rows of its own. */
  search: { key: string; value: unknown };
  /** What is followed; rows of its own. */
  feeds: { key: string; value: unknown };
}

export type Table = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
/** A transaction of the library: awaiting anything but its own requests ends it. */
export type Turn = IDBPTransaction<Schema, Table[], 'readwrite'>;
export type ReadTurn = IDBPTransaction<Schema, Table[], 'readonly'>;

export const NAME = 'nameplate';
/**
 * Raised whenever a table gets another shape, or whatever is derived from the articles would be made otherwise than before:
 * an older library is then made anew from what the reader gave (`upgrade`).
 */
export const VERSION = 4;

/** The key in `images` of the generation with which a library began anew. */
export const SINCE = 'since';

/** Everything that a change of the library may touch. */
export const TABLES: Table[] = [
  'articles',
  'readings',
  'sources',
  'contributions',
  'links',
  'entities',
  'joins',
  'postings',
  'corrections',
  'meta',
  'trash',
  'aside',
  'incoming',
  'incomingReadings',
  'images',
  'search',
];

/** The same, and what is followed. */
export const ALL_TABLES: Table[] = [...TABLES, 'feeds'];

/** The state of a library that nothing was ever put into. */
export const EMPTY: StateRow = { generation: 0, own: 0, bundled: null, erased: false };
