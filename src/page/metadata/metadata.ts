import type { Article, Day } from '../../extract/types';
import { type Canonical, canonicalOf } from './address';
import { bylineOf } from './byline';
import { type Fact, type Facts, joinFacts, lineOf, MOST } from './facts';
import { outletOf, withoutEnds, withoutLikelyEnd } from './outlet';
import { dayInAddress, publishedDay } from './published';
import { isAddress, structuredFacts } from './structured';
import { tagFacts } from './tags';
import { visibleFacts } from './visible';

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
  const structured = structuredFacts(document);
  const facts = joinFacts([
    structured.article,
    tagFacts(document),
    visibleFacts(document),
    structured.outlet,
  ]);
  const canonical = canonicalOf(linksFirst(facts), address);
  const window = lineOf(document.querySelector('title')?.textContent, MOST.title);
  const told = first(facts.publisher, MOST.publisher);
  const author = first(facts.author, MOST.author, bylineOf);
  const title = titleOf(facts.title, window, told?.value ?? '', author?.value ?? '');
  const publisher = told ?? outletOf(window, title?.value ?? null, canonical?.url ?? null);
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

/** The first that is a line and no address, as `tidy` leaves it. */
function first(facts: readonly Fact[], most: number, tidy = (line: string) => line): Fact | null {
  for (const { value, from } of facts) {
    const line = isAddress(value) ? '' : tidy(lineOf(value, most));
    if (line) return { value: line, from };
  }
  return null;
}

/** The first title that is said and is not the outlet's own name, else the window's; without names at its end. */
function titleOf(said: readonly Fact[], window: string, publisher: string, author: string): Fact | null {
  const names = [publisher, author];
  const ofArticle = said.filter(
    ({ value }) => lineOf(value, MOST.title).toLowerCase() !== publisher.toLowerCase(),
  );
  const title = first(ofArticle, MOST.title);
  if (title) return { ...title, value: withoutEnds(title.value, names) };
  if (window)
    return { value: publisher ? withoutEnds(window, names) : withoutLikelyEnd(window), from: 'text' };
  return first(said, MOST.title);
}

function dayOf(facts: readonly Fact[], canonical: Canonical | null, address: string | null) {
  const stated = publishedDay(facts);
  if (stated) return stated;
  const day = dayInAddress(canonical?.url ?? address ?? '');
  return day ? { day, from: 'address' as const } : null;
}
