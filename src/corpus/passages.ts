import MiniSearch from 'minisearch';
import type { Article, Reading } from '../extract/types';
import { type Passage, SEARCH_OPTIONS } from './search';
import type { CorpusEntity } from './types';

/**
 * Indexes every sentence of the readings with all names of the entities that it mentions, so that "石破" finds what
 * English articles say of Ishiba. Returns MiniSearch's serialisation.
 */
export function indexPassages(
  articles: readonly Article[],
  readings: readonly Reading[],
  entities: readonly CorpusEntity[],
): unknown {
  const names = new Map(entities.map((e) => [e.id, [e.name, ...e.aliases].join(' ')]));
  const index = new MiniSearch<Passage>(SEARCH_OPTIONS);
  readings.forEach((reading, i) => {
    const article = articles[i]!;
    let at = 0;
    for (const { start, end } of reading.sentences) {
      while (at < reading.mentions.length && reading.mentions[at]!.start < start) at++;
      const named = new Set<string>();
      for (let m = at; m < reading.mentions.length && reading.mentions[m]!.start < end; m++) {
        const { entity } = reading.mentions[m]!;
        if (entity !== null) named.add(entity);
      }
      const id = `${article.id}:${start}:${end}`;
      if (index.has(id)) continue;
      const told = [...named].map((entity) => names.get(entity) ?? '').join(' ');
      index.add({ id, text: article.text.slice(start, end), names: told });
    }
  });
  return index.toJSON();
}
