import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { done } from '../../src/corpus/work';
import { Image } from '../../src/link/image';
import { ROWS_VERSION } from '../../src/link/rows';
import { Spotter } from '../../src/link/spotter';
import { fresh, madeBundle, madePairs } from './library';

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
const { rowsOfLibrary } = await import('../../src/browser/library/spotting-rebuild');
const spotting = await import('../../src/browser/library/spotting');

const pairs = madePairs(24);
const page = [...pairs.slice(0, 12), ...madePairs(4, 3)].map(({ article }) => article.text);

beforeEach(async () => {
  await spotting.settled();
  large = false;
  await fresh(closeLibrary);
});

/** What is marked on a page of many articles. */
const marked = (spotter: Spotter) => {
  const spotted = spotter.page();
  return page.flatMap((text, chunk) => spotted.add(chunk, text));
};

/** The obviously right spotter: of all rows in the tables. */
async function plain(): Promise<Spotter> {
  const { builder } = await rowsOfLibrary();
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

async function expectRight(): Promise<void> {
  const found = marked(await spotting.librarySpotter());
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
    const log = await images((db) => db.getAll('images'));
    const noted = log.flatMap((row) => row.entities ?? []) as [string, { articles: number } | null][];
    expect(noted.filter(([, row]) => row && row.articles > 24).length).toBeGreaterThan(2);
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
    expect(
      marked(await spotting.librarySpotter()).flatMap(({ mentions }) => mentions).length,
    ).toBeGreaterThan(50);
  });

  it('keeps what it made, and makes of two images one when the upper has grown', async () => {
    await addArticles(pairs.slice(0, 6));
    expect(await keys()).toEqual(['log:000000000001']);
    await expectRight();
    expect(await keys()).toEqual(['delta']);
    await addArticles(pairs.slice(6, 12));
    large = true;
    await expectRight();
    await spotting.settled();
    expect(await keys()).toEqual(['base']);
    await expectRight();
    large = false;
    await addArticles(pairs.slice(12, 18));
    await removeArticles([pairs[0]!.article.id]);
    await expectRight();
    expect(await keys()).toEqual(['base', 'delta']);
  });

  it('makes all anew where what is kept is damaged, of another version, or gone', async () => {
    await addArticles(pairs.slice(0, 12));
    large = true;
    await spotting.librarySpotter();
    await spotting.settled();
    large = false;
    const kept = await images((db) => db.get('images', 'base'));
    const cases = [
      { ...kept, through: 77, image: new Blob(['no image']) },
      { ...kept, through: 78, version: ROWS_VERSION + 1 },
      null,
    ];
    for (const row of cases) {
      await images<unknown>((db) => (row ? db.put('images', row, 'base') : db.clear('images')));
      await expectRight();
      expect(await images((db) => db.get('images', 'base'))).toMatchObject({
        version: ROWS_VERSION,
        through: 1,
      });
      expect(await keys()).toEqual(['base']);
    }
    await addArticles(pairs.slice(12, 13));
    await expectRight();
  });

  it('knows nothing of what was erased when the library begins anew', async () => {
    await addArticles(pairs.slice(0, 6));
    await spotting.librarySpotter();
    await eraseAll();
    await addArticles(pairs.slice(12, 14));
    await expectRight();
  });
});
