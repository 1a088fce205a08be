import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntityRow, PostingKey } from '../../src/browser/library/schema';
import type { Links } from '../../src/corpus/join/types';
import { done } from '../../src/corpus/work';
import { ImageBuilder } from '../../src/link/base';
import { Image } from '../../src/link/image';
import { Spotter } from '../../src/link/spotter';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
const shipped = madeBundle(madePairs(2, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));
let large = false;
vi.mock('../../src/link/fold', async (original) => ({
  ...(await original<object>()),
  isLarge: () => large,
}));

const { addArticles, correct, eraseAll, removeArticles, restore } = await import(
  '../../src/browser/library/change'
);
const { closeLibrary } = await import('../../src/browser/library/database');
const { rowBy, spottedArticle } = await import('../../src/browser/library/spotting-read');
const { keepBase, keepDelta } = await import('../../src/browser/library/images');
const spotting = await import('../../src/browser/library/spotting');

const pairs = madePairs(24);
const page = [...pairs.slice(0, 12), ...madePairs(4, 3)].map(({ article }) => article.text);

beforeEach(async () => {
  await spotting.settled();
  large = false;
  Object.assign(spotting.AT_ONCE, { few: 400, many: 5_000 });
  await fresh(closeLibrary);
});

/** What is marked on a page of many articles. */
const marked = (spotter: Spotter) => {
  const spotted = spotter.page();
  return page.flatMap((text, chunk) => spotted.add(chunk, text));
};

/** The obviously right spotter: of all rows in the tables. */
async function plain(): Promise<Spotter> {
  const builder = new ImageBuilder();
  const { entities, postings, links } = await everything();
  for (const [id, entity] of entities!) {
    const own = postings!.filter(([key]) => (key as PostingKey)[0] === id);
    const known = own.map(([key, row]) => {
      const [, date, article] = key as PostingKey;
      return [article, { date, said: (row as { said: string }).said }] as const;
    });
    builder.add(rowBy(entity as EntityRow, new Map(known)));
  }
  for (const [id, row] of links!) builder.addArticle(spottedArticle(id as string, row as Links));
  return new Spotter(new Image(done(builder.build('plain'))));
}

/** Rows of `images` as another window would see or change them. */
async function images<T>(work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB('nameplate');
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
const keys = () => images((db) => db.getAllKeys('images'));

/** The library's spotter when all is up to date, and all that is to be kept is. */
async function upToDate(): Promise<Spotter> {
  const { now, later } = await spotting.librarySpotter();
  const spotter = later ? await later : now!;
  await spotting.settled();
  return spotter;
}

async function expectRight(): Promise<void> {
  const found = marked(await upToDate());
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(marked(await plain()));
}

describe('spotting with a library', () => {
  it('notes of those who are in many articles what all their articles would tell', async () => {
    const [first] = pairs;
    const many = Array.from({ length: 40 }, (_, i) => {
      const { article, reading } = pairs[i % 4]!;
      const published = { date: `2025-0${1 + (i % 3)}-11`, basis: 'stated' as const };
      return {
        article: { ...article, id: `many-${i}`, published },
        reading: { ...reading, id: `many-${i}`, published },
      };
    });
    await addArticles(many);
    await addArticles([first!]);
    const { entities } = await everything();
    expect(entities!.filter(([, row]) => (row as EntityRow).articles > 24).length).toBeGreaterThan(2);
    await expectRight();
  });

  it('answers after every change as if all had been made anew', async () => {
    await addArticles(pairs.slice(0, 6));
    await expectRight();
    await addArticles(pairs.slice(6, 7));
    await addArticles(pairs.slice(7, 9));
    await expectRight();
    // the same article, of another day and with another's text
    const [one, other] = [pairs[0]!, pairs[12]!];
    await addArticles([
      {
        article: { ...other.article, id: one.article.id, published: { date: '2030-01-01', basis: 'stated' } },
        reading: { ...other.reading, id: one.article.id },
      },
    ]);
    await expectRight();
    const undo = await removeArticles(pairs.slice(1, 5).map(({ article }) => article.id));
    await expectRight();
    await restore(undo);
    const person = pairs[6]!.reading.entities.find(
      ({ kind, name }) => kind === 'person' && name.includes(' '),
    )!;
    await correct({ say: 'called', a: { kind: 'person', name: person.name }, name: 'Zoltan Newname' });
    await expectRight();
    expect(marked(await upToDate()).flatMap(({ mentions }) => mentions).length).toBeGreaterThan(50);
  });

  it('keeps what it made, and makes of two images one when the upper has grown', async () => {
    await addArticles(pairs.slice(0, 6));
    expect(await keys()).toEqual(['log:000000000001']);
    await expectRight();
    expect(await keys()).toEqual(['delta']);
    await addArticles(pairs.slice(6, 12));
    large = true;
    await expectRight();
    expect(await keys()).toEqual(['base']);
    await expectRight();
    large = false;
    await addArticles(pairs.slice(12, 18));
    await removeArticles([pairs[0]!.article.id]);
    await expectRight();
    expect(await keys()).toEqual(['base', 'delta']);
  });

  it('makes all anew where what is kept is damaged or gone', async () => {
    await addArticles(pairs.slice(0, 12));
    large = true;
    await upToDate();
    large = false;
    const kept = await images((db) => db.get('images', 'base'));
    const cases = [{ ...kept, through: 0.7, image: new Blob(['no image']) }, null];
    for (const row of cases) {
      await images<unknown>((db) => (row ? db.put('images', row, 'base') : db.clear('images')));
      await expectRight();
      expect(await images((db) => db.get('images', 'base'))).toMatchObject({ through: 1 });
      expect(await keys()).toEqual(['base']);
    }
    await addArticles(pairs.slice(12, 13));
    await expectRight();
  });

  it('answers with what it knew while much is brought up to date', async () => {
    await addArticles(pairs.slice(0, 2));
    let before = marked(await upToDate());
    for (const many of [5_000, 1]) {
      Object.assign(spotting.AT_ONCE, { few: 10, many });
      await addArticles(many > 1 ? pairs.slice(2, 12) : pairs.slice(12));
      const { now, later } = await spotting.librarySpotter();
      expect(marked(now!)).toEqual(before);
      before = marked(await later!);
      expect(before).toEqual(marked(await plain()));
      await spotting.settled();
      const again = await spotting.librarySpotter();
      expect(again.later).toBeNull();
      expect(marked(again.now!)).toEqual(before);
    }
    expect(await keys()).toEqual(['base']);
  });

  it('keeps nothing that was made of what is erased by now', async () => {
    await addArticles(pairs.slice(0, 3));
    await upToDate();
    const { image } = await images((db) => db.get('images', 'delta'));
    const bytes = new Uint8Array(await image.arrayBuffer());
    await eraseAll();
    await addArticles(pairs.slice(12, 14));
    await keepBase(1, bytes);
    await keepDelta(0, 1, bytes);
    expect(await keys()).toEqual(['log:000000000004', 'since']);
    await expectRight();
  });

  it('knows nothing of what was erased when the library begins anew', async () => {
    await addArticles(pairs.slice(0, 6));
    await upToDate();
    await eraseAll();
    await addArticles(pairs.slice(12, 14));
    await expectRight();
  });
});
