import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../gallery/i18n';

vi.mock('@wxt-dev/i18n', () => import('../gallery/i18n'));

const { reasonText } = await import('../../src/ui/card/reasons');
const { seconds, scriptLang } = await import('../../src/ui/text');
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Node {
  type: string;
  value?: unknown;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
}

/** What an attribute says to people. */
const SAID =
  /^(?:title|alt|label|placeholder|aria-(?:label|description|placeholder|roledescription|valuetext))$/;
const WORD = /\p{L}{2,}/u;

/** The strings that an expression may come to, as far as they stand in it. */
function* literals(node: unknown): Generator<string> {
  if (!isNode(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') yield node.value;
  if (node.type === 'TemplateLiteral')
    for (const part of node.quasis as { value: { cooked: string } }[]) yield part.value.cooked;
  if (node.type === 'ConditionalExpression')
    yield* [...literals(node.consequent), ...literals(node.alternate)];
  if (node.type === 'LogicalExpression') yield* [...literals(node.left), ...literals(node.right)];
  if (node.type === 'JSXExpressionContainer') yield* literals(node.expression);
}

/** The words that stand in a component's markup itself. */
function wordsIn(code: string): string[] {
  const { program } = parseSync('file.tsx', code);
  const found: string[] = [];
  for (const node of nodesIn(program as unknown as Node)) {
    if (node.type === 'JSXText') found.push(String(node.value));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') found.push(...literals(child));
    if (node.type === 'JSXAttribute' && SAID.test(String((node.name as Node).name)))
      found.push(...literals(node.value));
  }
  return found.map((text) => text.trim()).filter((text) => WORD.test(text));
}

describe('the words of the pages', () => {
  const files = ['src', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  );

  it('are looked for where they could be', () => {
    const code =
      '<p title="A title">Some {"more"} {x ? `of it` : z || "last"}<i class="no" aria-hidden="true">· 1</i></p>';
    expect(wordsIn(code).sort()).toEqual(['A title', 'Some', 'last', 'more', 'of it'].sort());
    expect(files.length).toBeGreaterThan(25);
  });

  it('come from the locales: none stands in the markup but the name of Nameplate', () => {
    const found = files.flatMap((file) =>
      wordsIn(readFileSync(join(root, file), 'utf8')).map((words) => `${file}: ${words}`),
    );
    expect(found.filter((line) => !line.endsWith(': Nameplate'))).toEqual([]);
  });
});

describe('the reasons for a mark', () => {
  const source = readFileSync(join(root, 'src', 'link', 'score.ts'), 'utf8');
  const given = [...source.matchAll(/(?:tell\([^;]*?, |const part = |\? |: )(['`])((?:(?!\1).)+)\1/g)]
    .map(([, , text]) => text!.replace(/\$\{[^}]*\}/g, 'X'))
    .filter((text) => /[a-z]{2,}/.test(text) && text.includes(' '));

  it('are all known by the words that linking gives', () => {
    expect(given.length).toBeGreaterThan(8);
    for (const lang of ['en', 'ja']) {
      setLanguage(lang);
      const untold = given.filter((reason) => lang === 'ja' && reasonText(reason) === reason);
      expect(untold).toEqual([]);
    }
    setLanguage('en');
    for (const reason of [...given, 'but part of “X”']) expect(reasonText(reason)).toBe(reason);
  });
});

describe('numbers and languages', () => {
  it('are written as the reader writes them', () => {
    setLanguage('en');
    expect(seconds(150)).toBe('0.15 s');
    setLanguage('ja');
    expect(seconds(150)).toBe('0.15秒');
  });

  it('tells a text’s language by its script', () => {
    expect(['Mina Sato', '佐藤美奈', 'トーマス', '서울', '12 %'].map(scriptLang)).toEqual([
      'en',
      'ja',
      'ja',
      'ko',
      undefined,
    ]);
  });
});
