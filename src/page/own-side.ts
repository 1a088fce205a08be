import type { Mark, Requests } from '../browser/messages';
import type { Gone, MarkStore, PageMark, Source } from './marks';
import type { Kept } from './mention';
import type { Neighbours } from './places';
import type { Point } from './towards';

/** The texts that such mentions may lie in, and the answers about them, as they come. */
export interface OwnTextsSide
  extends Pick<MarkStore, 'doubt' | 'doubtIn' | 'dropAway' | 'settle' | 'forget'> {
  /** Takes note of an answer about a chunk. */
  put(
    answer: NonNullable<Requests['spot']['answer']>,
    chunk: number,
    sources: ReadonlyMap<number, Source>,
  ): void;
  /** A text node says something else now. */
  check(node: Node): void;
  /** Whether the background has yet to hear that some are gone. */
  readonly anyGone: boolean;
  /** Of which it is to be told now. */
  takeGone(): Gone;
  /** What is around a node of others and of these. */
  around(node: Node, others: Neighbours): Neighbours;
}

/**
 * The mentions that only the reader's library explains, of which the page must not learn even from the time they take:
 * until the reader asks, what is done costs the same with and without.
 */
export interface OwnSide {
  readonly texts: OwnTextsSide;
  /** Visible mentions with these among them, in page order: as the reader asks for them. */
  among(others: readonly Kept[]): readonly Kept[];
  /**
   * The one under the pointer, or the `late` one that the bundled articles alone would not mark,
   * where the reader asks: the pointer has come to rest, or is on one of those that it was on before, or `asked` is true.
   */
  at(
    point: Point,
    target: EventTarget | null,
    late: PageMark | null,
    asked: readonly PageMark[] | true,
  ): PageMark | null;
  /** "Not this person": these mentions are marked no longer. */
  reject(entity: string, surface: string): void;
  stop(): void;
}

/** `again` is told of nodes to be read again, `look` that the pointer has rested since a time, and is to be looked at. */
export type OwnMount = (
  kinds: readonly Mark['kind'][],
  again: (nodes: readonly Node[]) => void,
  look: (since: number) => void,
) => OwnSide;
