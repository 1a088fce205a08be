import { parseArgs } from 'node:util';
import { buildDossier } from '../brief/dossier';
import type { Dossier } from '../brief/types';
import { findEntities, similarEntities } from '../corpus/lookup';
import type { Corpus } from '../corpus/types';
import { loadCorpus } from './corpus';
import { InputError, UsageError } from './errors';
import { print } from './input';
import { coversLine, LinePrinter, section, sourceLine } from './lines';

/** `dossier [--corpus CORPUS.json] [--json] NAME`: all that a corpus tells of one entity, by name or id. */
export async function runDossier(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  });
  const name = positionals.join(' ').trim();
  if (!name) throw new UsageError('dossier takes a NAME');
  const corpus = loadCorpus(values.corpus);
  const found = findEntities(corpus, name);
  const dossier = found[0] ? buildDossier(corpus, found[0].id) : null;
  if (!dossier) {
    const near = similarEntities(corpus, name, 5).map((e) => e.name);
    throw new InputError(
      `nobody named "${name}" in the corpus${near.length > 0 ? `; near it: ${near.join(', ')}` : ''}`,
    );
  }
  await print(values.json ? JSON.stringify(dossier, null, 2) : dossierText(corpus, dossier).join('\n'));
  for (const other of found.slice(1))
    process.stderr.write(`nameplate: also named so: ${other.name} (${other.id})\n`);
  return 0;
}

function dossierText(corpus: Corpus, dossier: Dossier): string[] {
  const printer = new LinePrinter(corpus);
  const native = dossier.nativeName ? ` (${dossier.nativeName})` : '';
  return [
    `${dossier.name}${native} · ${dossier.kind}`,
    ...(dossier.aliases.length > 0 ? [`also: ${dossier.aliases.join(', ')}`] : []),
    ...(dossier.wikidata ? [`Wikidata: ${dossier.wikidata}`] : []),
    ...section('Roles', dossier.roles.flatMap(printer.role)),
    ...section('Reminder', dossier.reminder ? printer.line(dossier.reminder) : []),
    ...section('Events', dossier.events.flatMap(printer.event)),
    ...section('What they said', dossier.quotes.flatMap(printer.quote)),
    ...section(
      'Around them',
      dossier.around.map(
        (n) => `  ${n.name} · ${n.kind} · together in ${n.together} sentence${n.together === 1 ? '' : 's'}`,
      ),
    ),
    ...section('Sources', dossier.sources.map(sourceLine)),
    '',
    coversLine(dossier.covers),
  ];
}
