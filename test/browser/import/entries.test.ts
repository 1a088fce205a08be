import { DOMParser, parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { corpusOfSeeds } from '../../../src/cli/corpus';
import { LIMITS } from '../../../src/corpus/limits';
import { madeArticles } from '../../grammar/articles';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.stubGlobal('DOMParser', DOMParser);
vi.stubGlobal('Node', parseHTML('<p>').window.Node);

const { entriesOf } = await import('../../../src/browser/import/entries');

const [first, second] = [...madeArticles(2)];
const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
async function entries(given: File) {
  const found = [];
  for await (const entry of entriesOf(given)) found.push(entry);
  return found;
}
const articles = async (given: File) =>
  (await entries(given)).flatMap((entry) => ('incoming' in entry ? [entry.incoming.article] : []));
const problems = async (given: File) =>
  (await entries(given)).flatMap((entry) => ('problem' in entry ? [entry.problem] : []));
/** Eight paragraphs that differ in a number. */
const numbered = (paragraph: string) =>
  Array.from({ length: 8 }, (_, i) => paragraph.replace('<p>', `<p>${i}. `)).join('');
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('a file that can be imported', () => {
  it('may be JSON Lines of articles, with line ends of any kind and a mark before them', async () => {
    const text = `\ufeff${line(first)}\r\n\n${line(second)}`;
    expect(await articles(file('a.jsonl', text))).toEqual([first, second]);
    expect(await articles(file('a.json', `[${JSON.stringify(first)},${JSON.stringify(second)}]`))).toEqual([
      first,
      second,
    ]);
    expect(await articles(file('no-ending', line(first)))).toEqual([first]);
  });

  it('may be an export, which tells when an article came, and of whom it is', async () => {
    const kept = { ...first, origin: 'saved' };
    const [one] = await entries(file('a.jsonl', line({ article: kept, reading: {}, added: 12 })));
    expect(one).toMatchObject({ incoming: { article: kept, added: 12 } });
    const [other] = await entries(file('a.jsonl', line({ article: first, added: 'soon' })));
    expect(other).toMatchObject({ incoming: { article: first } });
    expect(await articles(file('a.jsonl', line({ article: { ...first, origin: 'bundled' } })))).toEqual([
      first,
    ]);
  });

  it('may be a page set by typewriter, whose empty lines part paragraphs', async () => {
    const said =
      'Mina Sato of the harbour board said on Tuesday that\nthe talks would go on, and that nobody would leave.';
    const paragraphs = Array.from({ length: 8 }, (_, i) => `${i}: ${said}`);
    const html = `<html><body><article><pre>${paragraphs.join('\n \n')}</pre></article></body></html>`;
    const [article] = await articles(file('talks.html', html));
    expect(article?.text.split('\n')).toEqual(paragraphs.map((line) => line.replace('\n', ' ')));
  });

  it('is none where a web page only leads to articles, and is one that heads its parts with links', async () => {
    const teaser =
      '<p>What the story tells of the captains, of their boats and of the board that pays for the rope, and of nobody else.</p>';
    const page = (times: number) =>
      `<html><body><main>${Array.from({ length: 9 }, (_, i) => `<article><h2><a href="/a${i}">Story ${i} of the harbour</a></h2>${Array.from({ length: times }, (_, n) => teaser.replace('What', `${i}.${n}: what`)).join('')}</article>`).join('')}</main></body></html>`;
    expect(await problems(file('front.html', page(1)))).toEqual([{ code: 'empty', values: ['front.html'] }]);
    expect((await articles(file('parts.html', page(6)))).length).toBe(1);
  });

  it('may be a web page that has its article twice', async () => {
    const lines = Array.from(
      { length: 6 },
      (_, i) =>
        `Pilot ${i} of the north quay said on Tuesday that the boats would go out again, rope or no rope.`,
    );
    const copy = `<article><h1>Pilots go back to work</h1>${lines.map((line) => `<p>${line}</p>`).join('<p>***</p>')}</article>`;
    const [article] = await articles(
      file('twice.html', `<html><title>Twice</title><body><main>${copy}${copy}</main></body></html>`),
    );
    expect(article?.title).toBe('Pilots go back to work');
    expect(article?.text.split('\n').filter((line) => line.startsWith('Pilot '))).toEqual(lines);
  });

  it('may be a short web page in Japanese', async () => {
    const said = '<p>港湾局の山田花子局長は七日、記者会見で「夜ごとに明かりをともす」と述べた。</p>';
    const page = (lang: string) =>
      `<html lang="${lang}"><body><article><h1>港の新しい灯台守</h1>${numbered(said)}</article></body></html>`;
    expect((await articles(file('a.html', page('ja')))).length).toBe(1);
    expect(
      (await articles(file('a.html', page('en').replaceAll(/<p>.*?<\/p>/g, '<p>A dozen words.</p>')))).length,
    ).toBe(0);
  });

  it('may be a web page, with what it says of itself', async () => {
    const html = `<!doctype html><!-- saved from url=(0026)https://courier.example/a --><html><head><title>Talks</title>
      <meta property="og:site_name" content="The Harbour Courier"><meta name="date" content="2025-04-22"></head><body><article>
      <h1>Talks go on</h1>${numbered('<p>Mina Sato of the harbour board said on Tuesday that the talks would go on, and that nobody would leave.</p>')}
      </article><script>alert(1)</script></body></html>`;
    expect(await articles(file('talks.html', html))).toEqual([
      expect.objectContaining({
        title: 'Talks go on',
        publisher: 'The Harbour Courier',
        url: 'https://courier.example/a',
        published: { date: '2025-04-22', basis: 'stated' },
        origin: 'imported',
        text: expect.stringMatching(/^(?!.*alert).*Mina Sato/s),
      }),
    ]);
  });

  it('may be a text', async () => {
    const [article] = await articles(file('talks.txt', 'Talks go on\n22 April 2025\n\nMina Sato said so.'));
    expect(article).toMatchObject({
      title: 'Talks go on',
      published: { date: '2025-04-22', basis: 'stated' },
      text: 'Talks go on\n22 April 2025\n\nMina Sato said so.',
    });
  });

  it('keeps nothing that articles do not have, and no unseen characters in its lines', async () => {
    const strange = { ...first, title: 'Talks\u202e\n go on', __proto__: null, constructor: 1, more: 'x' };
    expect(await articles(file('a.jsonl', line(strange)))).toEqual([{ ...first, title: 'Talks go on' }]);
  });
});

describe('a file that cannot be imported', () => {
  it.each<[string, string, BlobPart, string, string[]]>([
    ['nothing', 'a.txt', '', 'empty', []],
    ['no word', 'a.txt', '… 12 …', 'empty', []],
    ['a page without an article', 'a.html', '<html><body><p>Log in</p></body></html>', 'empty', []],
    ['a picture', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), 'notText', []],
    ['lines in no encoding', 'a.jsonl', Uint8Array.of(0x7b, 0xff, 0xfe), 'notText', []],
    ['half a pack', 'a.json', '{"schemaVersion":1,"articles":[', 'notJson', []],
    ['a pack without a version', 'a.json', '{"articles": 3}', 'packVersion', []],
    ['a pack of another version', 'a.json', '{"schemaVersion":99,"articles":[]}', 'packVersion', []],
    ['half a list', 'a.json', '[{"id": 1}', 'notJson', []],
  ])('%s', async (_, name, content, code, rest) => {
    const [problem, ...more] = await problems(file(name, content));
    expect(problem).toMatchObject({ code, values: expect.arrayContaining([name, ...rest]) });
    expect(more).toEqual([]);
  });
});

