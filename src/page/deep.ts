import { BLOCK_SEPARATOR } from '../text/separator';
import type { Chunk } from './chunk';
import { isEditable, isRead, roleOf } from './tags';

export type Block = Element | ShadowRoot;

/** Takes one text node's text, cutting chunks where they are full. */
export type Take = (node: Text, text: string, block: Block) => void;

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;

/** Nodes between two looks at the clock. */
const STRIDE = 256;

/**
 * Hands over the text of all that is below a root, in page order: a TreeWalker gives the text nodes alone, each
 * element above one is asked for its role once, and what stands between two texts of one block is looked at only there.
 * Yields every few hundred nodes, and stands a change of the page meanwhile: where the part it was in has gone, the
 * nearest part that is left is read again.
 */
export function* readDeep(
  root: Block,
  current: () => Chunk<Text, Block>,
  take: Take,
): Generator<null, void, void> {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  const places = new Places(root);
  let last: Text | null = null;
  let lastParent: Node | null = null;
  let lastBlock: Block | null = null;
  let block: Block | null = null;
  let steps = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent: Node | null = node.parentNode;
    if (parent !== lastParent) {
      block = places.blockOf(parent!);
      lastParent = parent;
    }
    if (block) {
      const { data } = node;
      const blank = data.charCodeAt(0) <= 32 && data.trim() === '';
      // White space between two blocks says nothing; within one it parts two words.
      if (!blank || block === lastBlock) {
        const joins = block === lastBlock && !isParted(last!, node);
        if (!joins) current().separate(BLOCK_SEPARATOR);
        if (!blank || joins) {
          take(node, blank ? ' ' : flowing(data, parent!), block);
          last = node;
          lastBlock = block;
        }
      }
    }
    if (++steps % STRIDE === 0) {
      const above: Node[] = ancestorsOf(node);
      yield null;
      if (!node.isConnected) {
        walker.currentNode = above.find((at) => at.isConnected && root.contains(at)) ?? root;
        lastBlock = null;
      }
    }
  }
  current().separate(BLOCK_SEPARATOR);
}

/** Each element's block, asked once; null for what is not read. */
class Places {
  private readonly known = new Map<Node, Block | null>();
  private readonly editable: boolean;

  constructor(private readonly root: Block) {
    this.known.set(root, root);
    this.editable = root.querySelector('[contenteditable]') !== null;
  }

  blockOf(node: Node): Block | null {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const above = node.parentNode ? this.blockOf(node.parentNode) : this.root;
    const block = above && this.place(node as Element, above);
    this.known.set(node, block);
    return block;
  }

  private place(element: Element, above: Block): Block | null {
    const role = roleOf(element);
    if (!isRead(role) || (this.editable && isEditable(element))) return null;
    return role === 'block' ? element : above;
  }
}

/** Whether something that ends a line or a block (a break, an image's frame, an empty block) stands between two texts of one block. */
function isParted(from: Text, to: Text): boolean {
  if (from.nextSibling === to) return false;
  let at: Node = from;
  for (;;) {
    const role = at.nodeType === 1 ? roleOf(at as Element) : 'inline';
    const down: Node | null = role === 'silent' ? null : at.firstChild;
    if (down) at = down;
    else {
      let up: Node | null = at;
      while (up && !up.nextSibling) up = up.parentNode;
      if (!up) return true;
      at = up.nextSibling!;
    }
    if (at === to) return false;
    if (at.nodeType === 1) {
      const next = roleOf(at as Element);
      if (next === 'block' || next === 'skip') return true;
    }
  }
}

const BREAKS = /[\n\r]/g;

/** A line break of the page's source is a space for the reader, but in preformatted text; the length stays the same. */
export function flowing(text: string, parent: Node): string {
  return text.includes('\n') && (parent as Element).tagName !== 'PRE' ? text.replace(BREAKS, ' ') : text;
}

function ancestorsOf(node: Node): Node[] {
  const above: Node[] = [];
  for (let at = node.parentNode; at; at = at.parentNode) above.push(at);
  return above;
}

/** The open shadow roots below a root, those inside shadow trees not among them. */
export function shadowsBelow(root: Block): ShadowRoot[] {
  const shadows: ShadowRoot[] = [];
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) shadows.push(element.shadowRoot);
  return shadows;
}
