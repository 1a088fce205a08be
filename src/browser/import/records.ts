import { articleOf } from '../../cli/articles';
import { type Fault, InputError } from '../../cli/errors';
import { checkCorrection } from '../../corpus/corrections';
import type { Correction } from '../../corpus/join/types';
import { excessOf, tidyArticle } from '../../corpus/limits';
import { checkArticle, checkCorpus, PackError } from '../../corpus/pack';
import { packExcess } from '../../corpus/pack-limits';
import type { Article } from '../../extract/types';
import type { Incoming } from '../library/messages';
import { Failure, type ProblemCode } from '../problem';

/** What is found in a file. */
export type Taken = { incoming: Incoming } | { correction: Correction };

/**
 * What a line of JSON Lines has: an article, or what an export wrote, `{ article, reading, added? }` or `{ correction }`. What
 * was read in an article is not taken over: it is read here, so that nothing is told of it that it does not say. Throws a
 * `Failure` that names the file, the line and what is wrong.
 */
export function takenOfLine(file: string, number: number, line: string): Taken {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Failure('lineNotJson', [file, String(number)]);
  }
  return takenOfValue(file, number, value);
}

/** What a value of a JSON list has, `number` from 1, as in a line. */
export function takenOfValue(file: string, number: number, value: unknown): Taken {
  try {
    if (has(value, 'correction')) return { correction: checkCorrection(value.correction, 'correction') };
    const isPair = has(value, 'article');
    const article = isPair ? checkArticle(value.article, 'article') : articleOf(value);
    const { added } = Object(value) as { added?: unknown };
    const told = isPair && Number.isSafeInteger(added) && (added as number) > 0;
    // nothing came in tomorrow
    const first = told ? { added: Math.min(added as number, Date.now()) } : {};
    return { incoming: { article: bounded(file, number, article), ...first } };
  } catch (error) {
    throw lineFailure(file, number, error);
  }
}

const has = <Field extends string>(value: unknown, field: Field): value is Record<Field, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field);

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

/** The articles and corrections of a corpus pack; all of it is checked. Throws a `Failure` that names the file and the place at fault. */
export function takenOfPack(file: string, text: string): Taken[] {
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
    const { articles, corrections = [] } = checkCorpus(pack);
    return [
      ...articles.map((article, i) => ({ incoming: { article: bounded(file, i + 1, article) } })),
      ...corrections.map((one, i) => ({ correction: checkCorrection(one, `corrections[${i}]`) })),
    ];
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
