import { compile } from '../corpus/compile';
import type { Correction } from '../corpus/join/types';
import { tidyArticle } from '../corpus/limits';
import type { KeptArticle } from './gather-messages';

/** JSON Lines of articles with what was read in them, or a corpus pack. */
export type ExportKind = 'lines' | 'pack';

/** Gives the reader's own articles in the order of their ids, some at a time, those after one; none at the end. */
export type AskKept = (after: string | null) => Promise<KeptArticle[]>;

/** Gives what the reader has put right about who is who. */
export type AskCorrections = () => Promise<readonly Correction[]>;

/** A file to hand to the reader. */
export interface ExportedFile {
  name: string;
  blob: Blob;
  articles: number;
}

/**
 * The reader's own articles as a file that can be imported again: all of them, or `only` these. The same library gives the same
 * bytes. What was put right about who is who goes with all of them, and not with a selection. Lines never stand in memory as one
 * text; a pack is compiled here and not in the background.
 */
export async function exportArticles(
  kind: ExportKind,
  only: ReadonlySet<string> | null,
  askKept: AskKept,
  askCorrections: AskCorrections,
): Promise<ExportedFile> {
  const pairs: KeptArticle[] = [];
  const lines: Blob[] = [];
  let articles = 0;
  for (let after: string | null = null; ; ) {
    const kept = await askKept(after);
    if (kept.length === 0) break;
    after = kept.at(-1)!.article.id;
    // its fields in one order, whatever way it came in: an import leaves them so
    const wanted = kept
      .filter(({ article }) => only === null || only.has(article.id))
      .map((one) => ({ ...one, article: tidyArticle(one.article) }));
    articles += wanted.length;
    if (kind === 'pack') pairs.push(...wanted);
    else lines.push(new Blob(wanted.map(lineOf)));
  }
  const corrections = only === null ? await askCorrections() : [];
  if (kind === 'lines') {
    lines.push(new Blob(corrections.map((correction) => `${JSON.stringify({ correction })}\n`)));
    return {
      name: 'nameplate-library.jsonl',
      blob: new Blob(lines, { type: 'application/jsonl' }),
      articles,
    };
  }
  const read = pairs.map(({ article, reading }) => ({ article, reading }));
  const pack = JSON.stringify(compile(read, [], corrections));
  return { name: 'nameplate-corpus.json', blob: new Blob([pack], { type: 'application/json' }), articles };
}

const lineOf = ({ article, reading, added }: KeptArticle): string =>
  `${JSON.stringify({ article, reading, added })}\n`;
