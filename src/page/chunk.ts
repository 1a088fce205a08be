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
export class Chunk<N, B> {
  private parts: string[] = [];
  /** The nodes in order, one a piece of text. */
  readonly nodes: N[] = [];
  /** The indices of the nodes that begin a block's text, or go on with it in a new chunk. */
  readonly heads: number[] = [];
  private readonly blocks: B[] = [];
  /** Where in its node a piece was taken from, by index; the others were taken whole. */
  private readonly offsets = new Map<number, number>();
  /** Where each node's text starts in the chunk. */
  readonly starts: number[] = [];
  private readonly ends: number[] = [];
  length = 0;
  private separated = true;

  /** Adds a node's text, or the piece `[offset, offset + text.length)` of it. */
  add(node: N, text: string, block: B, offset = 0): void {
    if (text.length === 0) return;
    if (offset > 0) this.offsets.set(this.nodes.length, offset);
    if (this.separated) this.heads.push(this.nodes.length);
    this.nodes.push(node);
    this.blocks.push(block);
    this.starts.push(this.length);
    this.parts.push(text);
    this.length += text.length;
    this.ends.push(this.length);
    this.separated = false;
  }

  /** Ends a block: nothing is read across. Several ends in a row are one. */
  separate(separator: string): void {
    if (this.separated) return;
    this.parts.push(separator);
    this.length += separator.length;
    this.separated = true;
  }

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  /** The stretches of text nodes under a span, in order, and the block of the first; null where it covers none. */
  locate(span: Span): { stretches: Stretch<N>[]; block: B } | null {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! > span.start) high = middle;
      else low = middle + 1;
    }
    const block = this.blocks[low];
    const stretches: Stretch<N>[] = [];
    for (let i = low; i < this.starts.length && this.starts[i]! < span.end; i++) {
      const shift = (this.offsets.get(i) ?? 0) - this.starts[i]!;
      stretches.push({
        node: this.nodes[i]!,
        start: Math.max(span.start, this.starts[i]!) + shift,
        end: Math.min(span.end, this.ends[i]!) + shift,
      });
    }
    return block === undefined || stretches.length === 0 ? null : { stretches, block };
  }
}
