import type { Article, Origin } from '../extract/types';
import type { PageArticle } from './messages';

/** A page's or a file's article as one of the library, with an id that is the same for the same address. */
export async function articleOfPage(page: PageArticle, origin: Origin = 'saved'): Promise<Article> {
  return {
    id: await idOf(page.url ?? page.text),
    text: page.text,
    title: page.title,
    ...(page.publisher ? { publisher: page.publisher } : {}),
    ...(page.author ? { author: page.author } : {}),
    ...(page.url ? { url: page.url } : {}),
    published: page.published ? { date: page.published, basis: 'stated' } : { date: null, basis: 'none' },
    origin,
    from: page.from,
  };
}

/** An id for what is known by its address, or by its text where it has none. */
export async function idOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const hex = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return `saved-${hex.join('')}`;
}
