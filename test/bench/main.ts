import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Stage } from './browser';
import { cardRows } from './card';
import { changingRows } from './changing';
import { frameRows } from './frames';
import { idleRows } from './idle';
import { imageRows } from './image';
import { limitRows } from './limit';
import { matcherCosts } from './matcher';
import { memoryRows } from './memory';
import { nameRows } from './names';
import { libraryRows } from './own-library';
import { pageCosts } from './page';
import { peerRows } from './peer';
import { pointerRows } from './pointer';
import { popupRows } from './popup';
import { quietRows } from './quiet';
import { reading } from './reading';
import { secrecyRows } from './secrecy';
import { sizeRows } from './size';
import { type Row, table } from './table';
import { taskRows } from './tasks';

const ROOT = new URL('../../', import.meta.url);
const BUILD = new URL('.output/chrome-mv3/', ROOT);
const FOLDER = fileURLToPath(BUILD);

const CORPUS = new URL('corpus.json', BUILD);

/** The parts that need no browser with the extension in it. */
const APART: Record<string, () => Promise<Row[]> | Row[]> = {
  reading,
  matcher: () => matcherCosts(CORPUS),
  image: () => imageRows(CORPUS),
  size: () => sizeRows(BUILD),
  gather: () => pageCosts(CORPUS),
};

/** The parts that are measured with the built extension, all in one browser. */
const STAGED: Record<string, (stage: Stage) => Promise<Row[]>> = {
  limit: limitRows,
  peer: (stage) => peerRows(stage, CORPUS),
  names: (stage) => nameRows(stage, FOLDER),
  idle: idleRows,
  tasks: taskRows,
  changing: changingRows,
  frames: frameRows,
  memory: (stage) => memoryRows(stage, FOLDER),
  quiet: (stage) => quietRows(stage, FOLDER),
  pointer: pointerRows,
  library: (stage) => libraryRows(stage, FOLDER),
  popup: popupRows,
  card: cardRows,
  secrecy: secrecyRows,
};

const wanted = process.argv.slice(2);
const names = [...Object.keys(APART), ...Object.keys(STAGED)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No part "${unknown.join('", "')}"; there are: ${names.join(', ')}`);
  process.exit(1);
}
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

console.error('Building, then measuring; a quiet machine gives steadier figures.');
execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {
  cwd: fileURLToPath(ROOT),
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** Measures a part and prints its table at once; what goes wrong in one part does not stop the others. */
async function measure(name: string, part: () => Promise<Row[]> | Row[]): Promise<void> {
  const begun = performance.now();
  try {
    const rows = await part();
    console.log(`\n${name} (${((performance.now() - begun) / 1000).toFixed(0)} s)\n\n${table(rows)}`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`\n${name} could not be measured:`, error);
  }
}

for (const [name, part] of Object.entries(APART)) if (isWanted(name)) await measure(name, part);
const staged = Object.entries(STAGED).filter(([name]) => isWanted(name));
if (staged.length > 0) {
  const stage = await Stage.start();
  try {
    for (const [name, part] of staged)
      await measure(name, async () => {
        await stage.install(FOLDER);
        return part(stage);
      });
  } finally {
    await stage.close();
  }
}
