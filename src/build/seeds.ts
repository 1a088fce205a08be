import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { WxtHooks } from 'wxt';

const CORPUS = 'corpus.json';
const IMAGE = 'spotting.bin';

/**
 * Compiles seeds/ by the command line, so that a change in its code counts without a new start of the dev server, and
 * makes the image to spot with. Gives the folder that both are in.
 */
async function compileSeeds(root: string): Promise<string> {
  const out = join(root, '.wxt');
  const run = (script: string[], ...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', join('src', ...script), ...args], {
      cwd: root,
    });
  await run(['cli', 'main.ts'], 'compile', 'seeds', '-o', join(out, CORPUS));
  await run(['build', 'image.ts'], join(out, CORPUS), join(out, IMAGE));
  return out;
}

/**
 * The build step seeds → corpus: `corpus.json`, the image to spot with and the reading model `reader.bin` become files
 * of the extension. In dev mode a change in seeds/ compiles anew and reloads the extension.
 */
export const seedsHooks: Partial<WxtHooks> = {
  'build:publicAssets': async ({ config }, files) => {
    const model = join(config.root, 'src', 'extract', 'model', 'reader.bin');
    const compiled = await compileSeeds(config.root);
    files.push(
      ...[CORPUS, IMAGE].map((name) => ({ absoluteSrc: join(compiled, name), relativeDest: name })),
      { absoluteSrc: model, relativeDest: 'reader.bin' },
    );
  },
  'server:created': ({ config, logger }, server) => {
    const seeds = join(config.root, 'seeds') + sep;
    server.watcher.on('all', async (_event, path) => {
      if (!path.startsWith(seeds)) return;
      try {
        const compiled = await compileSeeds(config.root);
        for (const name of [CORPUS, IMAGE]) await copyFile(join(compiled, name), join(config.outDir, name));
        server.reloadExtension();
      } catch (error) {
        logger.error('seeds/ could not be compiled', error);
      }
    });
  },
};
