import { gazetteerOf } from '../../corpus/aliases';
import type { Corpus } from '../../corpus/types';
import { reading } from './database';
import { assemblePart, PART_TABLES } from './part';

/** The whole library as a corpus with all that spotting is made from. It grows with the library. */
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
