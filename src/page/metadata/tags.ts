import type { From } from '../../extract/types';
import { type Fact, type Facts, noFacts } from './facts';

/** `meta` elements by what they are about, those that are believed most first. */
const OPEN_GRAPH = {
  title: ['og:title'],
  publisher: ['og:site_name'],
  author: ['article:author', 'og:article:author'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'article:published',
  ],
  url: ['og:url'],
} as const;
const META = {
  title: ['citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'twitter:title'],
  publisher: [
    'citation_journal_title',
    'citation_publisher',
    'dc.publisher',
    'dcterms.publisher',
    'parsely-site',
    'application-name',
  ],
  author: [
    'author',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'dc.contributor',
    'parsely-author',
    'sailthru.author',
    'byl',
  ],
  published: [
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.date',
    'dc.date',
    'dc.date.created',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'publication_date',
    'publish-date',
    'publish_date',
    'publishdate',
    'pubdate',
    'date.publication',
    'date',
  ],
  url: ['parsely-link', 'citation_public_url', 'citation_fulltext_html_url'],
} as const;
/** Of one kind so many elements are read. */
const MOST_OF_ONE = 12;

/** What a document's `meta` elements and its canonical link say of its article. */
export function tagFacts(document: Document): Facts {
  const said = contents(document);
  const facts = noFacts();
  const take = (names: Record<keyof Facts, readonly string[]>, from: From) => {
    for (const key of Object.keys(facts) as (keyof Facts)[])
      for (const name of names[key]) {
        const values = (said.get(name) ?? []).filter(
          (value) => key !== 'author' || !/^(?:https?:)?\/\//i.test(value),
        );
        const value = key === 'author' ? values.map(surnameLast).join(', ') : values[0];
        if (value) facts[key].push({ value, from });
      }
  };
  for (const link of document.querySelectorAll('link[rel~="canonical" i][href]'))
    facts.url.push({ value: link.getAttribute('href') ?? '', from: 'link' });
  take(OPEN_GRAPH, 'open-graph');
  take(META, 'meta');
  return facts;
}

/** By the name, in lower case, what is said under it. */
function contents(document: Document): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    const names = `${meta.getAttribute('property') ?? ''} ${meta.getAttribute('name') ?? ''}`;
    if (!content) continue;
    for (const name of names.toLowerCase().split(/\s+/)) {
      const known = said.get(name);
      if (!known) said.set(name, [content]);
      else if (known.length < MOST_OF_ONE && !known.includes(content)) known.push(content);
    }
  }
  return said;
}

/** Reference managers' "Sato, Mina" as a byline has it. */
function surnameLast(name: string): string {
  const [, surname, first] = /^([^,]{2,40}), ([^,]{2,40})$/.exec(name) ?? [];
  return surname && first ? `${first} ${surname}` : name;
}

const BYLINE = '[rel~="author"], [itemprop~="author"], [itemprop~="byline"], .byline, .author-name, .author';

/** What stands in the page to be seen: microdata, `time` elements, the heading, a byline. */
export function visibleFacts(document: Document): Facts {
  const facts = noFacts();
  const article = document.querySelector('article, main, [role="main"]') ?? document.body;
  for (const dated of [...document.querySelectorAll('[itemprop~="datePublished"]')].slice(0, 3))
    facts.published.push(...written(dated, 'structured'));
  const headline = document.querySelector('[itemprop~="headline"]');
  if (headline) facts.title.push({ value: headline.textContent ?? '', from: 'structured' });
  for (const time of [...document.querySelectorAll('time[pubdate], time')].slice(0, 40))
    if (isOfArticle(time, article)) facts.published.push(...written(time, 'time'));
  const headings = document.querySelectorAll('h1');
  if (headings.length === 1) facts.title.push({ value: headings[0]!.textContent ?? '', from: 'text' });
  const byline = article?.querySelector(BYLINE)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  if (byline.length > 2 && byline.length < 120)
    facts.author.push({ value: byline.replace(/^(?:written )?by:?\s+/i, ''), from: 'text' });
  return facts;
}

/** A time beside the article's own text, and not one of a list of others or of the readers' comments. */
function isOfArticle(time: Element, article: Element | null): boolean {
  if (article && !article.contains(time)) return false;
  return !time.closest(
    'aside, nav, footer, li, [class*="comment" i], [id*="comment" i], [class*="related" i]',
  );
}

function written(element: Element, from: From): Fact[] {
  const shown = element.textContent?.trim() ?? '';
  const stated = element.getAttribute('datetime') ?? element.getAttribute('content') ?? '';
  return [stated, shown].filter(Boolean).map((value) => ({ value, from }));
}
