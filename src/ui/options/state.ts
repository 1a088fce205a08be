import type { LibraryState } from '../../browser/library/messages';
import type { Choices, Delay, Rejection, Requests } from '../../browser/messages';
import type { News as NewsIn } from '../parts/told';

/** The parts of the page that something is told in. */
export type Place = 'marks' | 'sites' | 'rejected';

export type News = NewsIn<Place>;

/** A keyboard command with the keys it has at present; empty where it has none. */
export interface Command {
  name: string;
  description: string;
  keys: string;
}

/** Everything that the settings page renders. */
export interface OptionsProps {
  /** Null while it is being opened. */
  choices: Choices | null;
  library: LibraryState | null;
  commands: Command[];
  /** What went wrong while opening. */
  error: string | null;
  news: News | null;
  busy: boolean;
  /** How long the pointer rests before a card opens, in milliseconds, for each choice. */
  dwell: Record<Delay, number>;
  onChoose(chosen: Requests['choose']['request']): void;
  onSiteOn(host: string): void;
  onSiteOff(typed: string): Promise<boolean>;
  onUndoRejection(rejection: Rejection): void;
  onChangeKeys(): void;
  onRetry(): void;
}
