import { BLOCK_SEPARATOR } from '../text/separator';
import { Chunk } from './chunk';
import { isEditable, isRead, roleOf } from './tags';

/** The most text of one message to the background, in UTF-16 units. */
export const CHUNK_LIMIT = 60_000;

export type Block = Element | ShadowRoot;
export type PageChunk = Chunk<Text, Block>;

/** What to gather: a block with all below it, or only the inline text of the block itself. */
export interface Unit {
  root: Block;
  deep: boolean;
}

/**
 * Reads the text of the units in page order and yields the chunks as they fill; between them it yields null every
 * few hundred nodes, so that the caller can end its slice. The walk goes by parents and siblings and stands a change
 * of the page between two slices: a part that was taken out is left, and the observer of changes brings what came in.
 */
export function* gather(
  units: Iterable<Unit>,
  onShadow: (root: ShadowRoot) => void,
): Generator<PageChunk | null, void, void> {
  let chunk: PageChunk = new Chunk();
  let steps = 0;

  for (const { root, deep } of units) {
    // The blocks that the walk is in, innermost last; a shadow root stands for its host's content.
    const path: Block[] = [root];
    let node: Node | null = root.firstChild;
    let above: Node = root;
    if (deep && root.nodeType === 1) {
      const shadow = (root as Element).shadowRoot;
      if (shadow) {
        onShadow(shadow);
        for (const part of gather([{ root: shadow, deep: true }], onShadow)) yield part;
      }
    }
    for (;;) {
      if (!node) {
        if (above === root) break;
        // Leaves an element; in a part taken out of the page meanwhile, the way up ends early.
        if (path.at(-1) === above) {
          path.pop();
          chunk.separate(BLOCK_SEPARATOR);
        }
        const parent: Node | null = above.parentNode;
        if (!parent || !above.isConnected) break;
        node = above.nextSibling;
        above = parent;
        continue;
      }
      if (node.nodeType === 3) {
        const text = flowing((node as Text).data, above);
        const block = path.at(-1)!;
        if (chunk.length + text.length <= CHUNK_LIMIT) chunk.add(node as Text, text, block);
        else
          for (const piece of pieces(text)) {
            if (chunk.length + piece.text.length > CHUNK_LIMIT) {
              yield chunk;
              chunk = new Chunk();
            }
            chunk.add(node as Text, piece.text, block, piece.offset);
          }
      } else if (node.nodeType === 1) {
        const element = node as Element;
        const role = roleOf(element);
        if (role === 'block' || role === 'skip') chunk.separate(BLOCK_SEPARATOR);
        if (isRead(role) && (deep || role === 'inline') && !isEditable(element)) {
          const shadow = element.shadowRoot;
          if (shadow && deep) {
            onShadow(shadow);
            for (const part of gather([{ root: shadow, deep: true }], onShadow)) yield part;
          }
          const first = element.firstChild;
          if (first) {
            if (role === 'block') path.push(element);
            above = element;
            node = first;
            continue;
          }
        }
      }
      node = node.nextSibling;
      if ((++steps & 255) === 0) yield null;
    }
    chunk.separate(BLOCK_SEPARATOR);
  }
  if (chunk.length > 0) yield chunk;
}

const BREAKS = /[\n\r]/g;

/** A line break of the page's source is a space for the reader, but in preformatted text; the length stays the same. */
function flowing(text: string, parent: Node): string {
  return text.includes('\n') && (parent as Element).tagName !== 'PRE' ? text.replace(BREAKS, ' ') : text;
}

/** A long text in pieces of at most the limit, cut at white space where there is some near. */
function* pieces(text: string): Generator<{ text: string; offset: number }> {
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + CHUNK_LIMIT);
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      if (space > end - 1_000) end = space + 1;
    }
    yield { text: text.slice(at, end), offset: at };
    at = end;
  }
}
