import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { PageArticle } from '../browser/messages';
import { lineOf, MOST } from './metadata/facts';
import { metadataOf } from './metadata/metadata';

/** Text shorter than this is no article. */
const LEAST = 200;

/** The page's article with its paragraphs as lines, from a copy of the document; null where there is none. */
export function readPageArticle(): PageArticle | null {
  const plain = plainText();
  if (plain) return plain;
  if (!isProbablyReaderable(document)) return null;
  return articleOfDocument(document.cloneNode(true) as Document, location.href);
}

/**
 * The article of a document, which is taken to pieces over it; null where there is none. `address` is where the page
 * stands, null for a file.
 */
export function articleOfDocument(document: Document, address: string | null): PageArticle | null {
  const said = metadataOf(document, address);
  const lang = document.documentElement.lang;
  const found = new Readability(document).parse();
  const text = found?.content ? linesOf(found.content) : '';
  if (!found || text.length < LEAST) return null;
  return {
    ...said,
    title: said.title ?? (lineOf(found.title, MOST.title) || lineOf(text, 80)),
    text,
    address,
    lang: lineOf(found.lang || lang, 35) || null,
  };
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

function linesOf(html: string): string {
  const content = new DOMParser().parseFromString(
    `<!doctype html><html><body>${html}</body></html>`,
    'text/html',
  );
  for (const gone of content.querySelectorAll('script,style,figure figcaption,rt,rp')) gone.remove();
  // in a text that was set by typewriter an empty line parts paragraphs
  for (const text of content.querySelectorAll('pre'))
    if (text.children.length === 0)
      text.textContent = (text.textContent ?? '').replace(/\n[\t ]*\n\s*/g, '\u001e');
  for (const line of content.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of content.querySelectorAll(BLOCKS)) block.append('\u001e');
  const lines = (content.body.textContent ?? '').replace(/\s+/g, ' ').split('\u001e');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
