/**
 * The feeds that a document names by `<link rel="alternate">`, as absolute addresses of the web, at most five. It
 * is put into pages as it stands, and so holds all that it needs.
 */
export function feedLinksOf(of?: Document, address?: string): { url: string; title: string }[] {
  const page = of ?? document;
  const types = [
    'application/rss+xml',
    'application/atom+xml',
    'application/feed+json',
    'application/rdf+xml',
  ];
  const found = new Map<string, string>();
  for (const link of page.querySelectorAll('link[rel~="alternate" i][type][href]')) {
    const type = (link.getAttribute('type') ?? '').split(';')[0]!.trim().toLowerCase();
    const href = link.getAttribute('href')!;
    const base = address ?? page.baseURI;
    if (!types.includes(type) || href.length > 2000 || !URL.canParse(href, base)) continue;
    const url = new URL(href, base);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol) || url.username || url.password || found.has(url.href)) continue;
    found.set(url.href, (link.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200));
    if (found.size === 5) break;
  }
  return [...found].map(([url, title]) => ({ url, title }));
}
