import { sourceOf } from '../../brief/lines';
import type { Contribution, JoinedEntity, Links } from '../../corpus/join/types';
import { bandsOf, shinglesOf } from '../../corpus/near';
import { nameWords } from '../../corpus/search/names';
import { fold } from '../../text/fold';
import type { EntityRow, Kept, PostingRow, SourceRow } from './schema';

/** The list's row of an article. */
export function sourceRow({ article, reading }: Kept, added: number): SourceRow {
  const source = sourceOf({ article, reading });
  return {
    ...source,
    added,
    size: article.text.length,
    bands: bandsOf(shinglesOf(article.text)),
    names: reading.entities.length,
    by: {
      date: source.published.date ?? '',
      title: fold(source.title),
      outlet: fold(source.publisher ?? ''),
    },
  };
}

/** The row of an entity, which is found by each word of its names. */
export const entityRow = (entity: JoinedEntity): EntityRow => ({
  ...entity,
  words: nameWords(entity),
});

/** By entity of the library, what an article says of it; entities of the article that are one in the library are told as one. */
export function postingsOf(
  contribution: Contribution | undefined,
  links: Links | undefined,
): Map<string, PostingRow> {
  const postings = new Map<string, PostingRow>();
  for (const { id, rank, named, terms, roleWords } of contribution?.locals ?? []) {
    const entity = links?.[id];
    if (entity === undefined) continue;
    const known = postings.get(entity);
    if (!known) postings.set(entity, { rank, named, terms, roleWords });
    else
      postings.set(entity, {
        rank: Math.min(known.rank, rank),
        named: known.named + named,
        terms: summed(known.terms, terms),
        roleWords: [...new Set([...known.roleWords, ...roleWords])],
      });
  }
  return postings;
}

function summed(a: PostingRow['terms'], b: PostingRow['terms']): PostingRow['terms'] {
  const counts = new Map(a);
  for (const [term, count] of b) counts.set(term, (counts.get(term) ?? 0) + count);
  return [...counts];
}
