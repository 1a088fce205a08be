import type { Dossier } from '../brief/types';
import type { PageSettings } from '../browser/messages';
import type { Span } from '../text/span';
import type { Host } from './host';
import type { PageMark } from './marks';
import type { Spot } from './scanner';
import type { Box, Point } from './towards';

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

/** What the card reports. */
export interface CardEvents {
  pinned(on: boolean): void;
  /** The reader closed it from within. */
  closed(): void;
  rejected(mark: PageMark): void;
}

/** The open or closed card of a frame. */
export interface CardView {
  /** Shows the card beside a mention. With `focus` the focus goes into it, else it stays where it is. */
  show(mark: PageMark, options: { focus: boolean; at: Point | null }): void;
  hide(): void;
  /** Where it is in the viewport; null when closed. */
  box(): Box | null;
}

export type CardMount = (host: Host, services: Services, events: CardEvents) => CardView;

export type Settings = PageSettings;
