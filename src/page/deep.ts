import { firstChildOf, holds, isInPage, nextSiblingOf, parentOf, typeOf } from './nodes';
import { isEditable, isPreformatted, isRead, roleOf, roleOfNode } from './tags';

export type Block = Element | ShadowRoot;

/** Takes what is read, in page order. */
export interface Sink {
  take(node: Text, text: string): void;
  /** Here a block ends or begins: nothing is read across. Several in a row are one. */
  part(): void;
}

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;

/** Nodes between two looks at the clock. */
const STRIDE = 256;

/**
 * Hands over the text of all that is below a root, in page order: a TreeWalker gives the text nodes alone, and as few
 * elements as can be are touched, since to touch a node costs more than all that is then done with it: those above a
 * text up to its block, and those above a block only where the block before it has another parent. What stands between
 * two texts is looked at only in one block. White space between blocks is not asked for anything.
 * Yields every few hundred nodes, and stands a change of the page meanwhile: where the part it was in has gone, the
 * nearest part that is left is read again.
 */
export function* readDeep(root: Block, sink: Sink): Generator<null, void, void> {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  const above = new Above(root);
  let last: Text | null = null;
  let lastBlock: Block | null = null;
  let lastParent: Node | null = null;
  let block: Block | null = null;
  /** White space since the last text: the node met last, and how many. */
  let blank: Text | null = null;
  let blanks = 0;
  let preformatted = false;
  let steps = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (isBlank(data)) {
      blank = node;
      blanks++;
    } else {
      const parent: Node = node.parentNode!;
      if (parent !== lastParent) {
        block = above.blockOf(parent);
        lastParent = parent;
      }
      if (block !== null) {
        if (block !== lastBlock) {
          sink.part();
          preformatted = isPreformatted(block);
        } else if (blanks === 0) {
          if (!isNext(last!, node, parent)) readBetween(last!, node, sink);
        } else if (blanks === 1 && isBetween(last!, blank!, node, parent)) sink.take(blank!, ' ');
        else readBetween(last!, node, sink);
        sink.take(node, preformatted ? inLines(data) : data);
        last = node;
        lastBlock = block;
        blanks = 0;
      }
    }
    if (++steps % STRIDE === 0) {
      const ancestors: Node[] = ancestorsOf(node);
      yield null;
      // The page may have changed meanwhile.
      above.forget();
      if (!node.isConnected) {
        walker.currentNode = ancestors.find((at) => isInPage(at) && holds(root, at)) ?? root;
        lastBlock = null;
      }
      lastParent = null;
      if (!last?.isConnected) lastBlock = null;
    }
  }
  sink.part();
}

/** White space that was met: a page indents its lines in a few ways only. At most so many are kept. */
const MOST_BLANKS = 500;
const blankTexts = new Set<string>();
const NOT_BLANK = /\S/;

/** White space and nothing else. */
export function isBlank(data: string): boolean {
  if (data.charCodeAt(0) > 32) return false;
  if (blankTexts.has(data)) return true;
  if (NOT_BLANK.test(data) || data === '') return false;
  if (blankTexts.size < MOST_BLANKS && data.length < MOST_BLANKS) blankTexts.add(data);
  return true;
}

/** Finds the blocks that texts are of. */
class Above {
  private block: Block;
  private container: Node | null = null;
  private containerIsRead = false;
  /** Whether what stands in an element is read, of those that hold blocks. */
  private readonly known = new Map<Node, boolean>();
  private readonly editable: boolean;

  constructor(private readonly root: Block) {
    this.block = root;
    this.editable = root.querySelector('[contenteditable]') !== null;
    this.forget();
  }

  /** The block of a text by its parent; null where it is not read. */
  blockOf(parent: Node): Block | null {
    let at: Node | null = parent;
    while (at !== this.block && at !== null) {
      if (at === this.root) {
        this.block = this.root;
        break;
      }
      const role = roleOfNode(at);
      if (!isRead(role) || (this.editable && isEditable(at as Element))) return null;
      const container: Node | null = parentOf(at);
      if (role === 'block') {
        if (container !== this.container) {
          this.container = container;
          this.containerIsRead = this.isReadIn(container);
        }
        if (!this.containerIsRead) return null;
        this.block = at as Element;
      } else at = container;
    }
    return at as Block | null;
  }

  /** To be called when the page may have changed. */
  forget(): void {
    this.block = this.root;
    this.container = null;
    this.known.clear();
    this.known.set(this.root, true);
  }

  private isReadIn(container: Node | null): boolean {
    const path: Node[] = [];
    let isRead: boolean | undefined = false;
    for (let at = container; at !== null; at = parentOf(at)) {
      isRead = this.known.get(at);
      if (isRead !== undefined) break;
      path.push(at);
      isRead = false;
      if (!this.isOpen(at)) break;
    }
    for (const node of path) this.known.set(node, isRead);
    return isRead;
  }

  private isOpen(node: Node): boolean {
    return isRead(roleOfNode(node)) && !(this.editable && isEditable(node as Element));
  }
}

/** Whether of two texts of one block one follows the other with nothing between but edges of their own inline elements. */
function isNext(from: Text, to: Text, parent: Node): boolean {
  const before = to.previousSibling;
  if (before === from) return true;
  const beside: Node | null = before ?? parent.previousSibling;
  if (beside === from) return before === null;
  return beside !== null && beside === from.parentNode && from.nextSibling === null;
}

/** The same, where a text that is white space stands between. */
function isBetween(from: Text, blank: Text, to: Text, parent: Node): boolean {
  const before: Node | null = blank.previousSibling;
  if (before !== from && !(before === from.parentNode && from.nextSibling === null)) return false;
  const after: Node | null = blank.nextSibling;
  return after === to || (after === parent && to.previousSibling === null);
}

/** White space between two texts of one block is a space each; what ends a line or a block (a break, an image) parts them. */
function readBetween(from: Text, to: Text, sink: Sink): void {
  let at: Node = from;
  for (;;) {
    const down = typeOf(at) === 1 && isEntered(at as Element) ? firstChildOf(at) : null;
    if (down) at = down;
    else {
      let up: Node | null = at;
      while (up !== null && nextSiblingOf(up) === null) up = parentOf(up);
      if (up === null) break;
      at = nextSiblingOf(up)!;
    }
    if (at === to) return;
    if (typeOf(at) === 3) {
      if (isBlank((at as Text).data)) sink.take(at as Text, ' ');
    } else if (typeOf(at) === 1) {
      const role = roleOf(at as Element);
      if (role === 'block' || role === 'skip') break;
    }
  }
  sink.part();
}

const isEntered = (element: Element): boolean => isRead(roleOf(element)) && !isEditable(element);

/** A line break that is one for the reader, which the others are not: the background reads those as spaces. */
const LINE = '\v';

/** Preformatted text with its line breaks told apart from those of a source that means spaces; the length stays the same. */
export const inLines = (data: string): string => data.replaceAll('\n', LINE);

function ancestorsOf(node: Node): Node[] {
  const above: Node[] = [];
  for (let at = parentOf(node); at; at = parentOf(at)) above.push(at);
  return above;
}
