import type { SearchResult } from '../../brief/types';
import type { TabBrief } from '../../browser/messages';
import type { FeedOffer } from '../feeds/state';

/** What the popup shows of the tab. */
export type View = { is: 'loading' } | { is: 'failed'; error: string } | { is: 'ready'; brief: TabBrief };

/** How far the saving of the page's article has come. */
export type Saving =
  | { is: 'idle' | 'busy' }
  | { is: 'done'; articleId: string }
  | { is: 'failed'; error: string };

/** Everything that the popup renders. */
export interface PopupProps {
  view: View;
  query: string;
  /** Null while nothing is asked for. */
  found: SearchResult | null;
  saving: Saving;
  /** The last thing that happened, told to a screen reader and shown for a moment. */
  news: string;
  /** The page's feed. */
  feed: FeedOffer;
  onQuery(query: string): void;
  onJump(entity: string, name: string): void;
  onEnable(enabled: boolean): void;
  onSave(): void;
  onRetry(): void;
  onSettings(): void;
  onFollow(url: string): void;
}
