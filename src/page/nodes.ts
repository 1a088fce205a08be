/**
 * What a node says of itself. A form's fields hide the form's own properties when they are called like them
 * (`<input name="parentNode">`), so that a walk that asked the form would go round in circles for ever: here the
 * question goes past the fields. It costs no more than the plain property, which is asked where there is no such
 * getter (in a DOM made of plain objects).
 */
function asked<T extends object, R>(type: { prototype: T } | undefined, name: keyof T): (of: T) => R {
  const get = type && Object.getOwnPropertyDescriptor(type.prototype, name)?.get;
  return get ? (of) => get.call(of) : (of) => of[name] as R;
}

const { Node: NodeType, Element: ElementType } = globalThis as {
  Node?: { prototype: Node };
  Element?: { prototype: Element };
};

export const firstChildOf = asked<Node, Node | null>(NodeType, 'firstChild');
export const nextSiblingOf = asked<Node, Node | null>(NodeType, 'nextSibling');
export const typeOf = asked<Node, number>(NodeType, 'nodeType');
export const isInPage = asked<Node, boolean>(NodeType, 'isConnected');

// These two are asked most. Each is a function of its own text, since what one text makes shares what the engine learns
// of it, and the engine then no longer knows which getter is called.
const parent = NodeType && Object.getOwnPropertyDescriptor(NodeType.prototype, 'parentNode')?.get;
const localName = ElementType && Object.getOwnPropertyDescriptor(ElementType.prototype, 'localName')?.get;
export const parentOf = parent
  ? (node: Node): Node | null => parent.call(node)
  : (node: Node): Node | null => node.parentNode;
/** The element's tag, in lower case where it is HTML. */
export const tagOf = localName
  ? (element: Element): string => localName.call(element)
  : (element: Element): string => element.localName;

export const holds = (root: Node, node: Node): boolean =>
  NodeType ? NodeType.prototype.contains.call(root, node) : root.contains(node);
export const attributeOf = (element: Element, name: string): string | null =>
  ElementType ? ElementType.prototype.getAttribute.call(element, name) : element.getAttribute(name);
/** Whether the element and all above it tell their parents truly, to code that is not ours too. */
export function isPlain(element: Element): boolean {
  for (let at: Node | null = element; at; at = parentOf(at)) if (at.parentNode !== parentOf(at)) return false;
  return true;
}
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
/** Rendered, and not made invisible. */
export const isShown = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
