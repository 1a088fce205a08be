import type { Choices, LibraryView, Rejection } from '../../browser/messages';
import type { Kind } from '../../extract/types';

/** Something that has just been done or has failed, told where it was asked for. */
export interface News {
  good: boolean;
  lines: string[];
}

/** A keyboard command with the keys it has at present; empty where it has none. */
export interface Command {
  description: string;
  keys: string;
}

/** Everything that the settings page renders. */
export interface OptionsProps {
  /** Null while it is being opened. */
  choices: Choices | null;
  library: LibraryView | null;
  commands: Command[];
  /** What went wrong while opening. */
  error: string | null;
  news: News | null;
  busy: boolean;
  onKinds(kinds: Kind[]): void;
  onSiteOn(host: string): void;
  onUndo(rejection: Rejection): void;
  onImport(files: readonly File[]): void;
  onExport(): void;
  onDelete(articleId: string, title: string): void;
}
