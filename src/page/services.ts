import type { Dossier } from '../brief/types';
import type { PageSettings } from '../browser/messages';
import type { Span } from '../text/span';
import type { Host } from './host';
import type { By } from './hover';
import type { PageMark } from './marks';
import type { Spot } from './scanner';
import type { Point } from './towards';

/** What a frame asks of the rest of the extension; how it travels is not the page's business. */
export interface Services {
  spot: Spot;
  dossier(entity: string): Promise<Dossier | null>;
  reject(entity: string, surface: string): Promise<unknown>;
  openDossier(entity: string): Promise<unknown>;
  openPassage(articleId: string, span: Span): Promise<unknown>;
  /** Brings the card's code into this frame. */
  loadCard(): Promise<CardMount>;
  /** False when the extension has been switched off, removed or updated under this page. */
  alive(): boolean;
  /** Begins anew in this frame, whose document was written anew. */
  restart(): void;
}

/** What the cards report; each is known by the token of its opening. */
export interface CardEvents {
  pinned(token: number): void;
  unpinned(token: number, mark: PageMark): void;
  /** It was closed from within, or by `dismiss`. */
  closed(token: number): void;
  rejected(mark: PageMark): void;
  /** Shows where the mention stands, or another one of the same entity; false where there is none any more. */
  find(mark: PageMark): boolean;
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
  /** Whether a point of the viewport is on the unpinned card. */
  isOver(point: Point): boolean;
  /** Whether the pointer, that left the mention at `from`, is on its way from `before` over `to` to that card. */
  isTowards(from: Point, before: Point, to: Point): boolean;
}

export type CardMount = (host: Host, services: Services, events: CardEvents) => CardView;

export type Settings = PageSettings;
