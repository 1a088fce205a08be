import type { Article, Day, Entity, Reading } from '../extract/types';
import type { Span } from '../text/span';
import type { Correction } from './join/types';

export const SCHEMA_VERSION = 1;

/** One article with its Reading: what a corpus is made from. */
export interface ReadArticle {
  article: Article;
  reading: Reading;
}

/** Where a statement comes from: a passage of one article. */
export interface Provenance {
  articleId: string;
  span: Span;
}

/** An entity of the corpus: joined over articles, its aliases those that a page may use. */
export interface CorpusEntity extends Entity {
  /** How much of the corpus is about it, 0..1; the order of lists. */
  salience: number;
  /** True where a curated list names it. */
  curated?: true;
}

/** One entry of a curated list (`--entities`, `seeds/entities.json`). */
export interface CuratedEntity {
  id: string;
  kind: Entity['kind'];
  name: string;
  aliases: string[];
  wikidata?: string;
}

/** What the extension bundles and a reader imports: the joined knowledge of a set of articles. */
export interface Corpus {
  schemaVersion: typeof SCHEMA_VERSION;
  articles: Article[];
  entities: CorpusEntity[];
  /** One for each article, in the same order; every entity id in them is one of `entities`. */
  readings: Reading[];
  /** MiniSearch's own serialisation of the passage index (`MiniSearch.toJSON`). */
  index: unknown;
  /** The gazetteer's binary image, base64. */
  gazetteer: string;
  covers: { from: Day | null; to: Day | null };
  /** What a reader has put right about who is who, the oldest first. */
  corrections?: Correction[];
  /**
   * Of a part of a larger corpus alone: how many articles that has, and how many of them name each of the entities that
   * the part was made for. A part has the newest of them.
   */
  inAll?: { articles: number; naming: Readonly<Record<string, number>> };
}
