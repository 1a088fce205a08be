import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinAll } from '../../../src/corpus/join/batch';
import { joinArticles } from '../../../src/corpus/join/incremental';
import { LIMITS } from '../../../src/corpus/join/limits';
import type { Contribution, Correction } from '../../../src/corpus/join/types';
import type { CuratedEntity } from '../../../src/corpus/types';
import { contributed, corrections, curation, type Made, made } from './library';
import { MemoryStore } from './memory-store';

type Change =
  | { add: Made[]; remove: number[] }
  | { curated: CuratedEntity[] }
  | { corrections: Correction[] };

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      add: fc.uniqueArray(made, { maxLength: 4, selector: ({ id }) => id }),
      remove: fc.array(fc.nat(11), { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ curated: curation }) },
  { weight: 1, arbitrary: fc.record({ corrections }) },
);

describe.each([
  ['as they are', {}],
  ['small', { representatives: 2, anchors: 2, found: 3, row: 2 }],
])('joining article by article, limits %s', (_, limits) => {
  const usual = { ...LIMITS };
  beforeEach(() => {
    Object.assign(LIMITS, limits);
  });
  afterEach(() => {
    Object.assign(LIMITS, usual);
  });

  it('gives the same as joining all at once, whatever comes and goes in whatever order, and tells what it changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const store = new MemoryStore();
        const library = new Map<string, Contribution>();
        const told = { entities: new Map<string, unknown>(), links: new Map<string, unknown>() };
        let curated: CuratedEntity[] = [];
        let said: Correction[] = [];
        for (const one of changes) {
          const add = 'add' in one ? one.add.map(contributed) : [];
          const remove = 'add' in one ? one.remove.map((id) => `a${id}`) : [];
          if ('curated' in one) curated = one.curated;
          if ('corrections' in one) said = one.corrections;
          const delta = await joinArticles(store, { add, remove, curated, corrections: said });
          for (const id of remove) library.delete(id);
          for (const contribution of add) library.set(contribution.articleId, contribution);
          for (const [id, entity] of delta.entities)
            if (entity) told.entities.set(id, entity);
            else told.entities.delete(id);
          for (const [id, links] of delta.links)
            if (links) told.links.set(id, links);
            else told.links.delete(id);
          const { entities, links } = joinAll([...library.values()], curated, said);
          expect(store.all('links')).toEqual(Object.fromEntries(links));
          expect(store.all('entities')).toEqual(Object.fromEntries(entities));
          expect(Object.fromEntries(told.entities)).toEqual(Object.fromEntries(entities));
          expect(Object.fromEntries(told.links)).toEqual(Object.fromEntries(links));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    );
  }, 120_000);

  it('leaves nothing behind when everything has gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(made, { minLength: 1, selector: ({ id }) => id }), async (articles) => {
        const store = new MemoryStore();
        await joinArticles(store, { add: articles.map(contributed) });
        for (const { id } of articles) await joinArticles(store, { remove: [`a${id}`] });
        expect(store.all('state')).toEqual({});
        expect(store.all('entities')).toEqual({});
      }),
    );
  }, 60_000);
});
