import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Row, row } from './table';

/** How large the built extension is: what every page loads before any card opens (the scripts that the manifest names), and all. */
export function sizeRows(build: URL): Row[] {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', build), 'utf8'));
  const scripts: string[] = manifest.content_scripts.flatMap((entry: { js?: string[] }) => entry.js ?? []);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, build))).length, 0);
  const files = readdirSync(build, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const whole = files.reduce((sum, it) => sum + readFileSync(`${it.parentPath}/${it.name}`).length, 0);
  return [
    row(`content script, gzip (${scripts.join(', ')})`, bytes / 1000, 'kB', 15),
    row('the whole extension, unpacked', whole / 1000, 'kB', null),
  ];
}
