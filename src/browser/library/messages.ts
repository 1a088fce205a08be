import type { Source } from '../../brief/types';
import type { Correction } from '../../corpus/join/types';
import type { Article, Day, Origin } from '../../extract/types';
import type { Problem } from '../problem';

/** What the extension's own pages ask of the library, and its answers; a part of `Requests`. */
export interface LibraryRequests {
  /** How the library stands, in numbers. */
  library: { request: Record<never, never>; answer: LibraryState };
  /** A page of the list of articles, the bundled ones among them, sorted and filtered. */
  articles: { request: ArticlesQuery; answer: ArticlesPage };
  /** Takes articles of the reader's own away; the bundled ones stay. */
  remove: { request: { articleIds: string[] }; answer: { undo: Undo } };
  /** Takes everything away that the reader has put into the library. */
  erase: { request: Record<never, never>; answer: { undo: Undo } };
  /** Takes a `remove` or an `erase` back, as far as it can still be; an error where it cannot. */
  restore: { request: { undo: Undo }; answer: null };
  /** Corrects an article's outlet or day; null: it has none. What was read in it is read anew for another day. */
  edit: {
    request: { articleId: string; publisher?: string | null; date?: Day | null };
    answer: { undo: TakenUndo };
  };
  /** Puts right who is who, in the place of what was said of the same names before: `instead`. */
  correct: { request: { correction: Correction }; answer: { key: number; instead: Correction[] } };
  /** Takes a correction back; with `instead` these hold again, which it took the place of. */
  uncorrect: { request: { key: number; instead?: Correction[] }; answer: null };
  /** All corrections, the oldest first. */
  corrections: { request: Record<never, never>; answer: { key: number; correction: Correction }[] };
  /** Takes back what was taken in: new articles go, former versions come back; an error where that is no more. */
  untake: { request: { undo: TakenUndo }; answer: null };
  /** The records that could not be read and were set aside, as JSON Lines to be kept as a file. */
  aside: { request: Record<never, never>; answer: { name: string; text: string } };
}

/** An article that comes in. */
export interface Incoming {
  article: Article;
  /** Where it was read, if its own address is another. */
  address?: string;
  /** When it first came into a library, in milliseconds since 1970; now where it is left out. */
  added?: number;
}

/** What became of an article that came in, and under which id it is in the library. */
export interface TakenOne {
  articleId: string;
  /** `same`: it was there already, as it is now or at another outlet. */
  was: 'new' | 'updated' | 'same';
}

/** What takes it back. */
export interface TakenUndo {
  /** The new articles. */
  added: string[];
  /** The change (its generation) that former versions are kept for, and how many; null where none is. */
  replaced: { generation: number; count: number } | null;
  /** The keys of the corrections that came with them, where any did. */
  corrected?: number[];
}

/** What became of articles, and of corrections, that came in together. */
export interface TakenBatch {
  /** For each article, in their order. */
  taken: TakenOne[];
  /** How many of the corrections were new. */
  corrected: number;
  /** Takes all of it back; null where nothing was changed. */
  undo: TakenUndo | null;
}

/** A part of an import: sent again with the same number, it is answered again and not taken again. */
export interface Batch {
  /** The import. */
  run: string;
  number: number;
  /** The library's generation when the import began: if everything has been erased since, the batch is refused. */
  since: number;
}

/**
 * What takes a removal back. The articles of the last removals are kept until the browser is started again, all that
 * was erased until the library is changed next or the browser is started again, whichever comes first.
 */
export type Undo = { removal: number } | 'erasure';

export interface LibraryState {
  /** Another after every change. */
  generation: number;
  /** Whether there is anything of the reader's own to be erased: articles, corrections, feeds, what was set aside. */
  mine: boolean;
  /** Articles of the reader's own, and those that came along. */
  own: number;
  bundled: number;
  entities: number;
  covers: { from: Day | null; to: Day | null };
  /** Every outlet of the articles, in the order of their names. */
  outlets: string[];
  /** In bytes, all that the extension keeps and may keep; null where the browser does not tell. */
  storage: { used: number; quota: number } | null;
  /** Whether the browser has promised not to make room by deleting the library. */
  persisted: boolean;
  /** Records that could not be read and were set aside. */
  aside: number;
  /** Articles of an earlier version that are still being taken in. */
  incoming: number;
  /** The hosts of the feeds that were erased with all else, as long as that can be brought back; null where nothing can. */
  erased: string[] | null;
  /** Why the library cannot be opened, and only the articles that came along are at hand; null where all is well. */
  problem: Problem | null;
}

export type ArticlesOrder = 'date' | 'added' | 'title' | 'outlet' | 'size' | 'origin';

export interface ArticlesQuery {
  /** The day where it is left out. Days, times and sizes begin with the greatest, words with the first of the alphabet. */
  order?: ArticlesOrder;
  /** The other way round. */
  reversed?: boolean;
  /** Only articles that came into the library in one of these ways. */
  origins?: Origin[];
  /** Only articles of this outlet; null: of none that is known. */
  outlet?: string | null;
  /** Only articles with all these words in the title or the outlet's name, each as the begin of a word. */
  words?: string;
  /** The `next` of the page before. */
  after?: string;
  /** How many at most; 50 where it is left out, never more than 200. */
  limit?: number;
}

export interface ArticlesPage {
  articles: ListedArticle[];
  /** To ask for what follows; null where this is the last page. */
  next: string | null;
}

/** An article in the list. */
export interface ListedArticle extends Source {
  /** When it came into the library, in milliseconds since 1970; null for those that came along. */
  added: number | null;
  /** Length of its text in UTF-16 units. */
  size: number;
  /** How many people, organisations, places and others it names. */
  names: number;
}
