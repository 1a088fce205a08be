import { describe, expect, it } from 'vitest';
import { FeedError, readFeed } from '../../src/feeds/parse';
import { LIMITS } from '../../src/feeds/types';

const AT = 'https://courier.example/news/feed.xml';
const rss = (inner: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?>${more}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Courier</title><link>https://courier.example/</link>${inner}</channel></rss>`;
const LONG = 'The harbour board met again. '.repeat(30);

describe('a feed', () => {
  it('is read as RSS 2.0', () => {
    const feed = readFeed(
      rss(`<language>en-GB</language><ttl>90</ttl>
        <item><title>Tolls &amp;amp; lanterns</title><link>/a?x=1&amp;y=2#top</link><guid isPermaLink="false">g1</guid>
          <pubDate>Mon, 21 Apr 2025 23:30:00 -0500</pubDate><dc:creator>Mina Sato</dc:creator>
          <content:encoded><![CDATA[<p>${LONG}</p>]]></content:encoded></item>
        <item><title>Second</title><guid>https://courier.example/b</guid><description>Short.</description></item>`),
      AT,
    );
    expect(feed).toEqual({
      title: 'The Courier',
      home: 'https://courier.example/',
      language: 'en-GB',
      rest: 90,
      items: [
        {
          key: 'g1',
          url: 'https://courier.example/a?x=1&y=2',
          title: 'Tolls & lanterns',
          published: '2025-04-21',
          author: 'Mina Sato',
          content: `<p>${LONG}</p>`,
        },
        {
          key: 'https://courier.example/b',
          url: 'https://courier.example/b',
          title: 'Second',
          published: null,
          author: null,
          content: null,
        },
      ],
    });
  });

  it('is read as RSS 1.0', () => {
    const feed = readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about="https://courier.example/"><title>Old</title><link>https://courier.example/</link><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel><item rdf:about="urn:1"><title>One</title><link>https://courier.example/1</link><dc:date>2025-04-21</dc:date></item></rdf:RDF>`,
      AT,
    );
    expect(feed.rest).toBe(360);
    expect(feed.items).toMatchObject([
      { key: 'urn:1', url: 'https://courier.example/1', published: '2025-04-21' },
    ]);
  });

  it('is read as Atom, with markup in the feed’s own XML', () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Pilots &amp;amp; tides</title><id>f</id><updated>2025-04-21T00:00:00Z</updated><link rel="self" href="feed.xml"/><link href="../"/><entry><id>e1</id><title>T</title><link rel="enclosure" href="/x.mp3"/><link rel="alternate" type="text/html" href="a"/><updated>2025-04-21T08:00:00+09:00</updated><author><name>N</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${LONG}</p></div></content></entry></feed>`,
      AT,
    );
    expect(feed).toMatchObject({ title: 'Pilots & tides', home: 'https://courier.example/', language: 'en' });
    expect(feed.items[0]).toMatchObject({
      key: 'e1',
      url: 'https://courier.example/news/a',
      published: '2025-04-21',
      author: 'N',
    });
    expect(feed.items[0]!.content).toContain(`<p>${LONG.trim()}`);
  });

  it('is read as JSON Feed, plain text turned to markup', () => {
    const feed = readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Tides',
        home_page_url: 'https://tides.example/',
        items: [{ id: 7, url: '/7', content_text: `a < b\n${LONG}`, date_published: '2025-04-21T00:00:00Z' }],
      }),
      AT,
    );
    expect(feed.items).toMatchObject([{ key: '7', url: 'https://courier.example/7', title: '' }]);
    expect(feed.items[0]!.content).toBe(`<p>a &lt; b</p>\n<p>${LONG.trim()}</p>`);
  });

  it('leaves out what has neither an address of the web nor an article', () => {
    const feed = readFeed(
      rss(`<item/><item><title>x</title></item><item><guid>a</guid><link>javascript:alert(1)</link></item>
        <item><guid>b</guid><link>file:///etc/passwd</link></item><item><guid>c</guid><link>https://me:pw@courier.example/</link></item>
        <item><guid>d</guid><description>${LONG}</description></item>`),
      AT,
    );
    expect(feed.items).toMatchObject([{ key: 'd', url: null, content: LONG.trim() }]);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body><p>Not found</p></body></html>'],
    ['a feed cut off', '<rss version="2.0"><channel><title>x</title><item><title>a'],
    ['JSON of another kind', '{"items":[]}'],
    ['binary', '\u0000\u0001\ufffd'.repeat(100)],
    ['brackets without end', '['.repeat(100_000)],
    ['elements without end', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
    ['elements of prototypes', rss('<__proto__><x>1</x></__proto__><constructor>1</constructor>')],
    [
      'an entity from elsewhere',
      rss('<item><title>&x;</title></item>', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
  ])('is told to be none where there is %s', (_, text) => {
    expect(() => readFeed(text, AT)).toThrow(FeedError);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('has no entity of its own resolved, so that none can swell', () => {
    const ten = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const text = rss(
      '<item><title>&e9;</title><link>/a</link></item>',
      `<!DOCTYPE rss [<!ENTITY e0 "haha">${ten}]>`,
    );
    let read = '';
    try {
      read = JSON.stringify(readFeed(text, AT));
    } catch (error) {
      expect(error).toBeInstanceOf(FeedError);
    }
    expect(read).not.toContain('haha');
    expect(read.length).toBeLessThan(1_000);
  });

  it('is taken up to its limits', () => {
    const item = (i: number) =>
      `<item><guid>${i}</guid><link>/${i}</link><title>${'t'.repeat(9_000)}</title></item>`;
    const feed = readFeed(rss(Array.from({ length: LIMITS.items + 50 }, (_, i) => item(i)).join('')), AT);
    expect(feed.items).toHaveLength(LIMITS.items);
    expect(feed.items[0]!.title).toHaveLength(LIMITS.short);
    const huge = readFeed(
      rss(`<item><link>/a</link><description>${'word '.repeat(250_000)}</description></item>`),
      AT,
    );
    expect(huge.items[0]!.content).toBeNull();
  });
});
