import { BLOCK_SEPARATOR } from '../text/separator';
import type { Chunk } from './chunk';
import { firstChildOf, holds, isInPage, nextSiblingOf, parentOf, tagOf, typeOf } from './nodes';
import { isEditable, isRead, roleOf } from './tags';

export type Block = Element | ShadowRoot;

/** Takes one text node's text, cutting chunks where they are full. */
export type Take = (node: Text, text: string, block: Block) => void;

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;

/** Nodes between two looks at the clock. */
const STRIDE = 256;

/**
 * Hands over the text of all that is below a root, in page order: a TreeWalker gives the text nodes alone, the elements
 * above one are asked for their roles only where they are not those above the text before it, and what stands between
 * two texts of one block is looked at only there. White space between blocks is not asked for anything.
 * Yields every few hundred nodes, and stands a change of the page meanwhile: where the part it was in has gone, the
 * nearest part that is left is read again.
 */
export function* readDeep(
  root: Block,
  current: () => Chunk<Text, Block>,
  take: Take,
): Generator<null, void, void> {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  const above = new Above(root);
  /** White space since the last text, which counts if the next text turns out to be of the same block. */
  let blanks: Text[] = [];
  let last: Text | null = null;
  let lastParent: Node | null = null;
  let lastBlock: Block | null = null;
  let block: Block | null = null;
  let steps = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (isBlank(data)) {
      if (last) blanks.push(node);
    } else {
      const parent: Node = node.parentNode!;
      if (parent !== lastParent) {
        block = above.blockOf(parent);
        lastParent = parent;
      }
      if (block) {
        if (block !== lastBlock) current().separate(BLOCK_SEPARATOR);
        else {
          for (const blank of blanks) {
            if (above.blockOf(blank.parentNode!) !== block) continue;
            if (isParted(last!, blank)) current().separate(BLOCK_SEPARATOR);
            else take(blank, ' ', block);
            last = blank;
          }
          if (isParted(last!, node)) current().separate(BLOCK_SEPARATOR);
        }
        take(node, flowing(data, parent), block);
        last = node;
        lastBlock = block;
      }
      if (blanks.length > 0 && block) blanks = [];
    }
    if (++steps % STRIDE === 0) {
      const ancestors: Node[] = ancestorsOf(node);
      yield null;
      // The page may have changed meanwhile.
      above.forget();
      blanks = blanks.filter((blank) => blank.isConnected);
      if (!node.isConnected) {
        walker.currentNode = ancestors.find((at) => isInPage(at) && holds(root, at)) ?? root;
        lastBlock = null;
      }
      lastParent = null;
      if (!last?.isConnected) lastBlock = null;
    }
  }
  current().separate(BLOCK_SEPARATOR);
}

/** White space and nothing else, or nothing. */
export const isBlank = (data: string): boolean => data.charCodeAt(0) <= 32 && data.trim() === '';

/** The elements from the root down to the one last asked for, with the block of each; null for what is not read. */
class Above {
  private readonly path: Node[];
  private readonly blocks: (Block | null)[];
  private readonly fresh: Node[] = [];
  private readonly editable: boolean;

  constructor(root: Block) {
    this.path = [root];
    this.blocks = [root];
    this.editable = root.querySelector('[contenteditable]') !== null;
  }

  blockOf(node: Node): Block | null {
    const { path, blocks } = this;
    let at: Node = node;
    let known = path.length - 1;
    for (;;) {
      for (known = path.length - 1; known >= 0 && path[known] !== at; ) known--;
      if (known >= 0) break;
      this.fresh.push(at);
      const parent = parentOf(at);
      if (!parent) {
        this.fresh.length = 0;
        return null;
      }
      at = parent;
    }
    while (path.length > known + 1) {
      path.pop();
      blocks.pop();
    }
    let block: Block | null = blocks[known] ?? null;
    while (this.fresh.length > 0) {
      const element = this.fresh.pop() as Element;
      block = block && this.place(element, block);
      path.push(element);
      blocks.push(block);
    }
    return block;
  }

  forget(): void {
    this.path.length = 1;
    this.blocks.length = 1;
  }

  private place(element: Element, above: Block): Block | null {
    const role = roleOf(element);
    if (!isRead(role) || (this.editable && isEditable(element))) return null;
    return role === 'block' ? element : above;
  }
}

/** Whether something that ends a line or a block (a break, an image's frame, an empty block) stands between two texts of one block. */
function isParted(from: Text, to: Text): boolean {
  // The most common ways first: the next node, the first in the next element, the next after the own element.
  const next: Node | null = from.nextSibling;
  if (next === to || (next !== null && next === (to.parentNode as Node) && firstChildOf(next) === to))
    return false;
  if (next === null && nextSiblingOf(from.parentNode!) === to) return false;
  let at: Node = from;
  for (;;) {
    const role = typeOf(at) === 1 ? roleOf(at as Element) : 'inline';
    const down: Node | null = role === 'silent' ? null : firstChildOf(at);
    if (down) at = down;
    else {
      let up: Node | null = at;
      while (up && !nextSiblingOf(up)) up = parentOf(up);
      if (!up) return true;
      at = nextSiblingOf(up)!;
    }
    if (at === to) return false;
    if (typeOf(at) === 1) {
      const met = roleOf(at as Element);
      if (met === 'block' || met === 'skip') return true;
    }
  }
}

const BREAKS = /[\n\r]/g;

/** A line break of the page's source is a space for the reader, but in preformatted text; the length stays the same. */
export function flowing(text: string, parent: Node): string {
  return text.includes('\n') && tagOf(parent as Element) !== 'pre' ? text.replace(BREAKS, ' ') : text;
}

function ancestorsOf(node: Node): Node[] {
  const above: Node[] = [];
  for (let at = parentOf(node); at; at = parentOf(at)) above.push(at);
  return above;
}
