import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { gather } from '../../src/page/gather';
import { isEditable, isRead, roleOf } from '../../src/page/tags';

const SEPARATOR = '\u001f';

/** White space beside a separator says nothing, and several separators are one. */
const plain = (text: string): string =>
  text
    .split(SEPARATOR)
    .map((part) => part.replace(/^ +| +$/g, ''))
    .filter((part) => part !== '')
    .join('|');

/** The same by plain recursion: texts in order, a separator at each edge of a block. */
function plainly(root: Element): string {
  const parts: string[] = [];
  const visit = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) parts.push((node as Text).data.trim() === '' ? ' ' : (node as Text).data);
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const role = roleOf(element);
      if (role === 'silent') continue;
      const edge = role === 'inline' ? [] : [SEPARATOR];
      parts.push(...edge);
      if (isRead(role) && !isEditable(element)) visit(element);
      parts.push(...edge);
    }
  };
  visit(root);
  return parts.join('') + SEPARATOR;
}

const word = fc.constantFrom('Iwaya', 'said', '石破', ' ', '  ');
const tag = fc.constantFrom('b', 'i', 'a', 'p', 'div', 'span', 'br', 'code', 'script', 'section', 'svg');
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    word,
    fc
      .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, inner]) => (name === 'br' ? '<br>' : `<${name}>${inner.join('')}</${name}>`)),
    fc
      .tuple(fc.constantFrom('span', 'div'), fc.array(tie('node'), { maxLength: 3 }))
      .map(([name, inner]) => `<${name} contenteditable>${inner.join('')}</${name}>`),
    fc.constant('<!-- a comment -->'),
  ),
})).node;

it('a walk over text nodes alone gives what plain recursion gives (any markup)', () => {
  fc.assert(
    fc.property(fc.array(markup, { maxLength: 6 }), (nodes) => {
      // scripts hold text only, and a paragraph inside one is the parser's own matter
      const html = nodes.join('').replaceAll(/<script>.*?<\/script>/g, '<script>x</script>');
      const { document } = parseHTML(`<!doctype html><html><body><div>${html}</div></body></html>`);
      const texts: string[] = [];
      for (const chunk of gather([{ root: document.body, deep: true }])) if (chunk) texts.push(chunk.text);
      expect(plain(texts.join(''))).toBe(plain(plainly(document.body)));
    }),
    { numRuns: 1_000 },
  );
});
