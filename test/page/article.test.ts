import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** What is saved of a page as the browser has it; null where it has no article. */
async function saved(html: string) {
  const { document, window } = parseHTML(`<!doctype html><html lang="en">${html}</html>`);
  for (const [name, value] of Object.entries({
    document,
    location: { href: 'https://courier.example/a', pathname: '/a' },
    DOMParser: window.DOMParser,
    Node: window.Node,
  }))
    vi.stubGlobal(name, value);
  const { readPageArticle } = await import('../../src/page/article');
  return readPageArticle();
}

afterEach(() => vi.unstubAllGlobals());

const brief = [
  'Harbour master Tomas Berglund said on Tuesday that the tolls would go up in June, and that every captain had been told of it in a letter.',
  '“We have waited long enough,” Berglund said. The board had met for nine hours and had eaten nothing but soup and bread all day long.',
  'Captain Ines Marwood of the night ferry called the letter an insult, and the captains of the other boats signed what she wrote to them.',
]
  .map((line) => `<p>${line}</p>`)
  .join('');

describe('a short page', () => {
  it('has an article where it says so', async () => {
    const said = [
      `<head><meta property="og:type" content="article"></head><body><main><h1>Tolls</h1>${brief}</main></body>`,
      `<head><script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body><main><h1>Tolls</h1>${brief}</main></body>`,
      `<body><main><article><h1>Tolls</h1>${brief}</article></main></body>`,
    ];
    for (const html of said) expect((await saved(html))?.text ?? html).toMatch(/^[^<][\s\S]*Ines Marwood/);
  });

  it('has none where nothing says so, nor where it says so of less than a paragraph', async () => {
    expect(await saved(`<body><div class="cart"><h1>Rope</h1>${brief}</div></body>`)).toBeNull();
    expect(await saved('<body><article><h1>Rope</h1><p>Ten dollars.</p></article></body>')).toBeNull();
  });
});
