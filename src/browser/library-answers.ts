import { correct, eraseAll, removeArticles, restore, uncorrect } from './library/change';
import { reading } from './library/database';
import { editArticle } from './library/edit';
import { setAsideRows } from './library/kept';
import { listBundled, listOwn } from './library/list';
import type { LibraryRequests } from './library/messages';
import { libraryState } from './library/state';
import { untake } from './library/take';
import { takeIn } from './library/take-in';
import type { Handlers } from './listen';
import type { Requests } from './messages';
import { readFile } from './reading';

type Refresh = () => Promise<null>;

/** What the extension's own pages ask of the library. */
export function libraryAnswers(refresh: Refresh): Handlers<LibraryRequests & Pick<Requests, 'import'>> {
  const after = async <T>(changing: Promise<T>): Promise<T> => {
    const result = await changing;
    await refresh();
    return result;
  };
  return {
    library: libraryState,
    articles: async (query) => (await listOwn(query).catch(() => null)) ?? listBundled(query),
    remove: async ({ articleIds }) => ({ undo: await after(removeArticles(articleIds)) }),
    erase: async () => ({ undo: await after(eraseAll()) }),
    async restore({ undo }) {
      await restore(undo);
      return refresh();
    },
    async untake({ undo }) {
      await untake(undo);
      return refresh();
    },
    async edit(request) {
      await editArticle(request);
      return refresh();
    },
    correct: async ({ correction }) => ({ key: await after(correct(correction)) }),
    async uncorrect({ key }) {
      await uncorrect(key);
      return refresh();
    },
    corrections: () =>
      reading(['corrections'], async (turn) => {
        const store = turn.objectStore('corrections');
        const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return keys.map((key, i) => ({ key, correction: rows[i]! }));
      }),
    aside: async () => ({ name: 'nameplate-broken.jsonl', text: linesOf(await setAsideRows()) }),
    import: async ({ name, text }) => after(takeIn(await readFile(name, text))),
  };
}

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
