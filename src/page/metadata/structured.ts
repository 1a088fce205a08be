import { type Fact, type Facts, MOST, noFacts } from './facts';

/** schema.org's types of articles and what else news sites call theirs; `…Article` and `…Posting` all are. */
const ARTICLE = /(?:Article|BlogPosting|^Report|^Review|Posting)$/;
/** What stands for the outlet as a whole. */
const OUTLET = /^(?:NewsMediaOrganization|WebSite)$/;
/** Of a page's structured data so much is read: units of one script, scripts, and nodes of a graph. */
const [MOST_TEXT, MOST_SCRIPTS, MOST_NODES] = [500_000, 30, 5_000];
const MOST_AUTHORS = 12;

type Node = Record<string, unknown>;

/**
 * What a document's JSON-LD says of its article (schema.org): one object, several, or an `@graph` whose nodes refer to
 * one another. Of several articles the one that the page is said to be about, else the first; lists of other articles
 * are none. Damaged scripts are passed over. `outlet` is what it says of the site, to be believed after all else.
 */
export function structuredFacts(document: Document): { article: Facts; outlet: Facts } {
  const nodes: Node[] = [];
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(
    0,
    MOST_SCRIPTS,
  );
  for (const script of scripts) collect(parsed(script.textContent ?? ''), nodes);
  const byId = new Map(
    nodes.filter((node) => Object.keys(node).length > 1).map((node) => [node['@id'], node]),
  );
  const resolve = (value: unknown): unknown =>
    isNode(value) && Object.keys(value).length === 1 && typeof value['@id'] === 'string'
      ? (byId.get(value['@id']) ?? value)
      : value;
  const are = (types: RegExp) => nodes.filter((node) => typesOf(node).some((type) => types.test(type)));
  const articles = are(ARTICLE);
  const article = articles.find((node) => 'mainEntityOfPage' in node && 'headline' in node) ?? articles[0];
  const window = document.querySelector('title')?.textContent?.toLowerCase() ?? '';
  return {
    article: article ? factsOf(article, resolve, window) : noFacts(),
    outlet: { ...noFacts(), publisher: facts(...are(OUTLET).map(({ name }) => textOf(name))) },
  };
}

/** Whether a type of schema.org, with or without its address, is that of an article. */
export const isArticleType = (type: string): boolean => ARTICLE.test(bareType(type));

const addresses = (...values: unknown[]): Fact[] =>
  values.flatMap((value) =>
    typeof value === 'string' && value.trim() ? [{ value, from: 'structured' }] : [],
  );
const facts = (...values: unknown[]): Fact[] => addresses(...values).filter(({ value }) => !isAddress(value));

/** `window` is the window's title in lower case. */
function factsOf(article: Node, resolve: (value: unknown) => unknown, window: string): Facts {
  const nameOf = (given: unknown): unknown => {
    const value = resolve(Array.isArray(given) ? given[0] : given);
    return isNode(value) ? textOf(value.name) : value;
  };
  const authors = listOf(article.author ?? article.creator)
    .map(nameOf)
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '' && !isAddress(name));
  const page = resolve(article.mainEntityOfPage);
  // what is written about a thing and not of a day, as in an encyclopedia: its headline may be a description, and it
  // says what it says as of its last change
  const isAboutThing = article.mainEntity !== undefined && article.dateModified !== undefined;
  const isInWindow = (value: unknown) => typeof value === 'string' && window.includes(value.toLowerCase());
  const titles = [textOf(article.headline), textOf(article.name)];
  if (!isInWindow(titles[0]) && isInWindow(titles[1])) titles.reverse();
  return {
    title: facts(...titles),
    publisher: facts(...[article.publisher, article.sourceOrganization, article.isPartOf].map(nameOf)),
    author: facts(
      [...new Set(authors)]
        .slice(0, MOST_AUTHORS)
        .join(', ')
        .slice(0, MOST.author * 2),
    ),
    published: facts(
      ...(isAboutThing ? [article.dateModified] : []),
      article.datePublished,
      article.dateCreated,
    ),
    url: addresses(article.url, isNode(page) ? (page['@id'] ?? page.url) : page),
  };
}

/** Every object of a value, those of lists and graphs, and those that stand inside an article or a page. */
function collect(value: unknown, into: Node[], depth = 0): void {
  if (depth > 6 || into.length >= MOST_NODES) return;
  if (Array.isArray(value)) for (const one of value.slice(0, MOST_NODES)) collect(one, into, depth + 1);
  else if (isNode(value)) {
    into.push(value);
    collect(value['@graph'], into, depth + 1);
    for (const key of ['mainEntity', 'mainEntityOfPage', 'publisher', 'author'])
      collect(value[key], into, depth + 1);
  }
}

function parsed(text: string): unknown {
  if (text.length > MOST_TEXT) return null;
  try {
    return JSON.parse(text.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
  } catch {
    return null;
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]).slice(0, 50);
/** A text, also where it comes with its language (`{"@value": …}`) or in a list. */
const textOf = (value: unknown): unknown => {
  const one = Array.isArray(value) ? value[0] : value;
  return isNode(one) ? one['@value'] : one;
};
const typesOf = (node: Node): string[] =>
  listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [bareType(type)] : []));
const bareType = (type: string): string => type.replace(/^(?:https?:\/\/)?(?:schema\.org\/|schema:)/, '');
/** Some give somebody's page where the name should be. */
export const isAddress = (text: string): boolean => /^\s*(?:https?:)?\/\//i.test(text);
