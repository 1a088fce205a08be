import type { Block } from './deep';
import { firstChildOf, nextSiblingOf, parentOf, typeOf } from './nodes';
import { isOpen } from './standing';
import { blockOf, roleOf } from './tags';

/** The text nodes of one block that nothing parts, in page order: what a name can lie in. */
export interface Run {
  block: Block;
  nodes: Text[];
}

/**
 * The run that a text node or an inline element stands in, or stood beside; null if there is none, or if one of its
 * nodes is among the `seen`, which takes the nodes of every run that is given. Costs as much as the run is long.
 */
export function runAround(node: Node, seen: Set<Node>): Run | null {
  const before: Text[] = [];
  for (const at of walk(node, false)) {
    if (seen.has(at)) return null;
    before.push(at);
  }
  const nodes = before.reverse();
  if (node.nodeType === 3) {
    if (seen.has(node)) return null;
    nodes.push(node as Text);
  }
  for (const at of walk(node, true)) {
    if (seen.has(at)) return null;
    nodes.push(at);
  }
  const block = nodes.length > 0 ? blockOf(nodes[0]!) : null;
  if (!block) return null;
  for (const at of nodes) seen.add(at);
  return { block, nodes };
}

/** The text nodes from a node on, in one direction, up to the next edge of a block. An element's own are those after its start. */
function* walk(from: Node, forward: boolean): Generator<Text, void, void> {
  let enter = forward && from.nodeType === 1 && isOpen(from as Element);
  for (let at = next(from, forward, enter); at; at = next(at, forward, enter)) {
    enter = false;
    if (at.nodeType === 3) yield at as Text;
    if (at.nodeType !== 1) continue;
    const role = roleOf(at as Element);
    if (role === 'block' || role === 'skip') return;
    enter = isOpen(at as Element);
  }
}

function next(from: Node, forward: boolean, enter: boolean): Node | null {
  const inner = enter ? (forward ? firstChildOf(from) : from.lastChild) : null;
  if (inner) return inner;
  for (let at = from; ; ) {
    const sibling = forward ? nextSiblingOf(at) : at.previousSibling;
    if (sibling) return sibling;
    const parent = parentOf(at);
    if (parent === null || typeOf(parent) !== 1 || roleOf(parent as Element) !== 'inline') return null;
    at = parent;
  }
}
