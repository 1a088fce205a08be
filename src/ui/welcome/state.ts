import type { Source } from '../../brief/types';
import type { Command, OptionsProps } from '../options/state';

/** What a newcomer is asked to try. */
export type Step = 'hover' | 'keys' | 'pin';
export const STEPS: readonly Step[] = ['hover', 'keys', 'pin'];

/** A stretch of a bundled article to try the marks on. */
export interface Piece {
  source: Source;
  paragraphs: string[];
}

/** Everything that the welcome page renders. */
export interface WelcomeProps extends Pick<OptionsProps, 'news' | 'busy' | 'onSiteOn' | 'onSiteOff'> {
  piece: Piece | 'loading' | 'failed';
  done: ReadonlySet<Step>;
  commands: Command[];
  /** Hosts that are switched off. */
  off: string[];
  onSettings(): void;
  onRetry(): void;
}
