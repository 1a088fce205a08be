import { createReadStream, renameSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compile, type ReadArticle } from '../corpus/compile';
import { checkPair } from '../corpus/pack';
import type { CuratedEntity } from '../corpus/types';
import { articleOf } from './articles';
import { InputError, messageOf, UsageError } from './errors';
import { jsonLines, warn } from './input';
import { read } from './reader';
import { loadCurated, loadSeeds } from './seeds';

/** `compile PATH… [--entities FILE] -o CORPUS.json`: what a set of articles says together. */
export async function runCompile(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { entities: { type: 'string' }, output: { type: 'string', short: 'o' } },
  });
  if (positionals.length === 0) throw new UsageError('compile takes at least one PATH');
  if (!values.output) throw new UsageError('compile needs -o CORPUS.json');
  const pairs: ReadArticle[] = [];
  const curated: CuratedEntity[] = values.entities ? loadCurated(values.entities) : [];
  let status = 0;
  for (const path of positionals) {
    if (isFolder(path)) {
      const seeds = loadSeeds(path);
      for (const article of seeds.articles) pairs.push({ article, reading: read(article) });
      for (const entry of seeds.curated) if (!curated.some(({ id }) => id === entry.id)) curated.push(entry);
    } else if (!(await readFile(path, pairs))) status = 1;
  }
  const corpus = compile(pairs, curated);
  if (corpus.articles.length < pairs.length)
    warn(`${pairs.length - corpus.articles.length} articles have the id of a later one and are left out`);
  writeWhole(values.output, JSON.stringify(corpus));
  warn(`${corpus.articles.length} articles, ${corpus.entities.length} entities → ${values.output}`);
  return status;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError(`${path}: ${missing ? 'no such file or folder' : messageOf(error)}`);
  }
}

/** Adds the articles, or pairs of article and Reading, of a JSONL file; false if a line was bad (told on standard error). */
async function readFile(path: string, pairs: ReadArticle[]): Promise<boolean> {
  let good = true;
  for await (const line of jsonLines(createReadStream(path))) {
    try {
      if ('error' in line) throw new InputError(line.error);
      if (typeof line.value === 'object' && line.value !== null && 'reading' in line.value) {
        pairs.push(checkPair(line.value));
      } else {
        const article = articleOf(line.value);
        pairs.push({ article, reading: read(article) });
      }
    } catch (error) {
      good = false;
      const reason = messageOf(error);
      warn(`${path}, ${reason.startsWith('line ') ? reason : `line ${line.number}: ${reason}`}; left out`);
    }
  }
  return good;
}

/** Writes a file so that nobody sees half of it. Throws an `InputError` that names it. */
function writeWhole(path: string, content: string): void {
  try {
    const partial = `${path}.${process.pid}.part`;
    writeFileSync(partial, content);
    renameSync(partial, path);
  } catch (error) {
    throw new InputError(`${path}: cannot be written: ${messageOf(error)}`);
  }
}
