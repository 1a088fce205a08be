import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { joinAll } from '../../src/corpus/join/batch';
import { contributionOf } from '../../src/corpus/join/contribution';
import type { Correction } from '../../src/corpus/join/types';
import { lotOf } from '../../src/link/rows';
import { drawOf } from '../grammar/draw';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
const shipped = madeBundle(madePairs(3, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, correct, removeArticles, restore } = await import('../../src/browser/library/change');
const { closeLibrary } = await import('../../src/browser/library/database');
const { postingsOf } = await import('../../src/browser/library/rows');

const pairs = madePairs(40);
const keyed = (rows: [IDBValidKey, unknown][] | undefined) =>
  Object.fromEntries((rows ?? []).map(([key, row]) => [JSON.stringify(key), row]));

/** What should stand in the tables that are made by joining, made at once of all that is in the library. */
function expected(inIt: ReadonlySet<string>, corrections: readonly Correction[]) {
  const bundled = shipped.stored.map(({ article, reading }) => ({
    article: article.article,
    reading: reading.reading,
  }));
  const contributions = [...bundled, ...pairs.filter(({ article }) => inIt.has(article.id))].map(
    contributionOf,
  );
  const { entities, links } = joinAll(contributions, shipped.curated, corrections);
  return {
    entities: Object.fromEntries([...entities].map(([id, row]) => [JSON.stringify(id), row])),
    links: Object.fromEntries([...links].map(([id, row]) => [JSON.stringify(id), row])),
    postings: Object.fromEntries(
      contributions.flatMap((one) =>
        [...postingsOf(one, links.get(one.articleId))].map(([entity, row]) => [
          JSON.stringify([entity, one.date ?? '', one.articleId]),
          { said: JSON.stringify(row), lot: [entity, lotOf(one.articleId)] },
        ]),
      ),
    ),
  };
}

async function tables() {
  const { entities, links, postings } = await everything();
  const rows = keyed(entities);
  for (const [key, row] of Object.entries(rows)) {
    const { words: _, ...entity } = row as { words: string[] };
    rows[key] = entity;
  }
  return { entities: rows, links: keyed(links), postings: keyed(postings) };
}

beforeEach(() => fresh(closeLibrary));

describe('the tables made by joining', () => {
  it.each([1, 2, 3])(
    'are those of all articles joined at once, whatever came and went (%i)',
    async (seed) => {
      const draw = drawOf(seed, 'changes', 0);
      const inIt = new Set<string>();
      const corrections: Correction[] = [];
      for (let step = 0; step < 14; step++) {
        const chosen = pairs.filter(() => draw.below(8) === 0);
        const own = chosen.filter(({ article }) => inIt.has(article.id)).map(({ article }) => article.id);
        if (step % 5 === 4) {
          const name = [...Object.values((await tables()).entities)].at(draw.below(20)) as { name: string };
          const correction: Correction = {
            say: 'called',
            a: { kind: 'person', name: name.name },
            name: 'Ada Example',
          };
          corrections.push(correction);
          await correct(correction);
        } else if (step % 3 === 2 && own.length > 0) {
          const undo = await removeArticles(own);
          if (draw.below(2)) await restore(undo);
          else for (const id of own) inIt.delete(id);
        } else if (chosen.length > 0) {
          await addArticles(chosen);
          for (const { article } of chosen) inIt.add(article.id);
        }
      }
      expect(inIt.size).toBeGreaterThan(3);
      expect(await tables()).toEqual(expected(inIt, corrections));
    },
  );
});
