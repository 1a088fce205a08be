import { parseArgs } from 'node:util';
import { createSearch } from '../brief/search';
import { loadCorpus } from './corpus';
import { UsageError } from './errors';
import { print } from './input';
import { LinePrinter, section } from './lines';

/** `search [--corpus CORPUS.json] [--json] QUERY`: entities and passages of a corpus. */
export async function runSearch(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  });
  const query = positionals.join(' ').trim();
  if (!query) throw new UsageError('search takes a QUERY');
  const corpus = loadCorpus(values.corpus);
  const { entities, passages } = createSearch(corpus)(query);
  if (values.json) {
    await print(JSON.stringify({ entities, passages }, null, 2));
    return 0;
  }
  const printer = new LinePrinter(corpus);
  const lines = [
    ...section(
      'Names',
      entities.flatMap(({ name, kind, role }) => [
        `  ${name} · ${kind}`,
        ...(role ? printer.role(role).map((line) => `  ${line}`) : []),
      ]),
    ),
    ...section(
      'Passages',
      passages.flatMap(({ line }) => printer.line(line)),
    ),
  ];
  await print(lines.length > 0 ? lines.slice(1).join('\n') : `Nothing in the corpus fits "${query}".`);
  return 0;
}
