import { parseAst } from 'vite';

/** Attributes whose values people read or hear. */
const READ =
  /^(?:title|alt|placeholder|label|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
/** What is the same in every language. */
const NAMES = new Set(['Nameplate']);

interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

const isWords = (text: unknown): text is string =>
  typeof text === 'string' && /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

/**
 * Words for people that stand in a component's code instead of coming from the strings: text between tags, and values of
 * attributes that are read out, literal or by any branch of an expression. What functions are given is left out: keys,
 * classes and elements' names are no words.
 */
export function saidInCode(code: string): string[] {
  const found: string[] = [];
  const take = (text: unknown) => {
    if (isWords(text)) found.push(text.trim());
  };
  /** The texts that an expression may come to. */
  const within = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') take(node.value);
    if (node.type === 'TemplateLiteral') {
      for (const { value } of node.quasis as { value: { cooked: string } }[]) take(value.cooked);
      for (const part of node.expressions as unknown[]) within(part);
    }
    if (node.type === 'ConditionalExpression')
      for (const key of ['consequent', 'alternate']) within(node[key]);
    if (node.type === 'LogicalExpression') {
      if (node.operator !== '&&') within(node.left);
      within(node.right);
    }
    if (node.type === 'BinaryExpression' && node.operator === '+')
      for (const key of ['left', 'right']) within(node[key]);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (!isNode(node)) return;
    if (node.type === 'JSXText') take(node.value);
    if (node.type === 'JSXAttribute' && READ.test((node.name as { name: string }).name)) {
      const value = node.value as Node | null;
      within(value?.type === 'JSXExpressionContainer' ? value.expression : value);
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') within(child.expression);
    const isTitle = node.type === 'AssignmentExpression' && /\.title$/.test(pathOf(node.left));
    if (isTitle) within(node.right);
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseAst(code, { lang: 'tsx' }) as unknown);
  return found;
}

/** "document.title" of a member expression; '' of anything else. */
const pathOf = (node: unknown): string =>
  isNode(node) && node.type === 'MemberExpression'
    ? `${pathOf(node.object)}.${(node.property as { name?: string }).name ?? ''}`
    : '';
