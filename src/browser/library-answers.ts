import { tellChanged } from './changes';
import { giveBack } from './feeds/allowed';

import { setClock } from './feeds/clock';
import { allFeeds } from './feeds/rows';
import { correct, eraseAll, removeArticles, restore, uncorrect } from './library/change';
import { editArticle } from './library/edit';
import { keptCorrections, setAsideRows } from './library/kept';
import { listBundled, listOwn } from './library/list';
import type { LibraryRequests } from './library/messages';
import { libraryState } from './library/state';
import { untake } from './library/take';
import { takeInEarlier } from './library/take-in';
import type { Handlers } from './listen';

type Refresh = () => Promise<null>;

/** What the extension's own pages ask of the library. */
export function libraryAnswers(refresh: Refresh): Handlers<LibraryRequests> {
  const after = async <T>(changing: Promise<T>): Promise<T> => {
    const result = await changing;
    await refresh();
    return result;
  };
  return {
    library: libraryState,
    articles: async (query) => (await listOwn(query).catch(() => null)) ?? listBundled(query),
    remove: async ({ articleIds }) => ({ undo: await after(removeArticles(articleIds)) }),
    async erase() {
      const { undo, feeds } = await after(eraseAll());
      for (const feed of feeds) await giveBack(feed, await allFeeds());
      await feedsChanged();
      return { undo };
    },
    async restore({ undo }) {
      await restore(undo);
      if (undo === 'erasure') {
        await feedsChanged();
        // what an earlier version kept waited with all else
        void takeInEarlier()
          .then((any) => any && refresh())
          .catch(() => {});
      }
      return refresh();
    },
    async untake({ undo }) {
      await untake(undo);
      return refresh();
    },
    edit: async (request) => ({ undo: await after(editArticle(request)) }),
    correct: ({ correction }) => after(correct(correction)),
    async uncorrect({ key, instead }) {
      await uncorrect(key, instead);
      return refresh();
    },
    corrections: keptCorrections,
    aside: async () => ({ name: 'nameplate-broken.jsonl', text: linesOf(await setAsideRows()) }),
  };
}

async function feedsChanged(): Promise<void> {
  await setClock();
  tellChanged('feeds');
}

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
