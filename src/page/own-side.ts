import type { Mark, Requests } from '../browser/messages';
import type { Gone, MarkStore, PageMark, Source } from './marks';
import type { Kept } from './mention';
import type { Neighbours } from './places';
import type { Point } from './towards';

/** The mentions that only the reader's library explains, of which the page must not learn even from the time they take. */
export interface OwnSide {
  /** Takes note of an answer about a chunk. */
  put(
    answer: NonNullable<Requests['spot']['answer']>,
    chunk: number,
    sources: ReadonlyMap<number, Source>,
  ): void;
  /** Does something to the store of these mentions in its turn. */
  later(work: (store: MarkStore) => void): void;
  /** A text node says something else now. */
  check(node: Node): void;
  /** What is around a node of others and of these. */
  around(node: Node, others: Neighbours): Neighbours;
  /** Whether the background has yet to hear that some are gone. */
  readonly anyGone: boolean;
  /** Of which it is to be told now, others and these. */
  takeGone(others: Gone): Gone;
  /** Visible mentions with these among them, in page order: as the reader asks for them. */
  among(others: readonly Kept[]): readonly Kept[];
  /** The one under the pointer; the object of the `known` that is the same, if there is one. */
  at(
    point: Point,
    target: EventTarget | null,
    known: readonly (PageMark | null | undefined)[],
  ): PageMark | null;
  stop(): void;
}

/**
 * `again` is told of nodes to be read again, and when the background is to hear what is gone; `anew` when all is to be read
 * as if for the first time.
 */
export type OwnMount = (
  kinds: readonly Mark['kind'][],
  again: (nodes: readonly Node[]) => void,
  anew: () => void,
) => OwnSide;
