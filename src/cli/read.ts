import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { articleOf, dayOf, idOf } from './articles';
import { InputError, messageOf, UsageError } from './errors';
import { jsonLines, print, readText } from './input';
import { read } from './reader';

/** `read [--published DAY] FILE`, or `read --jsonl [--with-article]`: what one article says. */
export async function runRead(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean' },
      published: { type: 'string' },
      'with-article': { type: 'boolean' },
    },
  });
  if (values.jsonl) {
    if (positionals.length > 0 || values.published)
      throw new UsageError('read --jsonl takes its articles from standard input');
    return readLines(values['with-article'] ?? false);
  }
  if (positionals.length !== 1) throw new UsageError('read takes one FILE, or --jsonl');
  const [file] = positionals as [string];
  let published: string | undefined;
  try {
    published = values.published === undefined ? undefined : dayOf(values.published);
  } catch (error) {
    throw new UsageError(messageOf(error).replace('"published"', '--published'));
  }
  const article = articleOf({ id: basename(file), text: readText(file), published });
  const reading = read(article);
  await print(JSON.stringify(values['with-article'] ? { article, reading } : reading));
  return 0;
}

async function readLines(withArticle: boolean): Promise<number> {
  let status = 0;
  for await (const line of jsonLines(process.stdin)) {
    try {
      if ('error' in line) throw new InputError(line.error);
      const article = articleOf(line.value);
      const reading = { ...read(article), id: idOf(line.value) };
      await print(
        JSON.stringify(withArticle ? { article, reading: { ...reading, id: article.id } } : reading),
      );
    } catch (error) {
      status = 1;
      await print(JSON.stringify(lineError(line, error)));
    }
  }
  return status;
}

/** The answer to a bad line of a batch, told on standard error too. */
export function lineError(
  line: { number: number; value?: unknown },
  error: unknown,
): { id: string | number | null; error: string } {
  const reason = messageOf(error);
  const told = reason.startsWith(`line ${line.number}`) ? reason : `line ${line.number}: ${reason}`;
  process.stderr.write(`nameplate: standard input, ${told}\n`);
  return { id: idOf(line.value), error: told };
}