describe('a line that cannot be taken', () => {
  it.each<[unknown, string, string[]]>([
    ['hello', 'lineObject', []],
    [[], 'lineObject', []],
    [{ text: 'x' }, 'lineMissing', ['id']],
    [{ ...first, text: 3 }, 'lineString', ['text']],
    [{ ...first, title: 3 }, 'lineString', ['title']],
    [{ ...first, published: 'soon' }, 'lineDay', ['published']],
    [{ ...first, text: '… 12'.repeat(0) }, 'lineDamaged', ['text']],
    [{ ...first, id: '__proto__' }, 'lineDamaged', ['id']],
    [{ ...first, id: 'constructor' }, 'lineDamaged', ['id']],
    [{ ...first, url: 'javascript:alert(1)' }, 'lineDamaged', ['url']],
    [{ ...first, id: 'x'.repeat(LIMITS.id + 1) }, 'lineLong', ['id', '200']],
    [{ ...first, title: 'x'.repeat(LIMITS.title + 1) }, 'lineLong', ['title', '1000']],
    [{ ...first, text: 'x '.repeat(LIMITS.text / 2 + 1) }, 'lineLong', ['text', '2000000']],
    [{ article: { id: '' } }, 'lineDamaged', ['article.id']],
    [{ article: { ...first, from: { title: 'hearsay' } } }, 'lineDamaged', ['article.from.title']],
  ])('%j is told by its number, and the others come in', async (value, code, rest) => {
    const given = file('a.jsonl', line(first) + line(value) + line(second));
    expect(await articles(given)).toEqual([first, second]);
    const found = await problems(given);
    expect(found).toHaveLength(1);
    expect(found[0]!.code).toBe(code);
    expect(found[0]!.values.slice(0, 2 + rest.length)).toEqual(['a.jsonl', '2', ...rest]);
  });

  it('is told where it is no JSON', async () => {
    const given = file('a.jsonl', `${line(first)}{"id": 1,\n${line(second)}`);
    expect(await articles(given)).toEqual([first, second]);
    expect(await problems(given)).toEqual([{ code: 'lineNotJson', values: ['a.jsonl', '2'] }]);
  });
});

