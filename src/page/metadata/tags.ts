import type { From } from '../../extract/types';
import { type Facts, noFacts } from './facts';

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
    for (const spelt of names.toLowerCase().split(/\s+/)) {
      const name = spelt.replace(/^(dc|dcterms):/, '$1.');
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
