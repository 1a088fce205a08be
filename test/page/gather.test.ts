import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { CHUNK_LIMIT, gather, type PageChunk, type Unit } from '../../src/page/gather';

const SEPARATOR = '\u001f';

const bodyOf = (html: string): Element =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

function chunksOf(units: Unit[]): PageChunk[] {
  const chunks: PageChunk[] = [];
  for (const chunk of gather(units)) if (chunk) chunks.push(chunk);
  return chunks;
}

const textOf = (html: string): string =>
  chunksOf([{ root: bodyOf(html), deep: true }])
    .map((chunk) => chunk.text)
    .join('');

describe('the text of a page', () => {
  it('joins inline elements and separates blocks', () => {
    expect(textOf('<p>Shigeru <b>Ishi</b><i>ba</i></p><p>Akazawa</p>')).toBe(
      `Shigeru Ishiba${SEPARATOR}Akazawa${SEPARATOR}`,
    );
    expect(textOf('<div>before<p>inside</p>after</div>')).toBe(
      `before${SEPARATOR}inside${SEPARATOR}after${SEPARATOR}`,
    );
    expect(textOf('Iwaya<br>Takeshi')).toBe(`Iwaya${SEPARATOR}Takeshi${SEPARATOR}`);
  });

  it('leaves line breaks of the source as they are, and tells those of preformatted text from them', () => {
    expect(textOf('<p>Ryosei\n  Akazawa</p>')).toBe(`Ryosei\n  Akazawa${SEPARATOR}`);
    expect(textOf('<pre>Ryosei\nAkazawa</pre>')).toBe(`Ryosei\vAkazawa${SEPARATOR}`);
  });

  it('reads the base of ruby without its reading', () => {
    expect(textOf('<ruby>石破<rt>いしば</rt></ruby>茂')).toBe(`石破茂${SEPARATOR}`);
  });

  it('reads the labels of a drawing, each for itself', () => {
    const html = '<svg><g><text>Glass</text><text>Aka<tspan>zawa</tspan></text></g></svg>';
    expect(textOf(html)).toBe(`Glass${SEPARATOR}Akazawa${SEPARATOR}`);
  });

  it('leaves out what is not read: code, scripts, inputs, editable regions', () => {
    const html =
      '<script>Akazawa</script><style>Akazawa</style><textarea>Akazawa</textarea><code>Akazawa</code>' +
      '<div contenteditable>Akazawa</div><span contenteditable="true">Akazawa</span><svg><title>Akazawa</title></svg>';
    expect(textOf(`<p>x</p>${html}`)).toBe(`x${SEPARATOR}`);
    expect(textOf('<p contenteditable="false">Akazawa</p>')).toBe(`Akazawa${SEPARATOR}`);
  });

  it('cuts chunks at the limit, at a space where there is one, and loses nothing', () => {
    const long = 'word '.repeat(40_000);
    const chunks = chunksOf([
      { root: bodyOf(`<p>${long}</p><p>${'x'.repeat(CHUNK_LIMIT * 2 + 7)}</p>`), deep: true },
    ]);
    expect(chunks.length).toBeGreaterThan(4);
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(CHUNK_LIMIT + 1);
    const joined = chunks.map((chunk) => chunk.text).join('');
    expect(joined.replaceAll(SEPARATOR, '')).toBe(long + 'x'.repeat(CHUNK_LIMIT * 2 + 7));
    expect(chunks[0]!.text.endsWith(' ')).toBe(true);
  });
});
