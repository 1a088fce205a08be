import type { Correction } from '../corpus/join/types';
import type { Article, Entity, From, Published, Reading } from '../extract/types';
import type { Batch, Incoming, TakenBatch, TakenOne, TakenUndo } from './library/messages';
import type { Problem } from './problem';

/** What is asked for getting articles in and out; a part of `Requests`. */
export interface GatherRequests {
  /** Popup: saves the article of a tab into the reader's library. */
  save: { request: { tabId: number }; answer: Saved };
  /** Content script: takes back what was last saved of its own tab. */
  unsave: { request: Record<never, never>; answer: null };
  /**
   * Library page: takes articles and corrections in, all or none but for those that cannot be read, each of which is told;
   * with `last` all open pages are read anew.
   */
  take: {
    request: { articles: Incoming[]; corrections: Correction[]; batch: Batch; last: boolean };
    answer: Omit<TakenBatch, 'taken'> & { taken: (TakenOne | Problem)[] };
  };
  /** Library page: the reader's own articles in the order of their ids, those after one; empty at the end. */
  kept: { request: { after: string | null }; answer: KeptArticle[] };
}

/** An article of the reader's own as it is kept. */
export interface KeptArticle {
  article: Article;
  reading: Reading;
  /** When it came into the library, in milliseconds since 1970. */
  added: number;
}

/** A saved article, with what was understood of it. */
export interface Saved {
  articleId: string;
  title: string;
  was: TakenOne['was'];
  publisher: string | null;
  published: Published;
  /** Where the date was found; null where there is none. */
  dated: Exclude<From, 'editor'> | null;
  /** People and organisations that it names, the most important first; at most `NAMES_TOLD`. */
  names: Pick<Entity, 'name' | 'kind'>[];
  /** How many people and organisations there are in all, and how many quotations. */
  named: number;
  quotes: number;
  /** Null where nothing was changed. */
  undo: TakenUndo | null;
  /** It is the first of the reader's own. */
  first: boolean;
}

/** What a page's note tells: a saved article, or why there is none, or that a save was taken back. */
export type Note =
  | { is: 'saved'; saved: Saved; keys: string }
  | { is: 'failed'; problem: Problem }
  | { is: 'undone' };
