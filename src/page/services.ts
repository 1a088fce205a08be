import type { Dossier } from '../brief/types';
import type { PageSettings } from '../browser/messages';
import type { Span } from '../text/span';
import type { Host } from './host';
import type { By } from './hover';
import type { PageMark } from './marks';
import type { OwnMount } from './own-side';
import type { Spot } from './scanner';
import type { Point } from './towards';
import type { Word, WordAnswer } from './words';

/** What a frame asks of the rest of the extension; how it travels is not the page's business. */
export interface Services {
  spot: Spot;
  dossier(entity: string): Promise<Dossier | null>;
  reject(entity: string, surface: string): Promise<unknown>;
  openDossier(entity: string): Promise<unknown>;
  openPassage(articleId: string, span: Span): Promise<unknown>;
  /** Tells another frame of the tab something about a card, or every other one; null where nobody answers. */
  tell(frame: number | 'others', word: Word): Promise<WordAnswer>;
  /** Brings the card's code into this frame. */
  loadCard(): Promise<CardMount>;
  /** Brings the code for what only the reader's library explains. */
  loadOwn(): Promise<OwnMount>;
  /** False when the extension has been switched off, removed or updated under this page. */
  alive(): boolean;
  /** Begins anew in this frame, whose document was written anew. */
  restart(): void;
}

/** What the cards tell their frame and ask of it; each is known by the token of its opening. */
export interface FrameSide {
  pinned(token: number): void;
  unpinned(token: number, mark: PageMark): void;
  /** It was closed from within, or by `dismiss`. */
  closed(token: number): void;
  rejected(mark: PageMark): void;
  /** The pointer has come onto the unpinned card, or gone from it, where this frame does not see it. */
  pointed(on: boolean): void;
  /** The reader asks for a mention's card by a key. */
  want(mark: PageMark): void;
  /** The mentions that can be seen, in page order: of every kind, or only those that are marked. */
  mentions(marked: boolean): PageMark[];
  /** Puts a box over each line of a mention, of which the page's scripts see nothing. */
  lay(mark: PageMark, style: string): HTMLElement[];
}

/** How a card comes to be opened. */
export interface Opening {
  token: number;
  /** By a key the focus goes into it; by a tap it may come as a sheet; by the pointer the focus stays where it is. */
  by: By;
  /** Where the pointer was on the mention. */
  at: Point | null;
}

/** A frame's cards: one that is not pinned, and those that are. */
export interface CardView {
  /** Shows the unpinned card beside a mention, wherever it was. An older opening that is still loading comes to nothing. */
  show(mark: PageMark, opening: Opening): void;
  /** Takes the unpinned card away. */
  hide(): void;
  /** Closes the card that has the focus, else the newest, and gives the focus back; false where none is open. */
  dismiss(): boolean;
  /** The page has changed: pinned cards say so if their mention has gone. */
  refresh(): void;
  /** Takes every card away. */
  clear(): void;
  /** Scrolls to the next mention of an entity and flashes it; false if this frame has none. */
  jump(entity: string): boolean;
  /** Moves to the next or previous mark and opens its card with the focus in it; false past the last. */
  step(direction: 1 | -1, enter: boolean): boolean;
  /** Whether the mention that a step starts from is here. */
  stands(): boolean;
  /** What another frame of the tab tells, or the background (-1). */
  take(from: number, word: Word): Promise<WordAnswer>;
  /** Whether a point of the viewport is on the unpinned card. */
  isOver(point: Point): boolean;
  /** Whether the pointer, that left the mention at `from`, is on its way from `before` over `to` to that card. */
  isTowards(from: Point, before: Point, to: Point): boolean;
}

export type CardMount = (host: Host, services: Services, frame: FrameSide) => CardView;

export type Settings = PageSettings;
