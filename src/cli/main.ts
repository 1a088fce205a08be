import { InputError, messageOf, UsageError } from './errors';

type Verb = (args: string[]) => Promise<number>;

// each verb loads what it needs, so that none waits for another's code
const VERBS: Record<string, () => Promise<Verb>> = {
  read: async () => (await import('./read')).runRead,
  compile: async () => (await import('./compile')).runCompile,
  spot: async () => (await import('./spot')).runSpot,
  dossier: async () => (await import('./dossier')).runDossier,
  brief: async () => (await import('./brief')).runBrief,
  search: async () => (await import('./search')).runSearch,
};

const USAGE = `usage: npm run -s nameplate -- VERB [options]
  read [--published DAY] FILE | read --jsonl [--with-article]
  compile PATH… [--entities FILE] -o CORPUS.json
  spot --corpus CORPUS.json --jsonl [--all]
  dossier [--corpus CORPUS.json] [--json] NAME
  brief [--corpus CORPUS.json] [--published DAY] [--json] FILE
  search [--corpus CORPUS.json] [--json] QUERY`;

/** Runs the verb; the exit status: 0 done, 2 wrong usage, 1 anything else. */
async function main([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : VERBS[name];
  try {
    if (!load) throw new UsageError(name === undefined ? 'which verb?' : `no verb "${name}"`);
    return await (await load())(args);
  } catch (error) {
    const { code } = error as { code?: string };
    const usage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`nameplate: ${messageOf(error)}\n${usage ? `${USAGE}\n` : ''}`);
    if (!usage && !(error instanceof InputError) && process.env.NAMEPLATE_DEBUG) console.error(error);
    return usage ? 2 : 1;
  }
}

// whoever reads the output may stop early ("| head")
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
