import type { Span } from '../../text/span';

/** What the reader can do in a card. */
export interface CardActions {
  /** Opens on to another entity, in place. */
  go(entity: string): void;
  back(): void;
  openPassage(articleId: string, span: Span): void;
  openDossier(entity: string): void;
  pin(on: boolean): void;
  close(): void;
  /** "Not this person". */
  reject(): void;
  retry(): void;
  /** Shows where the mention stands on the page. */
  find(): void;
  /** Moves a pinned card so far, in CSS pixels; or to the window's next corner. */
  moveBy(x: number, y: number): void;
  moveOn(): void;
}
