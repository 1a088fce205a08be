import type { Mark } from '../browser/messages';
import type { Block, PageChunk } from './gather';

/** A mention on the page. Its ranges are static (one a text node), so that they cost the page's changes nothing. */
export interface PageMark {
  entity: string;
  kind: Mark['kind'];
  surface: string;
  because: string[];
  /** Found only with the reader's library: never to be seen by the page's scripts. */
  own: boolean;
  /** Above the threshold. One below may rise when more of the page has been read. */
  marked: boolean;
  ranges: StaticRange[];
  block: Block;
}

const keyOf = (chunk: number, { start, end }: { start: number; end: number }): string =>
  `${chunk}:${start}:${end}`;

/** The mentions of one frame in page order. */
export class MarkStore {
  private list: PageMark[] = [];
  private readonly byKey = new Map<string, PageMark>();
  private readonly keys = new WeakMap<PageMark, string>();
  /** By the text node that each starts in. */
  private byNode = new WeakMap<Node, PageMark[]>();

  /** Every mention whose score is above the threshold, in page order. */
  get all(): readonly PageMark[] {
    return this.list.filter((mark) => mark.marked);
  }

  /**
   * Takes the background's answer for a chunk. A mention already here only changes its mind; new ones need the
   * chunk's text nodes (`source`), and are left out without.
   */
  put(chunk: number, marks: readonly Mark[], source: PageChunk | undefined): void {
    const fresh: PageMark[] = [];
    for (const mark of marks) {
      const key = keyOf(chunk, mark);
      const known = this.byKey.get(key);
      const { entity, kind, because, own, marked } = mark;
      if (known) Object.assign(known, { entity, kind, because, own, marked });
      else {
        const made = source && make(mark, source);
        if (!made) continue;
        this.byKey.set(key, made);
        this.keys.set(made, key);
        fresh.push(made);
      }
    }
    const replaced = new Set(fresh.flatMap((mark) => this.overlapping(mark)));
    if (replaced.size > 0) this.keep((mark) => !replaced.has(mark));
    for (const mark of fresh) this.insert(mark);
  }

  /** The mentions that start in a text node. */
  startingIn(node: Node): readonly PageMark[] {
    return this.byNode.get(node) ?? [];
  }

  /** Drops the mentions of these blocks and those that are no longer in the page. */
  drop(blocks: ReadonlySet<Block>): void {
    this.keep((mark) => !blocks.has(mark.block) && mark.ranges[0]!.startContainer.isConnected);
  }

  /** "Not this person": these mentions are marked no longer. */
  reject(entity: string, surface: string): void {
    for (const mark of this.list) if (mark.entity === entity && mark.surface === surface) mark.marked = false;
  }

  clear(): void {
    this.list = [];
    this.byKey.clear();
    this.byNode = new WeakMap();
  }

  /** Mentions of a part of the page that was read before (it was moved, and is read again). */
  private overlapping(mark: PageMark): PageMark[] {
    const range = mark.ranges[0]!;
    return this.startingIn(range.startContainer).filter(
      ({ ranges: [other] }) => other!.startOffset < range.endOffset && range.startOffset < other!.endOffset,
    );
  }

  private keep(wanted: (mark: PageMark) => boolean): void {
    this.list = this.list.filter((mark) => {
      if (wanted(mark)) return true;
      this.byKey.delete(this.keys.get(mark)!);
      const node = mark.ranges[0]!.startContainer;
      const left = this.startingIn(node).filter((other) => other !== mark);
      if (left.length > 0) this.byNode.set(node, left);
      else this.byNode.delete(node);
      return false;
    });
  }

  private insert(mark: PageMark): void {
    let low = 0;
    let high = this.list.length;
    // Most come in page order: the end is tried first.
    if (high > 0 && !precedes(mark, this.list[high - 1]!)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(mark, this.list[middle]!)) high = middle;
      else low = middle + 1;
    }
    this.list.splice(low, 0, mark);
    const node = mark.ranges[0]!.startContainer;
    this.byNode.set(node, [...this.startingIn(node), mark]);
  }
}

function make(mark: Mark, source: PageChunk): PageMark | null {
  const found = source.locate(mark);
  if (!found) return null;
  const ranges: StaticRange[] = [];
  for (const { node, start, end } of found.stretches) {
    // The page may have changed the node since: then the observer brings it again.
    if (!node.isConnected || node.length < end) return null;
    ranges.push(
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  }
  const surface = found.stretches.map(({ node, start, end }) => node.data.slice(start, end)).join('');
  const { entity, kind, because, own, marked } = mark;
  return { entity, kind, because, own, marked, ranges, surface, block: found.block };
}

/** Whether a mention stands before another in the page; one in a shadow tree stands where its host does. */
function precedes(a: PageMark, b: PageMark): boolean {
  const first = a.ranges[0]!;
  const second = b.ranges[0]!;
  if (first.startContainer === second.startContainer) return first.startOffset < second.startOffset;
  let from: Node = first.startContainer;
  let to: Node = second.startContainer;
  if (from.getRootNode() !== to.getRootNode()) {
    from = anchor(from);
    to = anchor(to);
    if (from === to) return false;
  }
  return (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function anchor(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
