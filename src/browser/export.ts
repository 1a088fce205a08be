import { compile } from '../corpus/compile';
import { tidyArticle } from '../corpus/limits';
import type { KeptArticle } from './gather-messages';

/** JSON Lines of articles with what was read in them, or a corpus pack. */
export type ExportKind = 'lines' | 'pack';

/** Gives the reader's own articles in the order of their ids, some at a time, those after one; none at the end. */
export type AskKept = (after: string | null) => Promise<KeptArticle[]>;

/** A file to hand to the reader. */
export interface ExportedFile {
  name: string;
  blob: Blob;
  articles: number;
}

/**
 * The reader's own articles as a file that can be imported again: all of them, or `only` these. The same library gives the same
 * bytes. Lines never stand in memory as one text; a pack is compiled here and not in the background.
 */
export async function exportArticles(
  kind: ExportKind,
  only: ReadonlySet<string> | null,
  askKept: AskKept,
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
  if (kind === 'lines')
    return {
      name: 'nameplate-library.jsonl',
      blob: new Blob(lines, { type: 'application/jsonl' }),
      articles,
    };
  const pack = JSON.stringify(compile(pairs.map(({ article, reading }) => ({ article, reading }))));
  return { name: 'nameplate-corpus.json', blob: new Blob([pack], { type: 'application/json' }), articles };
}

const lineOf = ({ article, reading, added }: KeptArticle): string =>
  `${JSON.stringify({ article, reading, added })}\n`;
