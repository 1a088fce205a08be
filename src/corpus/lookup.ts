import { fold } from '../text/fold';
import type { Corpus, CorpusEntity } from './types';

/** The entities that a typed name may mean: by id, else by equal name or alias (case and diacritics aside), the most salient first. */
export function findEntities(corpus: Corpus, name: string): CorpusEntity[] {
  const byId = corpus.entities.find(({ id }) => id === name);
  if (byId) return [byId];
  const wanted = fold(name);
  const named = corpus.entities.filter((e) => fold(e.name) === wanted);
  return named.length > 0 ? named : corpus.entities.filter((e) => e.aliases.some((a) => fold(a) === wanted));
}

/** Entities whose name or an alias begins with, or has a word that begins with, what was typed; for "did you mean". */
export function similarEntities(corpus: Corpus, name: string, limit: number): CorpusEntity[] {
  const words = fold(name)
    .split(' ')
    .filter((word) => word.length > 2);
  return corpus.entities
    .filter((e) =>
      [e.name, ...e.aliases].some((form) => words.some((word) => ` ${fold(form)}`.includes(` ${word}`))),
    )
    .slice(0, limit);
}
