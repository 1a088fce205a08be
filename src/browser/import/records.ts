import { articleOf } from '../../cli/articles';
import { type Fault, InputError } from '../../cli/errors';
import { excessOf, tidyArticle } from '../../corpus/limits';
import { checkArticle, checkCorpus, PackError } from '../../corpus/pack';
import { packExcess } from '../../corpus/pack-limits';
import type { Article } from '../../extract/types';
import type { Incoming } from '../library/messages';
import { Failure, type ProblemCode } from '../problem';

/**
 * The article of a line of JSON Lines: an article, or what an export wrote, `{ article, reading, added? }`. What was read in
 * it is not taken over: it is read here, so that nothing is told of it that it does not say. Throws a `Failure` that names
 * the file, the line and what is wrong.
 */
export function articleOfLine(file: string, number: number, line: string): Incoming {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Failure('lineNotJson', [file, String(number)]);
  }
  return articleOfValue(file, number, value);
}

/** The article of a value of a JSON list, `number` from 1, as in a line. */
export function articleOfValue(file: string, number: number, value: unknown): Incoming {
  try {
    const isPair = typeof value === 'object' && value !== null && 'article' in value;
    const article = isPair
      ? checkArticle((value as { article: unknown }).article, 'article')
      : articleOf(value);
    const { added } = Object(value) as { added?: unknown };
    const told = isPair && Number.isSafeInteger(added) && (added as number) > 0;
    // nothing came in tomorrow
    return {
      article: bounded(file, number, article),
      ...(told ? { added: Math.min(added as number, Date.now()) } : {}),
    };
  } catch (error) {
    throw lineFailure(file, number, error);
  }
}

/** The values of a JSON list. Throws a `Failure` where it is none. */
export function listIn(file: string, text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // told below
  }
  throw new Failure('notJson', [file]);
}

/** The articles of a corpus pack; all of it is checked. Throws a `Failure` that names the file and the place at fault. */
export function articlesOfPack(file: string, text: string): Incoming[] {
  let pack: unknown;
  try {
    pack = JSON.parse(text);
  } catch {
    throw new Failure('notJson', [file]);
  }
  const excess = packExcess(pack);
  if (excess?.most) throw new Failure('packLarge', [file, excess.path, String(excess.most)]);
  if (excess) throw new Failure('damaged', [file, excess.path]);
  try {
    return checkCorpus(pack).articles.map((article, i) => ({ article: bounded(file, i + 1, article) }));
  } catch (error) {
    if (error instanceof PackError && error.path === 'schemaVersion')
      throw new Failure('packVersion', [file]);
    if (error instanceof PackError)
      throw new Failure('damaged', [file, error.path], `${file}: ${error.message}`);
    throw error;
  }
}

/** The article as the library keeps it; those that came along with another Nameplate are imported here. */
function bounded(file: string, number: number, given: Article): Article {
  const article = tidyArticle(given.origin === 'bundled' ? { ...given, origin: 'imported' } : given);
  const excess = excessOf(article);
  if (!excess) return article;
  const { field, most } = excess;
  throw most
    ? new Failure('lineLong', [file, String(number), field, String(most)])
    : new Failure('lineDamaged', [file, String(number), field]);
}

const LINE_FAULTS: Record<Fault, ProblemCode> = {
  object: 'lineObject',
  missing: 'lineMissing',
  string: 'lineString',
  day: 'lineDay',
  other: 'lineDamaged',
};

/** What is wrong with a line, with the file, the line's number and the field at fault. */
function lineFailure(file: string, line: number, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = `${file}, line ${line}: ${error instanceof Error ? error.message : String(error)}`;
  const at = [file, String(line)];
  if (error instanceof InputError)
    return new Failure(LINE_FAULTS[error.fault], [...at, error.field], message);
  if (error instanceof PackError) return new Failure('lineDamaged', [...at, error.path], message);
  return new Failure('other', [message]);
}
