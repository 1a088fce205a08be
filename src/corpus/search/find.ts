import { blocksOf, letterOf } from './blocks';
import { linesOf, SEGMENT } from './postings';
import { type Lines, rankArticles } from './rank';
import { IDS, OPEN, type OpenRow, type ReadRows, readState, rowsIn, youngIn } from './rows';
import { wordsOf } from './words';

/** An article that a query finds. */
export interface Found {
  articleId: string;
  score: number;
  /** Numbers of its sentences that hold the words (`sentenceNumber`), the best first; none where only its title does. */
  sentences: number[];
}

/** What a query finds, the best first. */
export interface Finds {
  articles: Found[];
  /** Whether each has a sentence that holds every word; if not, none has, and these hold any. */
  every: boolean;
  /** Words of the query that nothing in the library stands for. */
  missing: string[];
}

/**
 * The articles with a sentence that holds every word of a query, the best `most` of them; only if none does, those that
 * hold any. It reads the rows that begin like the words, and no article.
 */
export async function findArticles(rows: ReadRows, query: string, most: number): Promise<Finds> {
  const words = wordsOf(query);
  if (words.length === 0) return { articles: [], every: false, missing: [] };
  const buckets = [...new Set(words.map(({ bucket }) => bucket))];
  const letters = [...new Set([IDS, ...buckets].map(letterOf))];
  const [state, open, ...packed] = (await Promise.all([
    readState(rows),
    rows.between(...OPEN),
    ...letters.map((letter) => rows.between(...youngIn(letter))),
    ...[IDS, ...buckets].map((bucket) => rows.between(...rowsIn(bucket))),
  ])) as [Awaited<ReturnType<typeof readState>>, OpenRow[], ...string[][]];
  const young = new Map(letters.map((letter, i) => [letter, packed[i]!]));
  const [ids = [], ...full] = [IDS, ...buckets].map((bucket, i) => [
    ...packed[letters.length + i]!,
    ...young.get(letterOf(bucket))!,
  ]);
  const gone = new Set(state.gone);
  const segments = [...openLines(open), ...fullLines(buckets, full)];
  const ranking = rankArticles(
    words,
    segments,
    state.sentences,
    (s, place) => gone.has(s * SEGMENT + place),
    most,
  );
  const idsOf = idsBySegment(ids, new Set(ranking.articles.map(({ segment }) => segment)));
  const articles = ranking.articles.map(({ segment, place, score, sentences }) => ({
    articleId: segment < 0 ? open[-1 - segment]!.id : idsOf.get(segment)![place]!,
    score,
    sentences,
  }));
  return { ...ranking, articles };
}

/** Every open article as a segment of its own, numbered down from −1. */
const openLines = (open: readonly OpenRow[]): Lines[] =>
  open.map(({ entry }, i) => ({ segment: -1 - i, of: () => entry }));

/** The full segments, the youngest first; the lines of a young one are among those of other buckets. */
function fullLines(buckets: readonly string[], packed: readonly string[][]): Lines[] {
  const segments = new Map<number, Map<string, string>>();
  buckets.forEach((bucket, i) => {
    for (const row of packed[i]!)
      for (const { segment, lines } of blocksOf(row)) {
        const known = segments.get(segment) ?? new Map<string, string>();
        segments.set(segment, known.set(bucket, lines));
      }
  });
  return [...segments]
    .sort(([a], [b]) => b - a)
    .map(([segment, lines]) => ({ segment, of: (bucket) => lines.get(bucket) ?? '' }));
}

/** The ids of these segments' articles, by place. */
function idsBySegment(
  packed: readonly string[],
  segments: ReadonlySet<number>,
): Map<number, readonly string[]> {
  const ids = new Map<number, readonly string[]>();
  for (const row of packed)
    for (const { segment, lines } of blocksOf(row))
      if (segments.has(segment))
        for (const [, list] of linesOf(lines)) ids.set(segment, JSON.parse(list) as string[]);
  return ids;
}
