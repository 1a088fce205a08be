import { readArticle } from '../../extract/read';
import type { Article } from '../../extract/types';
import { readingModel } from '../assets';
import { Failure } from '../problem';
import { bundle } from './bundle';
import { addArticles } from './change';
import { reading } from './database';
import type { LibraryRequests } from './messages';

/** Corrects an article's outlet or day, and reads it anew. Rejects where it is none of the reader's own. */
export async function editArticle(request: LibraryRequests['edit']['request']): Promise<void> {
  const { articleId, publisher, date } = request;
  const [model, { ids }] = await Promise.all([readingModel(), bundle()]);
  const row = await reading(['articles'], (turn) => turn.objectStore('articles').get(articleId));
  if (!row || ids.has(articleId)) throw new Failure('notKept', [articleId]);
  const { publisher: known, ...rest } = row.article;
  const named = publisher === undefined ? known : publisher?.trim();
  const article: Article = { ...rest, ...(named ? { publisher: named } : {}) };
  if (date !== undefined)
    article.published = date === null ? { date: null, basis: 'none' } : { date, basis: 'editor' };
  await addArticles([{ article, reading: readArticle(article, model) }]);
}
