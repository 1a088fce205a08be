import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { matcherCosts } from './matcher';
import { pageCosts } from './page';
import { reading } from './reading';
import { type Row, row, table } from './table';

const ROOT = new URL('../../', import.meta.url);
const BUILD = new URL('.output/chrome-mv3/', ROOT);

/** What every page loads before any card opens: the scripts that the manifest names. */
function contentScript(): Row {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', BUILD), 'utf8'));
  const scripts: string[] = manifest.content_scripts.flatMap((entry: { js?: string[] }) => entry.js ?? []);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, BUILD))).length, 0);
  return row(`content script, gzip (${scripts.join(', ')})`, bytes / 1000, 'kB', 15);
}

/** The whole extension, unpacked. */
function whole(): Row {
  const files = readdirSync(BUILD, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const bytes = files.reduce((sum, it) => sum + readFileSync(`${it.parentPath}/${it.name}`).length, 0);
  return row('the whole extension, unpacked', bytes / 1000, 'kB', null);
}

console.error('Building, then measuring; a quiet machine gives steadier figures.');
execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {
  cwd: fileURLToPath(ROOT),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const rows = [
  ...(await reading()),
  contentScript(),
  whole(),
  ...(await pageCosts(new URL('corpus.json', BUILD))),
  ...(await matcherCosts(new URL('corpus.json', BUILD))),
];
console.log(table(rows));
