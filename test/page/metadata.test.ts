import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { lineOf, MOST } from '../../src/page/metadata/facts';
import { metadataOf } from '../../src/page/metadata/metadata';

const HERE = 'https://www.courier.example/world/2025/04/24/envoy?utm_source=mail&id=7#end';

const read = (head: string, body = '', address: string | null = HERE) =>
  metadataOf(
    parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document,
    address,
  );
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Tokyo’s envoy packs again',
  datePublished: '2025-04-24T06:30:00+09:00',
  author: [{ '@type': 'Person', name: 'Mina Sato' }, { name: 'Tomas Berg' }],
  publisher: { '@type': 'Organization', name: 'The Harbour Courier' },
};
const READ = {
  title: 'Tokyo’s envoy packs again',
  publisher: 'The Harbour Courier',
  author: 'Mina Sato, Tomas Berg',
  published: '2025-04-24',
};

describe('structured data', () => {
  it.each<[string, unknown]>([
    ['one object', ARTICLE],
    ['a list, after another thing', [{ '@type': 'WebSite', name: 'Courier' }, ARTICLE]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList' }, ARTICLE] }],
    ['several types', { ...ARTICLE, '@type': ['ReportageNewsArticle', 'Thing'] }],
    ['a type by its address', { ...ARTICLE, '@type': 'http://schema.org/NewsArticle' }],
    ['names alone', { ...ARTICLE, author: ['Mina Sato', 'Tomas Berg'], publisher: 'The Harbour Courier' }],
    [
      'nodes that refer to one another',
      {
        '@graph': [
          {
            ...ARTICLE,
            publisher: { '@id': '#us' },
            author: [{ '@id': '#mina' }, { '@id': '#tomas' }],
          },
          { '@type': 'Organization', '@id': '#us', name: 'The Harbour Courier' },
          { '@type': 'Person', '@id': '#mina', name: 'Mina Sato' },
          { '@type': 'Person', '@id': '#tomas', name: 'Tomas Berg' },
        ],
      },
    ],
    ['a page about the article', { '@type': 'WebPage', mainEntity: ARTICLE }],
    [
      'the article that the page is about',
      [
        { '@type': 'Article', name: 'Read next' },
        { ...ARTICLE, mainEntityOfPage: true },
      ],
    ],
    ['characters as entities', { ...ARTICLE, headline: 'Tokyo&#8217;s <em>envoy</em> packs&nbsp;again' }],
  ])('is read from %s', (_, value) => {
    expect(read(ld(value))).toMatchObject({
      ...READ,
      from: { title: 'structured', publisher: 'structured', author: 'structured', published: 'structured' },
    });
  });

  it('that is damaged, or of no article, hides nothing', () => {
    const head = '<script type="application/ld+json">{"@type": "NewsArticle",</script>';
    const other = ld({ '@type': 'Organization', name: 'Other' });
    const og = '<meta property="og:title" content="Tokyo’s envoy packs again">';
    expect(read(head + other + og)).toMatchObject({
      title: READ.title,
      publisher: 'courier.example',
      from: { publisher: 'address' },
    });
    expect(read(head + og).from.title).toBe('open-graph');
  });

  it('takes no address for a name', () => {
    expect(read(ld({ ...ARTICLE, author: 'https://courier.example/sato' })).author).toBeNull();
    const og = '<meta property="og:site_name" content="https://www.courier.example">';
    expect(read(ld({ ...ARTICLE, publisher: 'https://courier.example' }) + og).publisher).toBe(
      'courier.example',
    );
  });

  it('of an encyclopedia is the thing it is about, as of the last change', () => {
    const entry = {
      '@type': 'Article',
      name: 'Lantern Bay',
      headline: 'bay in the far north',
      mainEntity: 'http://www.wikidata.example/entity/Q1',
      datePublished: '2003-02-01T10:00:00Z',
      dateModified: '2025-03-30T10:00:00Z',
    };
    const window = '<title>Lantern Bay - The Free Gazetteer</title>';
    expect(read(window + ld(entry))).toMatchObject({ title: 'Lantern Bay', published: '2025-03-30' });
    // of a story the headline and the first day stay
    expect(read(ld({ ...ARTICLE, name: 'Envoy', dateModified: '2026-01-01' }))).toMatchObject(READ);
  });

  it('in the page’s own text is the article’s, not that of a film in it', () => {
    const body = `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Envoy packs</h1>
      <div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="2025-04-30"></div>
      <meta itemprop="datePublished" content="2025-04-20"><p>Text</p>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="The Harbour Courier"></div></article>`;
    expect(read('', body)).toMatchObject({ published: '2025-04-20', publisher: 'The Harbour Courier' });
  });
});

describe('meta elements', () => {
  it.each([
    ['article:published_time', 'property', 'open-graph'],
    ['citation_publication_date', 'name', 'meta'],
    ['DC.date.issued', 'name', 'meta'],
    ['parsely-pub-date', 'name', 'meta'],
    ['pubdate', 'name', 'meta'],
  ])('%s dates the article', (name, attribute, from) => {
    const found = read(`<meta ${attribute}="${name}" content="2025-04-23T10:00:00+09:00">`);
    expect(found).toMatchObject({ published: '2025-04-23', from: { published: from } });
  });

  it('name the outlet, the title and several authors', () => {
    const found = read(
      `<meta property="og:site_name" content="The Harbour Courier"><meta name="dc.title" content="Envoy packs">
       <meta name="citation_author" content="Sato, Mina"><meta name="citation_author" content="Tomas Berg">`,
    );
    expect(found).toMatchObject({
      title: 'Envoy packs',
      publisher: 'The Harbour Courier',
      author: 'Mina Sato, Tomas Berg',
      from: { title: 'meta', publisher: 'open-graph', author: 'meta' },
    });
  });
});

describe('what the page shows', () => {
  it('dates it by the time beside the article, not by those of others', () => {
    const body = `<nav><time datetime="2025-05-01"></time></nav>
      <article><h1>Envoy packs</h1><p class="byline">By Mina Sato</p><time datetime="2025-04-20">20 April</time><p>Text</p>
      <ul><li><time datetime="2025-04-30"></time></li></ul></article>`;
    expect(read('<title>Envoy packs | Courier</title>', body, 'https://courier.example/x')).toMatchObject({
      title: 'Envoy packs',
      author: 'Mina Sato',
      published: '2025-04-20',
      from: { published: 'time', title: 'text', author: 'text', url: 'address' },
    });
  });

  it('has the outlet’s own day where all else is a time in UTC', () => {
    const stamp = '<meta property="article:published_time" content="2025-04-24T22:30:00Z">';
    const time = (shown: string) =>
      `<article><time datetime="2025-04-24T22:30:00Z">${shown}</time></article>`;
    expect(read(stamp, time('25 April 2025'))).toMatchObject({
      published: '2025-04-25',
      from: { published: 'time' },
    });
    expect(read(stamp, time('5 hours ago'))).toMatchObject({
      published: '2025-04-24',
      from: { published: 'open-graph' },
    });
    // another day altogether is another thing
    expect(read(stamp, time('3 May 2025')).published).toBe('2025-04-24');
  });

  it('takes the day in the address where nothing else says one', () => {
    expect(read('')).toMatchObject({ published: '2025-04-24', from: { published: 'address' } });
    expect(read('', '', 'https://courier.example/2025/99/99/x').published).toBeNull();
  });

  it('dates it by a day beside its heading, and not by one of a list', () => {
    const others =
      '<ul><li><span class="date">May 2, 2025</span></li></ul><div class="date">May 3, 2025</div>';
    const near = (day: string) =>
      read(
        '',
        `<div>${others}</div><div><div><h1>Envoy packs</h1></div><p class="entry-meta">${day}</p></div>`,
        null,
      ).published;
    expect(near('posted <span class="post-date">on April 20, 2025, at 11:29 a.m.</span>')).toBe('2025-04-20');
    expect(near('<span>2025年4月20日 18時00分</span>')).toBe('2025-04-20');
    expect(
      read(
        '',
        '<div><h1>Envoy packs</h1><p>It was on 20 April 2025 that all of this began, on a quay</p></div>',
        null,
      ).published,
    ).toBeNull();
    expect(near('<abbr class="published" title="2025-04-20T08:05:41-07:00">last week</abbr>')).toBe(
      '2025-04-20',
    );
    expect(
      read('', `<h1>Envoy packs</h1>${others.slice(0, others.indexOf('</ul>'))}</ul>`, null).published,
    ).toBeNull();
  });

  it.each([
    [
      '<p class="byline">By <a rel="author"><span itemprop="name">Mina Sato</span></a> - <span>Apr 16, 2025 8:02 pm</span></p>',
      'Mina Sato',
    ],
    [
      '<p class="byline">By <a rel="author">Mina Sato</a> and <a rel="author">Tomas Berg</a></p>',
      'Mina Sato, Tomas Berg',
    ],
    ['<p class="byline">MINA SATO March 11, 2025 3:46 PM</p>', 'MINA SATO'],
    ['<p class="byline">Mina Sato | Updated 3 hours ago</p>', 'Mina Sato'],
    ['<p class="byline">Written by Theresa May</p>', 'Theresa May'],
    ['<p class="byline">文・佐藤美奈　2025年4月24日</p>', '佐藤美奈'],
  ])('is signed by %s as %s', (byline, author) => {
    expect(read('', `<article><h1>Envoy packs</h1>${byline}<p>Text</p></article>`).author).toBe(author);
  });

  it('is signed without “By” wherever that is said', () => {
    expect(read('<meta name="byl" content="By Mina Sato">').author).toBe('Mina Sato');
  });

  it('takes no heading that leads to the front page for the title', () => {
    const page = '<header><h1><a href="/">The Courier</a></h1></header><main><h1>Envoy packs</h1></main>';
    expect(read('', page)).toMatchObject({ title: 'Envoy packs', from: { title: 'text' } });
  });

  it('takes no title of the whole site for that of the article', () => {
    const head = `<meta property="og:site_name" content="Courier – News and Views">
      <meta property="og:title" content="Courier – News and Views"><title>Envoy packs again</title>`;
    expect(read(head)).toMatchObject({ title: 'Envoy packs again', publisher: 'Courier – News and Views' });
  });

  it('names the outlet by the window’s title, else by the host', () => {
    const named = (window: string, title = 'Envoy packs again', address: string | null = HERE) => {
      const { publisher, from } = read(`<title>${window}</title>`, `<main><h1>${title}</h1></main>`, address);
      return [publisher, from.publisher];
    };
    expect(named('Envoy packs again - World - The Harbour Courier')).toEqual(['The Harbour Courier', 'text']);
    expect(named('大使、再び荷造り｜港湾日報', '大使、再び荷造り')).toEqual(['港湾日報', 'text']);
    expect(named('Envoy packs again - 24 April 2025')).toEqual(['courier.example', 'address']);
    expect(named('Envoy packs again')).toEqual(['courier.example', 'address']);
    expect(named('Envoy packs again', 'Envoy packs again', 'http://192.168.0.7/a')).toEqual([
      null,
      undefined,
    ]);
    expect(named('Envoy packs again', 'Envoy packs again', null)).toEqual([null, undefined]);
    const site = ld({ '@type': 'NewsMediaOrganization', name: 'The Harbour Courier' });
    expect(read(`<title>Envoy packs again</title>${site}`).publisher).toBe('The Harbour Courier');
  });

  it('takes the outlet off the title', () => {
    expect(read('<title>Envoy packs again - The Harbour Courier</title>').title).toBe('Envoy packs again');
    const named =
      '<meta property="og:site_name" content="Courier"><meta property="og:title" content="Envoy packs again | Courier">';
    expect(read(named).title).toBe('Envoy packs again');
    const signed = `<meta name="author" content="Mina Sato"><meta property="og:site_name" content="Courier">
      <meta property="og:title" content="Envoy packs again - Mina Sato - Courier">`;
    expect(read(signed).title).toBe('Envoy packs again');
    const japanese = `<meta property="og:site_name" content="港湾日報"><meta property="og:title" content="大使は再び荷造りをする：港湾日報">`;
    expect(read(japanese).title).toBe('大使は再び荷造りをする');
    expect(read('<title>大使は再び荷造りをする_国際_港湾日報</title>').title).toBe('大使は再び荷造りをする');
    expect(
      read('<title>Envoy packs again - and the car makers count what it will cost them</title>').title,
    ).toMatch(/cost them$/);
  });
});

describe('the address', () => {
  const canonical = (href: string, address: string | null = HERE) =>
    read(`<link rel="canonical" href="${href}">`, '', address);

  it('is the canonical link, without what follows the reader around', () => {
    expect(canonical('/world/envoy?utm_medium=x&id=7#top')).toMatchObject({
      url: 'https://www.courier.example/world/envoy?id=7',
      from: { url: 'link' },
    });
    expect(canonical('https://amp.courier.example/world/envoy').url).toBe(
      'https://amp.courier.example/world/envoy',
    );
  });

  it.each([
    'https://other.example/their-article',
    'https://courier.example.evil.example/x',
    'https://www.courier.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
  ])('is the page’s own where it names %s', (href) => {
    expect(canonical(href)).toMatchObject({
      url: 'https://www.courier.example/world/2025/04/24/envoy?id=7',
      from: { url: 'address' },
    });
  });

  it('of a file is the one it names, or none', () => {
    expect(canonical('https://other.example/their-article', null).url).toBe(
      'https://other.example/their-article',
    );
    expect(canonical('/relative', null).url).toBeNull();
    expect(read('', '', null).url).toBeNull();
  });

  it('keeps no name and password', () => {
    expect(read('', '', 'https://me:secret@courier.example/a').url).toBe('https://courier.example/a');
  });
});

describe('what a hostile page says', () => {
  it('is bounded, one line and without markup', () => {
    const long = `<b>${'A very long name '.repeat(1000)}</b>\n<i>x\u202e`;
    const found = read(
      ld({
        ...ARTICLE,
        headline: long,
        publisher: long,
        author: Array.from({ length: 15 }, (_, i) => long + i),
      }),
    );
    for (const field of ['title', 'publisher', 'author'] as const) {
      expect(found[field]!.length).toBeLessThanOrEqual(MOST[field]);
      expect(found[field]).not.toMatch(/[<>\n\u202e]/);
    }
  });

  it('in whatever shape ends in a result', () => {
    const deep = (depth: number): unknown => (depth === 0 ? ARTICLE : { '@graph': [deep(depth - 1)] });
    expect(read(ld(deep(200)))).toMatchObject({ published: '2025-04-24' });
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const made = {
          '@type': 'Article',
          headline: a,
          author: b,
          publisher: b,
          datePublished: a,
          mainEntityOfPage: b,
        };
        const found = read(ld([a, made]).replace(/<\/(?!script)/g, '&lt;/'));
        expect(found.title === null || typeof found.title === 'string').toBe(true);
      }),
    );
  });

  it('is cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const line = lineOf(text, 20);
        expect(line.length).toBeLessThanOrEqual(20);
        if (line.endsWith('…')) expect(line).not.toMatch(/[\ud800-\udbff]…$/);
      }),
    );
  });
});
