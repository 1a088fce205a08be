import { articleOf } from '../cli/articles';
import { type Fault, InputError } from '../cli/errors';
import { checkPair, PackError, parseCorpus } from '../corpus/pack';
import { readArticle } from '../extract/read';
import type { Article } from '../extract/types';
import { readingModel } from './assets';
import type { Kept } from './library/schema';
import type { PageArticle } from './messages';
import { articleOfPage } from './page-article';
import { Failure, type ProblemCode } from './problem';

export async function readPage(page: PageArticle): Promise<Kept> {
  const article = await articleOfPage(page);
  return { article, reading: readArticle(article, await readingModel()) };
}

/**
 * The articles of a file: a corpus, or JSON Lines of articles or of `{ article, reading }` pairs. Throws an error that
 * names the file, the line and what is wrong.
 */
export async function readFile(name: string, text: string): Promise<Kept[]> {
  const whole =
    /^\s*\{/.test(text) && !/\}\s*\n\s*\{/.test(text.slice(0, 1_000_000)) ? corpusIn(name, text) : null;
  if (whole) return whole;
  const model = await readingModel();
  const pairs: Kept[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    try {
      const value: unknown = JSON.parse(line);
      const paired = typeof value === 'object' && value !== null && 'reading' in value;
      const { article, reading } = paired ? checkPair(value) : { article: articleOf(value), reading: null };
      const own: Article = { ...article, origin: 'imported' };
      pairs.push({ article: own, reading: reading ?? readArticle(own, model) });
    } catch (error) {
      throw lineFailure(name, i + 1, error);
    }
  }
  if (pairs.length === 0) throw new Failure('empty', [name], `${name} holds no article`);
  return pairs;
}

/** The articles of a corpus file; null if it is a single article's line. */
function corpusIn(name: string, text: string): Kept[] | null {
  try {
    const value = JSON.parse(text) as { text?: unknown; article?: unknown };
    if (value.text !== undefined || value.article !== undefined) return null;
    const { articles, readings, entities } = parseCorpus(text);
    return articles.map((article, i) => {
      const reading = readings[i]!;
      const named = new Set(reading.mentions.map(({ entity }) => entity));
      const own = reading.entities.length > 0 ? reading.entities : entities.filter(({ id }) => named.has(id));
      return { article: { ...article, origin: 'imported' }, reading: { ...reading, entities: own } };
    });
  } catch (error) {
    const message = `${name}: ${messageOf(error)}`;
    const place = error instanceof PackError ? error.path : '';
    throw place ? new Failure('damaged', [name, place], message) : new Failure('notJson', [name], message);
  }
}

const LINE_FAULTS: Record<Fault, ProblemCode> = {
  object: 'lineObject',
  missing: 'lineMissing',
  string: 'lineString',
  day: 'lineDay',
  other: 'lineDamaged',
};

/** What is wrong with a line, with the file, the line's number and the field at fault. */
function lineFailure(name: string, line: number, error: unknown): Failure {
  const message = `${name}, line ${line}: ${messageOf(error)}`;
  const at = [name, String(line)];
  if (error instanceof InputError)
    return new Failure(LINE_FAULTS[error.fault], [...at, error.field], message);
  if (error instanceof PackError) return new Failure('lineDamaged', [...at, error.path], message);
  return error instanceof SyntaxError
    ? new Failure('lineNotJson', at, message)
    : new Failure('other', [message]);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
