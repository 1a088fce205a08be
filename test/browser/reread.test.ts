import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import { READER_VERSION } from '../../src/extract/version';
import { everything, fresh, madeBundle, madePairs } from './library';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => model }));
const shipped = madeBundle(madePairs(2, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, correct } = await import('../../src/browser/library/change');
const { closeLibrary, reading } = await import('../../src/browser/library/database');
const { editArticle } = await import('../../src/browser/library/edit');
const { rereadOld } = await import('../../src/browser/library/reread');

const pairs = madePairs(14);
const read = (article: Article) => readArticle(article, model);
const reader = async () => read;
/** As a reader of long ago has read them: half of the people, and nothing of what was said. */
const once = pairs.map(({ article, reading: now }) => {
  const entities = now.entities.filter((_, i) => i % 2 === 0);
  const ids = new Set(entities.map(({ id }) => id));
  const mentions = now.mentions.filter(({ entity }) => entity !== null && ids.has(entity));
  const roles = now.roles.filter(({ entity }) => ids.has(entity));
  return {
    article,
    reading: { ...now, entities, mentions, roles, quotes: [], events: [] },
    version: READER_VERSION - 1,
  };
});
const content = () => everything(['meta', 'images', 'trash', 'search', 'joins']);
const versions = () =>
  reading(['readings'], async (turn) =>
    (await turn.objectStore('readings').getAll()).map((one) => one.version),
  );
const people = pairs[0]!.reading.entities.filter(({ kind }) => kind === 'person');
const known = once[0]!.reading.entities.find(({ kind }) => kind === 'person')!;

/** What a reader has put right, before or after. */
async function putRight(): Promise<void> {
  await correct({ say: 'called', a: { kind: 'person', name: known.name }, name: 'Somebody Quite Else' });
  await correct({
    say: 'one',
    a: { kind: 'person', name: people.at(-1)!.name },
    b: { kind: 'person', name: pairs[9]!.reading.entities.find(({ kind }) => kind === 'person')!.name },
  });
  await editArticle({ articleId: pairs[3]!.article.id, publisher: 'The Reader’s Own', date: '2021-02-03' });
}

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
});

it('what an earlier reader has read is read anew, and what was put right outlives that', async () => {
  await addArticles(pairs);
  await putRight();
  const wanted = await content();

  await fresh(closeLibrary);
  await addArticles(once);
  await putRight();
  expect(await content()).not.toEqual(wanted);
  expect(await rereadOld(reader)).toBe(true);
  expect(new Set(await versions())).toEqual(new Set([READER_VERSION]));
  expect(await content()).toEqual(wanted);
  const names = (wanted.entities ?? []).map(([, row]) => (row as { name: string }).name);
  expect(names).toContain('Somebody Quite Else');
  const edited = wanted.articles!.find(([id]) => id === pairs[3]!.article.id)![1];
  expect(edited).toMatchObject({
    article: { publisher: 'The Reader’s Own', published: { date: '2021-02-03', basis: 'editor' } },
  });
});

it('goes on where it was cut off, and does nothing twice', async () => {
  await addArticles(once);
  let articles = 0;
  const cut = async () => (article: Article) => {
    if (++articles > 8) throw new Error('the background is stopped');
    return read(article);
  };
  await expect(rereadOld(cut)).rejects.toThrow();
  const anew = (await versions()).filter((version) => version === READER_VERSION).length - shipped.ids.size;
  expect(anew).toBe(5);
  articles = 0;
  const counted = async () => (article: Article) => {
    articles++;
    return read(article);
  };
  expect(await rereadOld(counted)).toBe(true);
  expect(articles).toBe(once.length - 5);
  expect(await rereadOld(async () => expect.unreachable())).toBe(false);
});

it('has nothing to do in an empty library', async () => {
  expect(await rereadOld(async () => expect.unreachable())).toBe(false);
});
