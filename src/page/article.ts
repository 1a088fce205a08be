import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { PageArticle } from '../browser/messages';
import { lineOf, MOST } from './metadata/facts';
import { metadataOf } from './metadata/metadata';

/** Text shorter than this is no article, in UTF-16 units; half of it says as much where words are not written apart. */
const LEAST = 200;
/** Paragraphs shorter than this do not show that a page has an article; Readability's own number, that of pages that say they are one, and of such scripts. */
const TELLING = { apart: 140, said: 80, dense: 50 } as const;
/** How much text a page must have to have an article, by Readability's own measure: less where the page says that it has one. */
const SCORE = { said: 10, unsaid: 20 } as const;
/** So many headings that are nothing but a link are a list of other articles where each has less text than this, in UTF-16 units. */
const [LINKED, TEXT_EACH] = [5, 350] as const;

/** A line as long as this is not said twice in an article, in UTF-16 units. */
const LONG = 60;

/** The page's article with its paragraphs as lines, from a copy of the document; null where there is none. */
export function readPageArticle(): PageArticle | null {
  const plain = plainText();
  if (plain) return plain;
  const isSaid = isSaidToBe(document);
  const minContentLength = isDense(document) ? TELLING.dense : isSaid ? TELLING.said : TELLING.apart;
  const minScore = isSaid ? SCORE.said : SCORE.unsaid;
  if (!isProbablyReaderable(document, { minContentLength, minScore })) return null;
  return articleOfDocument(document.cloneNode(true) as Document, location.href);
}

/**
 * The article of a document, which is taken to pieces over it; null where there is none. `address` is where the page
 * stands, null for a file.
 */
export function articleOfDocument(document: Document, address: string | null): PageArticle | null {
  const said = metadataOf(document, address);
  const lang = document.documentElement.lang;
  const least = isDense(document) ? LEAST / 2 : LEAST;
  const found = new Readability(document).parse();
  const content = found?.content ? inert(found.content) : null;
  if (!found || !content || isListOfOthers(content)) return null;
  const text = linesOf(content);
  if (text.length < least) return null;
  return {
    ...said,
    title: said.title ?? (lineOf(found.title, MOST.title) || lineOf(text, 80)),
    text,
    address,
    lang: lineOf(found.lang || lang, 35) || null,
  };
}

/** Whether a page says that it is an article: a brief of three short paragraphs is one, too. */
function isSaidToBe(document: Document): boolean {
  if (document.querySelector('meta[property="og:type"][content="article" i], [itemtype$="Article"]'))
    return true;
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
  if (scripts.some(({ textContent }) => /"@type"\s*:\s*\[?\s*"\w*Article"/.test(textContent ?? '')))
    return true;
  return document.querySelectorAll('article').length === 1;
}

/** Whether a document is in a script that does not write words apart, which says more in as many characters. */
const isDense = ({ documentElement: { lang }, title }: Document): boolean =>
  /^(?:ja|zh|ko)\b/i.test(lang) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(title);

/** Whether what was found is a front page's list of articles that stand elsewhere, and none of its own. */
function isListOfOthers(content: Document): boolean {
  const lengthOf = (element: Element) => (element.textContent ?? '').trim().length;
  const linked = [...content.querySelectorAll('h1, h2, h3, h4, h5')].filter((heading) => {
    const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
    return link !== null && lengthOf(heading) > 0 && lengthOf(link) >= lengthOf(heading);
  });
  return linked.length >= LINKED && lengthOf(content.body) < linked.length * TEXT_EACH;
}

/** A text file shown by the browser: one preformatted block. */
function plainText(): PageArticle | null {
  if (document.contentType !== 'text/plain') return null;
  const text = document.body?.textContent?.trim() ?? '';
  if (text.length < LEAST) return null;
  const name = lineOf(decoded(location.pathname.split('/').at(-1) ?? ''), MOST.title);
  const url = location.href.replace(/#.*$/, '');
  return {
    title: name || lineOf(text, 80),
    text,
    url,
    address: url,
    published: null,
    publisher: null,
    author: null,
    lang: null,
    from: { title: name ? 'address' : 'text', url: 'address' },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,td,th,dt,dd,figcaption,div,section,article';

const inert = (html: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><html><body>${html}</body></html>`, 'text/html');

function linesOf(content: Document): string {
  for (const gone of content.querySelectorAll('script,style,figure figcaption,rt,rp')) gone.remove();
  // in a text that was set by typewriter an empty line parts paragraphs
  for (const text of content.querySelectorAll('pre'))
    if (text.children.length === 0)
      text.textContent = (text.textContent ?? '').replace(/\n[\t ]*\n\s*/g, '\u001e');
  for (const line of content.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of content.querySelectorAll(BLOCKS)) block.append('\u001e');
  const said = (content.body.textContent ?? '').replace(/\s+/g, ' ').split('\u001e');
  const lines = said.map((line) => line.trim()).filter(Boolean);
  // what a page has twice (for print, for small screens, as a quotation beside the text) is said once
  const before = new Set<string>();
  return lines.filter((line) => line.length < LONG || (!before.has(line) && before.add(line))).join('\n');
}
