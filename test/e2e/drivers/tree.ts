import type { AxNode } from './types';

/** Every node, in reading order. */
export function* walk(node: AxNode): Generator<AxNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

function fits(node: AxNode, role: string, name?: string | RegExp): boolean {
  if (node.role !== role) return false;
  if (name === undefined) return true;
  return typeof name === 'string' ? node.name.trim() === name : name.test(node.name);
}

/** All nodes of a role (and a name). */
export function findAll(tree: AxNode | null, role: string, name?: string | RegExp): AxNode[] {
  return tree ? [...walk(tree)].filter((node) => fits(node, role, name)) : [];
}

/** The first node of a role (and a name), or undefined. */
export function find(tree: AxNode | null, role: string, name?: string | RegExp): AxNode | undefined {
  return findAll(tree, role, name)[0];
}

/** The node that has the focus, the innermost if the browser reports several. */
export function focused(tree: AxNode | null): AxNode | undefined {
  return tree ? [...walk(tree)].filter((node) => node.focused).at(-1) : undefined;
}

/** What a node says when read aloud: the names of its text leaves, one space between. */
export function textOf(node: AxNode | null | undefined): string {
  if (!node) return '';
  const leaves = [...walk(node)].filter((item) => item.role === 'text').map((item) => item.name);
  return leaves.join(' ').replace(/\s+/g, ' ').trim();
}

/** The tree as indented lines for people: containers by role and name, text as it stands. */
export function outline(node: AxNode, depth = 0): string[] {
  const pad = '  '.repeat(depth);
  if (node.role === 'text') return node.name.trim() ? [pad + node.name.trim()] : [];
  const plain = node.role === 'generic' || node.role === 'paragraph';
  const inner = node.children.flatMap((child) => outline(child, plain ? depth : depth + 1));
  if (plain) return inner;
  const said = inner.join(' ').replace(/\s+/g, ' ').trim();
  const name = node.name.trim();
  if (said === name || inner.length === 0) return name ? [`${pad}[${node.role}] ${name}`] : [];
  return [`${pad}[${node.role}]${name && !said.startsWith(name) ? ` ${name}` : ''}`, ...inner];
}