describe('a pack', () => {
  let json: string;
  beforeAll(() => {
    json = JSON.stringify(corpusOfSeeds());
  });
  const packed = (change: (pack: ReturnType<typeof JSON.parse>) => void) => {
    const pack = JSON.parse(json);
    change(pack);
    return file('pack.json', JSON.stringify(pack));
  };

  it('gives its articles', async () => {
    const pack = JSON.parse(json);
    const found = await articles(file('pack.json', json));
    expect(found.map(({ id, text }) => ({ id, text }))).toEqual(
      pack.articles.map(({ id, text }: { id: string; text: string }) => ({ id, text })),
    );
    expect(new Set(found.map(({ origin }) => origin))).toEqual(new Set(['imported']));
    expect(await articles(file('pack.json', JSON.stringify(pack, null, 2)))).toEqual(found);
  });

  it.each<[string, string, string[], (pack: ReturnType<typeof JSON.parse>) => void]>([
    [
      'a million entities',
      'packLarge',
      ['entities', '200000'],
      (p) => {
        p.entities = Array(1_000_000).fill(p.entities[0]);
      },
    ],
    [
      'entities without end in a Reading',
      'packLarge',
      ['readings[1].mentions'],
      (p) => {
        p.readings[1].mentions = Array(100_001).fill(p.readings[1].mentions[0]);
      },
    ],
    [
      'a huge name',
      'packLarge',
      ['entities[2].name', '300'],
      (p) => {
        p.entities[2].name = 'x'.repeat(1e6);
      },
    ],
    [
      'a thousand names for one',
      'packLarge',
      ['entities[2].aliases'],
      (p) => {
        p.entities[2].aliases = Array(1_001).fill('x');
      },
    ],
    [
      'a name written the other way round',
      'damaged',
      ['entities[0].name'],
      (p) => {
        p.entities[0].name = 'Sato\u202egpj';
      },
    ],
    [
      'an id that every object has',
      'damaged',
      ['entities[1].id'],
      (p) => {
        p.entities[1].id = '__proto__';
      },
    ],
    [
      'such an id in a Reading',
      'damaged',
      ['readings[0].entities[0].id'],
      (p) => {
        p.readings[0].entities = [{ id: 'constructor', kind: 'person', name: 'x', aliases: [] }];
      },
    ],
    [
      'a span outside its text',
      'damaged',
      ['readings[1].sentences[0]'],
      (p) => {
        p.readings[1].sentences[0].end = 1e9;
      },
    ],
    [
      'a huge text',
      'lineLong',
      ['1', 'text'],
      (p) => {
        p.articles[0].text += ' x'.repeat(LIMITS.text);
      },
    ],
    [
      'an address that is a script',
      'lineDamaged',
      ['2', 'url'],
      (p) => {
        p.articles[1].url = 'javascript:alert(1)';
      },
    ],
    [
      'no lists',
      'damaged',
      ['readings'],
      (p) => {
        p.readings = 'none';
      },
    ],
  ])('with %s is refused whole, with one line', async (_, code, rest, change) => {
    const given = packed(change);
    expect(await articles(given)).toEqual([]);
    const found = await problems(given);
    expect(found).toHaveLength(1);
    expect(found[0]!.code).toBe(code);
    expect(found[0]!.values.slice(1, 1 + rest.length)).toEqual(rest);
  });
});
