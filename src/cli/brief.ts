import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBrief } from '../brief/brief';
import type { Brief } from '../brief/types';
import type { Corpus } from '../corpus/types';
import { Spotter } from '../link/spotter';
import { articleOf, dayOf } from './articles';
import { loadCorpus } from './corpus';
import { messageOf, UsageError } from './errors';
import { print, readText } from './input';
import { coversLine, LinePrinter, section } from './lines';
import { read } from './reader';

/** `brief [--corpus CORPUS.json] [--published DAY] [--json] FILE`: what the popup shows of a page with this text. */
export async function runBrief(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { corpus: { type: 'string' }, json: { type: 'boolean' }, published: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new UsageError('brief takes one FILE');
  const [file] = positionals as [string];
  const article = articleOf({
    id: basename(file),
    text: readText(file),
    published: publishedOf(values.published),
  });
  const corpus = loadCorpus(values.corpus);
  const mentions = new Spotter(corpus).spot(article.text);
  const brief = buildBrief(corpus, { mentions, article: { text: article.text, reading: read(article) } });
  await print(values.json ? JSON.stringify(brief, null, 2) : briefText(corpus, brief).join('\n'));
  return 0;
}

function publishedOf(given: string | undefined): string | undefined {
  try {
    return given === undefined ? undefined : dayOf(given);
  } catch (error) {
    throw new UsageError(messageOf(error).replace('"published"', '--published'));
  }
}

function briefText(corpus: Corpus, brief: Brief): string[] {
  const printer = new LinePrinter(corpus);
  const story = brief.story.length > 0 ? section('The story so far', brief.story.flatMap(printer.event)) : [];
  return [
    brief.pageDate ? `This page: ${brief.pageDate}` : 'This page: its date is not known',
    ...(brief.people.length > 0 ? [] : ['Nobody that the corpus knows is named on it.']),
    ...section(
      'On this page',
      brief.people.flatMap((p) => [
        `  ${p.name} · ${p.kind} · ${p.count} time${p.count === 1 ? '' : 's'}`,
        ...(p.role ? printer.role(p.role).map((line) => `  ${line}`) : []),
      ]),
    ),
    ...section(
      'Its gist',
      brief.gist.map(({ text, span }) => `  ${text.replace(/\s+/g, ' ')} [${span.start}–${span.end}]`),
    ),
    ...story,
    ...(story.length > 0 ? [] : section('Newest in the corpus', brief.newest.flatMap(printer.event))),
    '',
    coversLine(brief.covers),
  ];
}
