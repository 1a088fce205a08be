import { reading } from '../../src/browser/library/database';
import { assemblePart, PART_TABLES } from '../../src/browser/library/part';
import { gazetteerOf } from '../../src/corpus/aliases';
import type { Corpus } from '../../src/corpus/types';

/** The whole library as a corpus, as nothing of ours ever reads it: what answers made from a part of it are held against. */
export const wholeLibrary = (): Promise<Corpus> =>
  reading(PART_TABLES, async (turn) => {
    const [articles, entities] = await Promise.all([
      turn.objectStore('articles').getAllKeys(),
      turn.objectStore('entities').getAllKeys(),
    ]);
    const { corpus } = await assemblePart(turn, {
      articles,
      entities: entities.map((id) => ({ id, newest: 0 })),
    });
    const ranked = corpus.entities.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
    const { inAll: _, ...whole } = corpus;
    return { ...whole, entities: ranked, gazetteer: gazetteerOf(ranked) };
  });
