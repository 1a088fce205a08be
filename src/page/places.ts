import type { Place } from '../link/types';
import type { PageChunk } from './gather';
import { precedes } from './order';

/** The marks around a place on the page, as far as they are settled. */
export interface Neighbours {
  /** Position of the last mark before it; −∞ for none. */
  before: number;
  /** Position of the first mark after it, and a node of that mark; +∞ for none. */
  after: number;
  next: Node | null;
}

/** Positions need this share of their own size between two neighbours, or they run together as numbers. */
const FINEST = 2 ** -46;

/**
 * Gives the text of one reading its positions, between those of the marks that it comes to stand among, so that the
 * background can weigh what stands nearer. The texts of a reading are asked for in page order.
 */
export class Places {
  private used = Number.NEGATIVE_INFINITY;

  constructor(private readonly around: (node: Node) => Neighbours) {}

  /** The places of a chunk's text; null where there is no more room between two marks: then all is to be told anew. */
  of(chunk: PageChunk): Place[] | null {
    const { heads, nodes, starts } = chunk;
    const places: Place[] = [];
    let next = 0;
    while (next < heads.length) {
      const head = heads[next]!;
      const { before, after, next: follower } = this.around(nodes[head]!);
      do next++;
      while (next < heads.length && (!follower || precedes(nodes[heads[next]!]!, follower)));
      const at = starts[head]!;
      const end = next < heads.length ? starts[heads[next]!]! : chunk.length;
      const place = this.between(Math.max(before, this.used), after, end - at);
      if (!place) return null;
      places.push({ at, ...place });
    }
    return places;
  }

  private between(before: number, after: number, length: number): Omit<Place, 'at'> | null {
    let step = 1;
    let from = before + 1;
    if (before === Number.NEGATIVE_INFINITY)
      from = after === Number.POSITIVE_INFINITY ? 0 : after - length - 1;
    else if (after < Number.POSITIVE_INFINITY) {
      const room = after - before;
      step = Math.min(1, room / (3 * length));
      if (step <= Math.max(1, Math.abs(before), Math.abs(after)) * FINEST) return null;
      from = before + (room - step * length) / 2;
    }
    this.used = from + step * length;
    return { from, step };
  }
}

/** The position of each offset of a text by its places; offsets are asked for in order. */
export function positionsBy(places: readonly Place[]): (offset: number) => number {
  let next = 0;
  let place: Place = { at: 0, from: 0, step: 1 };
  return (offset) => {
    while (next < places.length && places[next]!.at <= offset) place = places[next++]!;
    return place.from + (offset - place.at) * place.step;
  };
}
