import { readArticle } from '../../extract/read';
import type { Article } from '../../extract/types';
import { READER_VERSION } from '../../extract/version';
import { readingModel } from '../assets';
import { Failure } from '../problem';
import { apply, begin } from './apply';
import { bundle } from './bundle';
import { changing, reading, stateOf } from './database';
import { formerOf, keepFormer } from './former';
import type { LibraryRequests, TakenUndo } from './messages';
import type { ArticleRow } from './schema';
import { storedOf } from './stored';

type Edit = LibraryRequests['edit']['request'];

/** How often is looked again where another window has changed the library meanwhile. */
const TRIES = 5;

/**
 * Corrects an article's outlet or day, and reads it anew; later versions of it keep what was corrected. Gives what takes it
 * back. Rejects where it is none of the reader's own, or no more.
 */
export async function editArticle(edit: Edit): Promise<TakenUndo> {
  const [model, shipped] = await Promise.all([readingModel(), bundle()]);
  for (let tries = 0; tries < TRIES; tries++) {
    const { row, generation } = await found(edit.articleId);
    if (!row || shipped.ids.has(edit.articleId)) throw new Failure('notKept', [edit.articleId]);
    const article = edited(row.article, edit);
    const put = [storedOf({ article, reading: readArticle(article, model) }, READER_VERSION, row.added)];
    const done = await changing(async (turn) => {
      if ((await stateOf(turn)).generation !== generation) return null;
      const applied = await apply(turn, await begin(turn), { put }, shipped);
      await keepFormer(turn, applied);
      return { added: [], replaced: formerOf(applied) };
    });
    if (done) return done;
  }
  throw new Failure('libraryBusy');
}

const found = (id: string): Promise<{ row: ArticleRow | undefined; generation: number }> =>
  reading(['articles', 'meta'], async (turn) => {
    const { erased, generation } = await stateOf(turn);
    return { row: erased ? undefined : await turn.objectStore('articles').get(id), generation };
  });

function edited({ publisher: known, from, ...rest }: Article, { publisher, date }: Edit): Article {
  const named = publisher === undefined ? known : publisher?.trim();
  const told = {
    ...from,
    ...(publisher !== undefined && { publisher: 'editor' as const }),
    ...(date !== undefined && { published: 'editor' as const }),
  };
  return {
    ...rest,
    ...(named ? { publisher: named } : {}),
    ...(Object.keys(told).length > 0 && { from: told }),
    ...(date !== undefined && {
      published: date === null ? { date: null, basis: 'none' } : { date, basis: 'editor' },
    }),
  };
}
