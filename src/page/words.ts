import type { By } from './hover';
import type { Theme } from './theme';
import type { Box, Point } from './towards';

/** How the text is written that a card stands beside. */
export interface Writing {
  theme: Theme;
  rtl: boolean;
  vertical: boolean;
  /** The browser shows a title under the pointer. */
  titled: boolean;
}

/** The size of a frame's viewport, in its own CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A card that a small frame asks the top frame to show. Places are those of the frame that stands right in the top one. */
export interface Guest extends Writing {
  token: number;
  by: By;
  entity: string;
  surface: string;
  because: string[];
  /** Which of the top window's own frames it is (`window[index]`). */
  index: number;
  size: Size;
  rects: Box[];
  at: Point | null;
}

/** What a frame tells the top one, that shows its cards. */
export type GuestWord =
  /** Answered with where the card stands, as the frame counts; null where it cannot be shown. */
  | { type: 'show'; guest: Guest }
  /** The mention has moved in its frame; away where there is none of it. */
  | { type: 'moved'; token: number; rects: Box[] }
  | { type: 'hide' }
  /** Escape was pressed in the frame, whose card it is or not: answered with whether a card was closed. */
  | { type: 'dismiss' };

/** What the top frame tells the frame whose card it shows; answered only where a mention is to be found. */
export type HostWord =
  | { type: 'over'; on: boolean }
  | { type: 'pinned' | 'unpinned' | 'rejected' | 'find'; token: number }
  /** With `back` the focus is the frame's again. */
  | { type: 'closed'; token: number; back: boolean };

/** How many names are marked in a tab, of how many; to be said aloud. */
export interface CountWord {
  type: 'count';
  marks: number;
  names: number;
}

/**
 * A card opened under the pointer in a frame that has not the focus, or closed again: Escape in the frame that has it is
 * to close that card.
 */
export interface EscapeWord {
  type: 'escape';
  on: boolean;
}

export type Word = GuestWord | HostWord | CountWord | EscapeWord;
export type WordAnswer = Box | boolean | null;
