import type { SearchResult } from '../../brief/types';
import type { Saved } from '../../browser/gather-messages';
import type { TabBrief } from '../../browser/messages';
import type { FeedOffer } from '../feeds/state';

/** What the popup shows of the tab. */
export type View = { is: 'loading' } | { is: 'failed'; error: string } | { is: 'ready'; brief: TabBrief };

/** How far the saving of the page's article has come. */
export type Saving =
  | { is: 'idle' | 'busy' }
  /** `kept`: whether the browser has promised to keep the library; null while it has not answered. */
  | { is: 'done'; saved: Saved; kept: boolean | null }
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
  /** Takes the save back. */
  onUnsave(): void;
  /** Puts the note about the save away. */
  onSaveSeen(): void;
  onRetry(): void;
  /** The page is to be loaded anew. */
  onReload(): void;
  onSettings(): void;
  onFollow(url: string): void;
}
