import type { Article, Day } from '../../extract/types';
import { type Canonical, canonicalOf } from './address';
import { type Fact, type Facts, joinFacts, lineOf, MOST } from './facts';
import { dayInAddress, publishedDay } from './published';
import { structuredFacts } from './structured';
import { tagFacts, visibleFacts } from './tags';

/** What a document says about its article: lines of text, never markup, each with where it was found. */
export interface Metadata {
  title: string | null;
  publisher: string | null;
  author: string | null;
  published: Day | null;
  /** The article's own address, without what only follows readers around; null for a file that names none. */
  url: string | null;
  from: NonNullable<Article['from']>;
}

/**
 * Reads what a document says about its article. `address` is where the page stands, null for a file. What a page says of
 * itself is bounded in length and never trusted about another site.
 */
export function metadataOf(document: Document, address: string | null): Metadata {
  const facts = joinFacts([structuredFacts(document), tagFacts(document), visibleFacts(document)]);
  const canonical = canonicalOf(linksFirst(facts), address);
  const publisher = first(facts.publisher, MOST.publisher);
  const title = titleOf(facts.title, document, publisher?.value ?? '');
  const author = first(facts.author, MOST.author);
  const published = dayOf(facts.published, canonical, address);
  const found = { title, publisher, author, published, url: canonical };
  const from: Metadata['from'] = {};
  for (const key of Object.keys(found) as (keyof typeof found)[]) if (found[key]) from[key] = found[key].from;
  return {
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
    author: author?.value ?? null,
    published: published?.day ?? null,
    url: canonical?.url ?? null,
    from,
  };
}

/** A canonical link is made for this very question. */
const linksFirst = ({ url }: Facts): Fact[] => [
  ...url.filter(({ from }) => from === 'link'),
  ...url.filter(({ from }) => from !== 'link'),
];

function first(facts: readonly Fact[], most: number): Fact | null {
  for (const { value, from } of facts) {
    const line = lineOf(value, most);
    if (line) return { value: line, from };
  }
  return null;
}

/** The first that is said, else the window's title; without the outlet's name at its end. */
function titleOf(said: readonly Fact[], document: Document, publisher: string): Fact | null {
  const title = first(said, MOST.title);
  if (title) return { ...title, value: withoutEnd(title.value, (end) => end === publisher) };
  const line = lineOf(document.querySelector('title')?.textContent, MOST.title);
  if (!line) return null;
  const isOutlet = (end: string) => end === publisher || (publisher === '' && end.split(' ').length <= 4);
  return { value: withoutEnd(line, isOutlet), from: 'text' };
}

/** "Talks go on | The Harbour Courier" */
function withoutEnd(title: string, gone: (end: string) => boolean): string {
  const [, head, end] = /^(.{8,}?)\s+[|–—·»-]\s+([^|–—·»]+)$/.exec(title) ?? [];
  return head !== undefined && end !== undefined && gone(end) ? head : title;
}

function dayOf(facts: readonly Fact[], canonical: Canonical | null, address: string | null) {
  const stated = publishedDay(facts);
  if (stated) return stated;
  const day = dayInAddress(canonical?.url ?? address ?? '');
  return day ? { day, from: 'address' as const } : null;
}
