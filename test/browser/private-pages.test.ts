import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleOf } from '../../src/browser/library/bundle';
import type { Sender } from '../../src/browser/listen';
import { compile } from '../../src/corpus/compile';
import { madeArticle } from '../corpus/articles';
import { fresh } from './library';

const stored: { privately?: boolean } = {};
const OWN = 'https://extension.example';

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'nameplate', getURL: (path: string) => OWN + path },
    storage: {
      local: {
        get: async (defaults: object | string) =>
          typeof defaults === 'string' ? {} : { ...defaults, ...stored },
        set: async () => {},
      },
    },
    tabs: { query: async () => [] },
  },
}));
const shipped = bundleOf(compile([madeArticle('old', 'tides', ['person:Mira Okafor=Okafor'], '2024-05-06')]));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { answers } = await import('../../src/browser/answers');
const { addArticles } = await import('../../src/browser/library/change');
const { closeLibrary } = await import('../../src/browser/library/database');
const { keptCorrections } = await import('../../src/browser/library/kept');

const own = madeArticle(
  'own',
  'lamps',
  ['person:Mira Okafor=Okafor', 'person:Odalys Brannigan'],
  '2025-01-02',
);
const page = (incognito: boolean): Sender =>
  ({ id: 'nameplate', url: `${OWN}/dossier.html`, tab: { id: 1, incognito } }) as unknown as Sender;

/** What a page of the extension's own is told, where it is open in such a window. */
async function told(incognito: boolean) {
  const sender = page(incognito);
  const found = async (query: string) => (await answers.search({ query }, sender)).entities;
  const mira = (await found('Mira Okafor'))[0]!.entity;
  const said = [
    await answers.full({ entity: mira }, sender),
    await answers.dossier({ entity: mira }, sender),
    await answers.passages({ entities: [mira], skip: 0 }, sender),
  ];
  return {
    // whoever is known without the library is told of
    mira: said.every((one) => JSON.stringify(one).includes('"old"')),
    own: said.filter((one) => JSON.stringify(one).includes('"own"')).length,
    article: (await answers.article({ articleId: 'own' }, sender)) !== null,
    odalys: (await found('Odalys Brannigan')).length,
  };
}

beforeEach(async () => {
  delete stored.privately;
  await fresh(closeLibrary);
  await addArticles([own]);
});

describe('the extension’s own page of somebody, in a private window', () => {
  it('tells what came along, and nothing of the library until the reader asks for that', async () => {
    const whole = { mira: true, own: 3, article: true, odalys: 1 };
    expect(await told(false)).toEqual(whole);
    expect(await told(true)).toEqual({ mira: true, own: 0, article: false, odalys: 0 });
    stored.privately = true;
    expect(await told(true)).toEqual(whole);
  });

  it('keeps nothing that is put right there', async () => {
    const correction = {
      say: 'called' as const,
      a: { kind: 'person' as const, name: 'Mira Okafor' },
      name: 'Mira O.',
    };
    for (const privately of [false, true]) {
      stored.privately = privately;
      await expect(answers.correct({ correction }, page(true))).rejects.toMatchObject({
        problem: { code: 'privateWindow' },
      });
    }
    expect(await keptCorrections()).toEqual([]);
  });
});
