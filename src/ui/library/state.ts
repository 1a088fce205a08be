import type {
  ArticlesQuery,
  LibraryRequests,
  LibraryState,
  ListedArticle,
} from '../../browser/library/messages';
import type { News as NewsIn } from '../parts/told';

/** The parts of the page that something is told in. */
export type Place = 'list' | 'corrections' | 'storage';
export type News = NewsIn<Place>;

export type ListedCorrection = LibraryRequests['corrections']['answer'][number];

/** What is changed in an article; what is left out stays. */
export type Edit = Omit<LibraryRequests['edit']['request'], 'articleId'>;

/** The list as far as it has been asked for. */
export interface ListView {
  articles: ListedArticle[];
  /** Whether more would follow. */
  more: boolean;
}

/** Everything that the library page renders of its own; how articles come in and what is followed stand between. */
export interface LibraryProps {
  /** Null while it is being opened. */
  library: LibraryState | null;
  list: ListView | null;
  query: ArticlesQuery;
  /** Ids of the articles that are ticked. */
  selected: ReadonlySet<string>;
  corrections: ListedCorrection[];
  /** What went wrong while opening. */
  error: string | null;
  news: News | null;
  busy: boolean;
  onQuery(query: ArticlesQuery): void;
  onMore(): void;
  onSelect(articleIds: readonly string[], on: boolean): void;
  onDelete(articles: readonly Pick<ListedArticle, 'articleId' | 'title'>[]): void;
  onEdit(articleId: string, edit: Edit): void;
  onExport(articleIds: readonly string[]): void;
  onUncorrect(correction: ListedCorrection): void;
  onErase(): void;
  /** Takes the erasure back. */
  onUnerase(): void;
  onPersist(): void;
  onAside(): void;
  onRetry(): void;
}
