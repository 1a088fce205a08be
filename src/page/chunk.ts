import { BLOCK_SEPARATOR } from '../text/separator';
import type { Span } from '../text/span';

/** A stretch of one text node that a span covers, in offsets of that node. */
export interface Stretch<N> {
  node: N;
  start: number;
  end: number;
}

/**
 * Text put together from the text nodes of a page, with the way back: which node each position came from.
 * `N` is the node's type, so that the mapping can be tested without a document.
 */
export class Chunk<N> {
  /** Grows by joining, which costs less than a list of parts. */
  text = '';
  /** The nodes in order, one a piece of text. */
  readonly nodes: N[] = [];
  /** The indices of the nodes that begin a block's text, or go on with it in a new chunk. */
  readonly heads: number[] = [];
  /** Where each node's text starts in the chunk. */
  readonly starts: number[] = [];
  /** Where in its node a piece was taken from, by index; the others were taken whole. */
  private readonly offsets = new Map<number, number>();
  private separated = true;

  get length(): number {
    return this.text.length;
  }

  /** Adds a node's text, or the piece `[offset, offset + text.length)` of it. */
  add(node: N, text: string, offset = 0): void {
    if (text.length === 0) return;
    if (offset > 0) this.offsets.set(this.nodes.length, offset);
    if (this.separated) {
      this.heads.push(this.nodes.length);
      this.separated = false;
    }
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += text;
  }

  /** Ends a block: nothing is read across. Several ends in a row are one. */
  separate(): void {
    if (this.separated) return;
    this.text += BLOCK_SEPARATOR;
    this.separated = true;
  }

  /** The stretches of text nodes under a span, in order; null where it covers none. */
  locate(span: Span): Stretch<N>[] | null {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endOf(middle) > span.start) high = middle;
      else low = middle + 1;
    }
    const stretches: Stretch<N>[] = [];
    for (let i = low; i < this.starts.length && this.starts[i]! < span.end; i++) {
      const shift = (this.offsets.get(i) ?? 0) - this.starts[i]!;
      stretches.push({
        node: this.nodes[i]!,
        start: Math.max(span.start, this.starts[i]!) + shift,
        end: Math.min(span.end, this.endOf(i)) + shift,
      });
    }
    return stretches.length === 0 ? null : stretches;
  }

  /** Where a node's text ends: at the next one's, or at the separator before it. */
  private endOf(index: number): number {
    const end = this.starts[index + 1] ?? this.text.length;
    return this.text[end - 1] === BLOCK_SEPARATOR ? end - 1 : end;
  }
}
