import type { From } from '../../extract/types';
import { writtenDay } from '../../text/written-day';
import { type Facts, noFacts } from './facts';
import { isArticleType } from './structured';

const BYLINE = '[rel~="author"], [itemprop~="author"], [itemprop~="byline"], .byline, .author-name, .author';
/** In a byline, what is a name and nothing else. */
const NAME = '[itemprop~="name"], [rel~="author"], .fn';
/** Lists of other articles, what readers wrote, and what stands around an article. */
const OTHERS = 'aside, nav, footer, li, [class*="comment" i], [id*="comment" i], [class*="related" i]';
/** What pages call the place of their day where they do not mark it as a time. */
const DATED =
  'abbr[title], [class~="published" i], [class~="dt-published" i], [class~="date" i], [class~="entry-date" i], [class*="post-date" i], [class*="publish-date" i], [class*="pubdate" i], [class*="datetime" i], [class*="timestamp" i]';
/** Where a page gives its day no name at all: a line near the headline with little else in it than a day. */
const LINES = 'p, div, span';
const LINE = 40;
/** So many elements up from the headline the day is looked for, and so many are looked at there. */
const [NEAR, LOOKED_AT] = [4, 20] as const;
const MOST_NAMES = 12;

/** What stands in the page to be seen: microdata, `time` elements, the heading, a byline, a day beside the heading. */
export function visibleFacts(document: Document): Facts {
  const facts = noFacts();
  const article = document.querySelector('article, main, [role="main"]') ?? document.body;
  const dates = [...document.querySelectorAll('[itemprop~="datePublished"]')].filter(isOfAnArticle);
  for (const dated of dates.slice(0, 3)) facts.published.push(...written(dated, 'structured'));
  const headline = document.querySelector('[itemprop~="headline"]');
  if (headline) facts.title.push({ value: headline.textContent ?? '', from: 'structured' });
  const publisher = microdataName(document.querySelector('[itemprop~="publisher"]'));
  if (publisher) facts.publisher.push({ value: publisher, from: 'structured' });
  for (const time of [...document.querySelectorAll('time[pubdate], time')].slice(0, 40))
    if (article?.contains(time) && !time.closest(OTHERS)) facts.published.push(...written(time, 'time'));
  // a page that has its article twice (for print, for small screens) has one heading
  const headings = [
    ...new Map(
      [...document.querySelectorAll('h1')]
        .filter((heading) => !isOfSite(heading))
        .map((heading) => [plain(heading.textContent), heading]),
    ).values(),
  ];
  const heading = headline ?? (headings.length === 1 ? headings[0]! : null);
  if (headings.length === 1) facts.title.push({ value: headings[0]!.textContent ?? '', from: 'text' });
  if (heading) facts.published.push(...writtenNear(heading));
  const byline = bylineIn(article);
  if (byline.length > 2 && byline.length < 120) facts.author.push({ value: byline, from: 'text' });
  return facts;
}

/** Whether microdata is about an article, and not about a film or a person in it. */
function isOfAnArticle(element: Element): boolean {
  const type = element.closest('[itemscope]')?.getAttribute('itemtype');
  return !type || isArticleType(type) || /\/WebPage$/.test(type);
}

function microdataName(element: Element | null): string {
  const name = element?.querySelector('[itemprop~="name"]') ?? element;
  return (name?.getAttribute('content') ?? name?.textContent ?? '').trim();
}

/** The outlet's own name as a heading, which leads to the front page. */
function isOfSite(heading: Element): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  if (!link) return false;
  if (link.matches('[class*="logo" i]')) return true;
  try {
    const { pathname, search } = new URL(link.getAttribute('href') ?? '', 'https://x.invalid/x/x');
    return pathname === '/' && search === '';
  } catch {
    return false;
  }
}

/** The day that is written beside a heading, in the least of what it stands in that has one. */
function writtenNear(heading: Element) {
  let around = heading.parentElement;
  for (let up = 0; up < NEAR && around; up++, around = around.parentElement) {
    const lines = [...around.querySelectorAll(LINES)].filter(
      ({ children, textContent }) => children.length === 0 && (textContent ?? '').trim().length <= LINE,
    );
    const dated = [...around.querySelectorAll(DATED), ...lines.slice(0, LOOKED_AT)];
    for (const element of dated.filter((one) => !one.closest(OTHERS)).slice(0, 2 * LOOKED_AT)) {
      const said = written(element, 'time').filter(({ value }) => value.length < 120 && writtenDay(value));
      if (said.length > 0) return said;
    }
  }
  return [];
}

/** Who wrote it: the names in the first byline, else all it says. */
function bylineIn(article: Element | null): string {
  const byline = article?.querySelector(BYLINE);
  if (!byline) return '';
  const names = [...byline.querySelectorAll(NAME)]
    .filter((name) => !name.querySelector(NAME))
    .map((name) => plain(name.getAttribute('content') ?? name.textContent))
    .filter(Boolean);
  return names.length > 0 ? [...new Set(names)].slice(0, MOST_NAMES).join(', ') : plain(byline.textContent);
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

function written(element: Element, from: From) {
  const shown = element.textContent?.trim() ?? '';
  const stated = element.getAttribute('datetime') ?? element.getAttribute('content') ?? '';
  const title = element.localName === 'abbr' ? (element.getAttribute('title') ?? '') : '';
  return [stated, title, shown].filter(Boolean).map((value) => ({ value, from }));
}
