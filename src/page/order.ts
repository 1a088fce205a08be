/** Whether a node stands before another in the page; one in a shadow tree stands where its host does. */
export function precedes(a: Node, b: Node): boolean {
  let from = a;
  let to = b;
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
