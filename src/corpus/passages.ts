import MiniSearch, { type Options } from 'minisearch';
import type { Article, Reading } from '../extract/types';
import { fold } from '../text/fold';
import { contains } from '../text/span';
import type { Corpus, CorpusEntity, Provenance } from './types';

/** What the index holds of a sentence; `id` is `passageId`'s. */
export interface Passage {
  id: string;
  text: string;
  /** All names of the entities that the sentence names: "石破" finds what English articles say of Ishiba. */
  names: string;
  title: string;
}

/** Words of a text for the index: folded; runs of ideographs and kana as pairs of neighbours. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of fold(text).match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}]+/gu,
  ) ?? []) {
    if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(word) || word.length < 3)
      terms.push(word);
    else for (let i = 0; i + 1 < word.length; i++) terms.push(word.slice(i, i + 2));
  }
  return terms;
}

/** Options that the index was made with and must be loaded with: prefix and fuzzy search, names above text. */
export const INDEX_OPTIONS: Options<Passage> = {
  fields: ['text', 'names', 'title'],
  tokenize: indexTerms,
  processTerm: (term) => term,
  searchOptions: {
    prefix: (term) => term.length >= 2,
    fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
    boost: { names: 1.5, title: 0.7 },
    combineWith: 'AND',
  },
};

/** A passage's id in the index. */
export const passageId = ({ articleId, span }: Provenance): string =>
  `${span.start}-${span.end}@${articleId}`;

/** The passage of an id of the index. Throws if it is none. */
export function parsePassageId(id: string): Provenance {
  const parts = /^(\d+)-(\d+)@(.*)$/s.exec(id);
  if (!parts) throw new Error(`not a passage: ${id}`);
  return { articleId: parts[3]!, span: { start: Number(parts[1]), end: Number(parts[2]) } };
}

/** Indexes every sentence of the readings; returns MiniSearch's serialisation. */
export function indexPassages(
  articles: readonly Article[],
  readings: readonly Reading[],
  entities: readonly CorpusEntity[],
): unknown {
  const names = new Map(entities.map((e) => [e.id, [e.name, ...e.aliases].join(' ')]));
  const index = new MiniSearch<Passage>(INDEX_OPTIONS);
  readings.forEach((reading, i) => {
    const article = articles[i]!;
    let at = 0;
    for (const span of reading.sentences) {
      while (at < reading.mentions.length && reading.mentions[at]!.start < span.start) at++;
      const named = new Set<string>();
      for (let m = at; m < reading.mentions.length && reading.mentions[m]!.start < span.end; m++) {
        const { entity } = reading.mentions[m]!;
        if (entity !== null && contains(span, reading.mentions[m]!)) named.add(entity);
      }
      const id = passageId({ articleId: article.id, span });
      if (index.has(id)) continue;
      index.add({
        id,
        text: article.text.slice(span.start, span.end),
        names: [...named].map((entity) => names.get(entity) ?? '').join(' '),
        title: article.title ?? '',
      });
    }
  });
  return index.toJSON();
}

/** The corpus's passage index, ready to search; a result's id is read by `parsePassageId`. */
export function loadIndex(corpus: Corpus): MiniSearch<Passage> {
  return MiniSearch.loadJS<Passage>(corpus.index as Parameters<typeof MiniSearch.loadJS>[0], INDEX_OPTIONS);
}
