import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinAll } from '../../../src/corpus/join/batch';
import { joinArticles } from '../../../src/corpus/join/incremental';
import { LIMITS } from '../../../src/corpus/join/limits';
import type { Contribution, Correction, NameRef } from '../../../src/corpus/join/types';
import type { CuratedEntity } from '../../../src/corpus/types';
import { contributed, corrections, curation, LISTED, type Made, made } from './library';
import { MemoryStore } from './memory-store';

interface Change {
  add?: Made[];
  remove?: number[];
  curated?: CuratedEntity[];
  corrections?: Correction[];
}

const articles = {
  add: fc.uniqueArray(made, { maxLength: 4, selector: ({ id }) => id }),
  remove: fc.array(fc.nat(11), { maxLength: 3 }),
};

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 12, arbitrary: fc.record(articles) },
  { weight: 3, arbitrary: fc.record({ curated: curation }) },
  { weight: 5, arbitrary: fc.record({ corrections }) },
  { weight: 3, arbitrary: fc.record({ ...articles, corrections }) },
  { weight: 1, arbitrary: fc.record({ ...articles, curated: curation, corrections }) },
);

/** Makes changes one after the other, and after each compares what is there with all joined at once. */
async function sameAsAllAtOnce(changes: readonly Change[]): Promise<void> {
  const store = new MemoryStore();
  const library = new Map<string, Contribution>();
  const told = { entities: new Map<string, unknown>(), links: new Map<string, unknown>() };
  let curated: CuratedEntity[] = [];
  let said: Correction[] = [];
  for (const one of changes) {
    const add = (one.add ?? []).map(contributed);
    const remove = (one.remove ?? []).map((id) => `a${id}`);
    curated = one.curated ?? curated;
    said = one.corrections ?? said;
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
}

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
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), sameAsAllAtOnce), {
      numRuns: Number(process.env.RUNS ?? 100),
    });
  }, 120_000);

  it('counts a person known by one word under that name once a correction speaks of it, though the list had it', async () => {
    const [halvorsen, maria]: [NameRef, NameRef] = [
      { kind: 'person', name: 'Halvorsen' },
      { kind: 'person', name: 'Maria Lindqvist' },
    ];
    await sameAsAllAtOnce([
      { add: [{ id: 0, story: 0, named: [19, 0] }] },
      { curated: LISTED.filter(({ id }) => id === 'hs') },
      {
        corrections: [
          { say: 'one', a: halvorsen, b: maria },
          { say: 'two', a: maria, b: maria },
        ],
      },
      { corrections: [] },
    ]);
  });

  it('takes along who is known by one word where a correction joins a cluster with a listed entity and its key stays', async () => {
    await sameAsAllAtOnce([
      { curated: LISTED.filter(({ id }) => id === 'ml') },
      { add: [10, 11, 12].map((name, id) => ({ id, story: 0, named: [name] })) },
      {
        corrections: [
          {
            say: 'one',
            a: { kind: 'person', name: 'Tanaka Hiroko' },
            b: { kind: 'person', name: 'Maria Lindqvist' },
          },
        ],
      },
      { corrections: [] },
    ]);
  });

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
