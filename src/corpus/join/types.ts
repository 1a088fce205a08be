import type { Day, Entity, Kind } from '../../extract/types';

/**
 * What one article brings to the joining of a library, made once from the article and its Reading (`contributionOf`), so
 * that neither is read again when another article comes. It hangs on nothing but that article.
 */
export interface Contribution {
  articleId: string;
  date: Day | null;
  /** What the article is about, as a vector of length 1: terms with weights, the heaviest first, at most `SUBJECT_TERMS`. */
  subject: [term: string, weight: number][];
  /** Its entities that are named at least once, in the order of the Reading's entities (the most salient first). */
  locals: ContributedEntity[];
}

/** One entity of one article, before anyone asks who it is in other articles. */
export interface ContributedEntity {
  /** The Reading's id of it. */
  id: string;
  kind: Kind;
  name: string;
  /** Its forms that are fit to be aliases, with how often each stands in the text. */
  forms: [form: string, count: number][];
  /** How often it is mentioned by name. */
  named: number;
  /** Place among the Reading's entities, from 0. */
  rank: number;
  /** Words of the passages around it with how often each is there, at most `LOCAL_TERMS`, its own names left out. */
  terms: [term: string, count: number][];
  /** Words of its roles and of the titles before its name, folded. */
  roleWords: string[];
}

/** An entity of a library: joined over articles. */
export interface JoinedEntity extends Entity {
  /** Sum over its articles of 1 / (rank + 1); divided by the greatest of the library it is the salience. */
  weight: number;
  /** In how many articles it is named. */
  articles: number;
  /** True where a curated list names it. */
  curated?: true;
}

/** What the reader has put right about who is who; of two that speak of the same names the later holds. Names as the library shows them, so that it outlives a re-reading. */
export type Correction =
  /** The two are one. */
  | { say: 'one'; a: NameRef; b: NameRef }
  /** The two, though joined, are two. */
  | { say: 'two'; a: NameRef; b: NameRef }
  /** This is what the entity is called. */
  | { say: 'called'; a: NameRef; name: string };

/** A name of an entity of some kind, in any of its spellings. */
export interface NameRef {
  kind: Kind;
  name: string;
}

/** By the Reading's entity id, the library's entity id; one for each article. */
export type Links = Record<string, string>;

/** The tables that joining keeps; rows are plain JSON. */
export interface JoinRows {
  /** The results: an entity by its id. */
  entities: JoinedEntity;
  /** The results: who an article's entities are, by the article's id. */
  links: Links;
  contributions: Contribution;
  /** Whatever else the joining needs to find again, by keys of its own: JSON texts, which are read and compared faster than what they say. */
  state: string;
}

/** Where joining keeps its tables: memory in tests, a database's transaction in the browser. */
export interface JoinStore {
  /** The rows of these keys, undefined where there is none; what was put before is seen. */
  get<Table extends keyof JoinRows>(
    table: Table,
    keys: readonly string[],
  ): Promise<(JoinRows[Table] | undefined)[]>;
  /** Writes a row, or takes it away with null. */
  put<Table extends keyof JoinRows>(table: Table, key: string, row: JoinRows[Table] | null): void;
}

/** What a change of the library changed in the results. */
export interface JoinDelta {
  /** Entities that are new or other than before, and null for those that are no more. */
  entities: Map<string, JoinedEntity | null>;
  /** Articles whose links are new or other than before, and null for those that are no more. */
  links: Map<string, Links | null>;
}
