import { parseArgs } from 'node:util';
import { Spotter } from '../link/spotter';
import { textOf } from './articles';
import { loadCorpus } from './corpus';
import { InputError, UsageError } from './errors';
import { jsonLines, print } from './input';
import { lineError } from './read';

/** `spot --corpus CORPUS.json --jsonl [--all]`: which of a corpus's entities each text names. */
export async function runSpot(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { corpus: { type: 'string' }, jsonl: { type: 'boolean' }, all: { type: 'boolean' } },
  });
  if (!values.jsonl) throw new UsageError('spot needs --jsonl');
  const spotter = new Spotter(loadCorpus(values.corpus));
  let status = 0;
  for await (const line of jsonLines(process.stdin)) {
    try {
      if ('error' in line) throw new InputError(line.error);
      const { id, text } = textOf(line.value);
      const mentions = spotter
        .spot(text)
        .filter((mention) => mention.marked || values.all)
        .map(({ start, end, surface, entity, score, because, marked }) => ({
          start,
          end,
          surface,
          entity,
          score,
          because,
          ...(values.all ? { marked } : {}),
        }));
      await print(JSON.stringify({ id, mentions }));
    } catch (error) {
      status = 1;
      await print(JSON.stringify(lineError(line, error)));
    }
  }
  return status;
}
