import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { WxtHooks } from 'wxt';

const COMPILED = join('.wxt', 'corpus.json');

/** Compiles seeds/ by the command line, so that a change in its code counts without a new start of the dev server. */
async function compileSeeds(root: string): Promise<string> {
  const out = join(root, COMPILED);
  const args = ['--import', 'tsx', join('src', 'cli', 'main.ts'), 'compile', 'seeds', '-o', out];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return out;
}

/**
 * The build step seeds → corpus: `corpus.json` and the reading model `reader.bin` become files of the extension. In dev
 * mode a change in seeds/ compiles anew and reloads the extension.
 */
export const seedsHooks: Partial<WxtHooks> = {
  'build:publicAssets': async ({ config }, files) => {
    const model = join(config.root, 'src', 'extract', 'model', 'reader.bin');
    files.push(
      { absoluteSrc: await compileSeeds(config.root), relativeDest: 'corpus.json' },
      { absoluteSrc: model, relativeDest: 'reader.bin' },
    );
  },
  'server:created': ({ config, logger }, server) => {
    const seeds = join(config.root, 'seeds') + sep;
    server.watcher.on('all', async (_event, path) => {
      if (!path.startsWith(seeds)) return;
      try {
        await copyFile(await compileSeeds(config.root), join(config.outDir, 'corpus.json'));
        server.reloadExtension();
      } catch (error) {
        logger.error('seeds/ could not be compiled', error);
      }
    });
  },
};
