import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { PageArticle } from '../browser/messages';

/** Text shorter than this is no article. */
const LEAST = 200;

/** The page's article with its paragraphs as lines, from a copy of the document; null where there is none. */
export function readPageArticle(): PageArticle | null {
  const plain = plainText();
  if (plain) return plain;
  if (!isProbablyReaderable(document)) return null;
  const copy = document.cloneNode(true) as Document;
  const found = new Readability(copy).parse();
  const text = found?.content ? linesOf(found.content) : '';
  if (!found || text.length < LEAST) return null;
  return {
    title: found.title || document.title,
    text,
    url: location.href,
    published: found.publishedTime || dateOf(),
    publisher: found.siteName || null,
    lang: found.lang || document.documentElement.lang || null,
  };
}

/** A text file shown by the browser: one preformatted block. */
function plainText(): PageArticle | null {
  if (document.contentType !== 'text/plain') return null;
  const text = document.body?.textContent?.trim() ?? '';
  if (text.length < LEAST) return null;
  const title = decodeURIComponent(location.pathname.split('/').at(-1) ?? '') || text.slice(0, 80);
  return { title, text, url: location.href, published: null, publisher: null, lang: null };
}

const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,td,th,dt,dd,figcaption,div,section,article';

function linesOf(html: string): string {
  const content = new DOMParser().parseFromString(html, 'text/html');
  for (const gone of content.querySelectorAll('script,style,figure figcaption,rt,rp')) gone.remove();
  for (const line of content.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of content.querySelectorAll(BLOCKS)) block.append('\u001e');
  const lines = (content.body.textContent ?? '').replace(/\s+/g, ' ').split('\u001e');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** The day that the page states by its first `time` element. */
function dateOf(): string | null {
  return document.querySelector('article time[datetime], time[datetime]')?.getAttribute('datetime') ?? null;
}
