import { parentOf, typeOf } from './nodes';
import { isEditable, isRead, roleOf } from './tags';

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;

/** How what stands in a node is read: on its own, with a block above it that is read whole, never; or it is not in the page. */
export type Place = 'read' | 'inside' | 'unread' | 'away';

/** Finds out how the text in a node is read, asking each node above at most once. */
export class Standing {
  private readonly known = new Map<Node, Place>();

  /** `whole` are the blocks that are read with all below them. */
  constructor(private readonly whole: ReadonlySet<Element>) {}

  of(node: Node | null): Place {
    const path: Node[] = [];
    let at = node;
    while (at && at !== document && !this.known.has(at)) {
      path.push(at);
      at = parentOf(at) ?? hostOf(at);
    }
    let place: Place = at === null ? 'away' : (this.known.get(at) ?? 'read');
    while (path.length > 0) {
      const at = path.pop()!;
      if (typeOf(at) === 1 && place !== 'away') {
        if (!isOpen(at as Element)) place = 'unread';
        else if (place === 'read' && this.whole.has(at as Element)) place = 'inside';
      }
      this.known.set(at, place);
    }
    return place;
  }
}

/** Whether the text of an element is read. */
export const isOpen = (element: Element): boolean => isRead(roleOf(element)) && !isEditable(element);

/** All the text nodes in a node, itself if it is one, shadow trees left aside. */
export function textsIn(node: Node): Text[] {
  if (node.nodeType === 3) return [node as Text];
  const walker = node.ownerDocument!.createTreeWalker(node, SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

const hostOf = (node: Node): Node | null =>
  typeOf(node) === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null;
