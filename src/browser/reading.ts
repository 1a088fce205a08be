import { readArticle } from '../extract/read';
import { readingModel } from './assets';
import type { Kept } from './library/schema';
import type { PageArticle } from './messages';
import { articleOfPage } from './page-article';

/** A page's article with what is read in it. */
export async function readPage(page: PageArticle): Promise<Kept> {
  const article = await articleOfPage(page);
  return { article, reading: readArticle(article, await readingModel()) };
}
