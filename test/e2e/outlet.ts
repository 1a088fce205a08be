import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Site } from './site';

/** What is known of one request that the outlet was asked. */
export interface Asked {
  path: string;
  /** The host that it was asked under. */
  host: string;
  headers: IncomingHttpHeaders;
  status: number;
}

/** A made outlet on the local site: a feed that can be told to fail, and its articles. */
export interface Outlet {
  /** Every request for the feed or an article. */
  asked: Asked[];
  /** What the feed's next answers are; an item is an article's path with the name that it is about. */
  feed: {
    items: [path: string, name: string][];
    answer: (response: ServerResponse, asked: Asked) => boolean;
  };
}

const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><main><article><h1>${title}</h1>${body}</article></main><script>new Image().src='/tracker.gif';document.title='run'</script><img src="/picture.png"></body></html>`;

/** About somebody whom no bundled article knows. */
const story = (name: string) =>
  [
    `Harbour master ${name} opened the new lantern pier on Tuesday and said that the pilots had waited nine years for it.`,
    `“We will light it every night,” ${name} said. The board had doubted whether the money would last.`,
    'Nobody on the quay remembered a colder opening. The band played twice, and the kettles were empty before noon.',
    `${name.split(' ').at(-1)} thanked the crane drivers, who had carried the last lamp by hand.`,
  ]
    .map((line) => `<p>${line}</p>`)
    .join('');

/** Puts the outlet on the site: `/outlet-home.html` names its feed, `/elsewhere.html` is a page of somebody else. */
export function startOutlet(site: Site): Outlet {
  const outlet: Outlet = { asked: [], feed: { items: [], answer: () => false } };
  const note = (path: string, request: { headers: IncomingHttpHeaders }, response: ServerResponse) => {
    const one: Asked = { path, host: request.headers.host ?? '', headers: request.headers, status: 0 };
    outlet.asked.push(one);
    response.on('finish', () => {
      one.status = response.statusCode;
    });
    return one;
  };
  const html = (response: ServerResponse, body: string) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body);
  site.routes.set('/outlet-home.html', (_, response) => {
    response.setHeader('set-cookie', 'reader=known; Path=/');
    const link = '<link rel="alternate" type="application/rss+xml" title="All news" href="/outlet-feed">';
    html(response, page('The Lantern Post', '<p>Today on the quay.</p>', link));
  });
  for (const path of ['/outlet-feed', '/outlet-new-feed'])
    site.routes.set(path, (request, response) => {
      const asked = note(path, request, response);
      const { items, answer } = outlet.feed;
      const etag = `"${items.length}"`;
      if (answer(response, asked)) return;
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8').setHeader('etag', etag);
      const rows = items.map(
        ([item, name]) =>
          `<item><title>${name} opens a pier</title><link>${item}</link><guid isPermaLink="false">${item}</guid><pubDate>Tue, 22 Apr 2025 08:00:00 GMT</pubDate></item>`,
      );
      response.end(
        `<rss version="2.0"><channel><title>The Lantern Post</title><link>/outlet-home.html</link>${rows.join('')}</channel></rss>`,
      );
      for (const [item, name] of items) offer(item, name);
    });
  const offer = (item: string, name: string) =>
    site.routes.set(new URL(item, 'http://127.0.0.1').pathname, (request, response) => {
      note(new URL(item, 'http://127.0.0.1').pathname, request, response);
      html(response, page(`${name} opens a pier`, story(name)));
    });
  return outlet;
}

/** A page of somebody else that names somebody. */
export function nameOn(site: Site, path: string, name: string): void {
  site.routes.set(`/${path}`, (_, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        page(
          'Another paper',
          `<p>Nobody expected ${name} at the opera, least of all the ushers at the door.</p>`,
        ),
      );
  });
}
