import type { Article, Reading } from '../extract/types';
import type { Span } from '../text/span';
import { firstEndingAfter } from './passages';
import type { Line, Run, Source } from './types';
import type { CorpusView, Leaf } from './view';

/** The text of a line, as it stands in the article. */
export const textOf = (line: { runs: readonly Run[] }): string => line.runs.map((run) => run.text).join('');

/** A line that shows `shown`, verbatim, and opens `passage`, which holds it. */
export function lineOf(view: CorpusView, leaf: Leaf, shown: Span, passage: Span = shown): Line {
  const { article } = leaf;
  return {
    runs: runsOf(view, leaf, shown),
    provenance: { articleId: article.id, span: { start: passage.start, end: passage.end } },
    publisher: article.publisher ?? null,
    published: { date: article.published.date, basis: article.published.basis },
  };
}

/** A stretch of an article cut at the names of corpus entities, so that each of them can open on. */
export function runsOf(view: CorpusView, { article, reading }: Leaf, span: Span): Run[] {
  const runs: Run[] = [];
  let at = span.start;
  for (let i = firstEndingAfter(reading.mentions, span.start); i < reading.mentions.length; i++) {
    const mention = reading.mentions[i]!;
    if (mention.start >= span.end) break;
    if (mention.form !== 'name' || mention.entity === null || !view.entities.has(mention.entity)) continue;
    if (mention.start < at || mention.end > span.end) continue;
    if (mention.start > at) runs.push({ text: article.text.slice(at, mention.start) });
    runs.push({ text: article.text.slice(mention.start, mention.end), entity: mention.entity });
    at = mention.end;
  }
  if (at < span.end) runs.push({ text: article.text.slice(at, span.end) });
  return runs;
}

/** What is known about an article as a source. Without a title its first sentence stands for it, verbatim. */
export function sourceOf({ article, reading }: Leaf): Source {
  return {
    articleId: article.id,
    title: article.title ?? firstSentence(article, reading),
    publisher: article.publisher ?? null,
    agency: article.agency ?? null,
    url: article.url ?? null,
    published: { date: article.published.date, basis: article.published.basis },
    origin: article.origin,
    licence: article.licence ?? null,
  };
}

function firstSentence(article: Article, reading: Reading): string {
  const first = reading.sentences[0];
  return first ? article.text.slice(first.start, first.end) : article.id;
}

/**
 * What two lines are compared by, to tell one thing once: letters and digits only, in lower case. Agencies' stories
 * are printed by many outlets with other quotation marks and spaces.
 */
export const gistOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
