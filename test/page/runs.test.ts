import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { gather, type Unit } from '../../src/page/gather';
import { runAround } from '../../src/page/runs';
import { isEditable, isRead, roleOf } from '../../src/page/tags';

const SEPARATOR = '\u001f';

const word = fc.constantFrom('Iwaya', 'said', '石破', ' ', '  ');
const tag = fc.constantFrom('b', 'i', 'a', 'p', 'div', 'span', 'code', 'section', 'textarea');
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    word,
    fc
      .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${name === 'textarea' ? 'x' : inner.join('')}</${name}>`),
    fc.array(tie('node'), { maxLength: 3 }).map((inner) => `<span contenteditable>${inner.join('')}</span>`),
    fc.constantFrom('<!-- a comment -->', '<br>', '<script>x</script>'),
  ),
})).node;

const bodyOf = (html: string): Element =>
  parseHTML(`<!doctype html><html><body><div>${html}</div></body></html>`).document.body;

/** The texts of the runs that are gathered. */
function runsOf(units: Unit[]): string[] {
  const texts: string[] = [];
  for (const chunk of gather(units)) if (chunk) texts.push(chunk.text);
  return texts
    .join('')
    .split(SEPARATOR)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** The text nodes that are read, in page order. */
function readIn(parent: Element): Text[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return [node as Text];
    const element = node as Element;
    return node.nodeType === 1 && isRead(roleOf(element)) && !isEditable(element) ? readIn(element) : [];
  });
}

describe('the runs of a page', () => {
  it('found from each of its texts are those that the whole reading has (any markup)', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 6 }), (nodes) => {
        const body = bodyOf(nodes.join(''));
        const whole = runsOf([{ root: body, deep: true }]);
        const seen = new Set<Node>();
        const units = readIn(body).flatMap((text) => {
          const run = runAround(text, seen);
          return run ? [{ run }] : [];
        });
        expect(runsOf(units)).toEqual(whole);
        for (const text of readIn(body)) {
          const run = runAround(text, new Set())!;
          expect(run.nodes).toContain(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('end at the edges of blocks and go through inline elements', () => {
    const body = bodyOf('one <b>two<p>three</p>four</b> five<br>six');
    const run = (text: string) => {
      const node = readIn(body).find(({ data }) => data === text)!;
      return runAround(node, new Set())!.nodes.map(({ data }) => data);
    };
    expect(run('two')).toEqual(['one ', 'two']);
    expect(run(' five')).toEqual(['four', ' five']);
    expect(run('six')).toEqual(['six']);
  });

  it('of a node that was seen in another are not given again', () => {
    const [one, two] = readIn(bodyOf('one <b>two</b>')) as [Text, Text];
    const seen = new Set<Node>();
    expect(runAround(one, seen)?.nodes).toEqual([one, two]);
    expect(runAround(two, seen)).toBeNull();
  });
});
