import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Drawn } from './probe';

const FILE = new URL('../golden/pages.golden.json', import.meta.url);

/** What is marked on a page where a reader can see it: surfaces and entities with how often; no other text of the page. */
export interface Marked {
  surfaces: Record<string, number>;
  entities: Record<string, number>;
}

/** The surfaces of drawn marks, a name that is split over nodes as one. */
export function surfacesOf(marks: readonly Drawn[]): Record<string, number> {
  const surfaces: string[] = [];
  for (const { text, goesOn, visible } of marks) {
    if (!visible) continue;
    if (goesOn && surfaces.length > 0) surfaces.push(surfaces.pop() + text);
    else surfaces.push(text);
  }
  const counts: Record<string, number> = {};
  for (const surface of surfaces.map((it) => it.replace(/\s+/g, ' ')).sort())
    counts[surface] = (counts[surface] ?? 0) + 1;
  return counts;
}

export const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

export function readGolden(): Record<string, Marked> {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** Only by `npm run pages -- --write`: look at each difference in its page before it is committed. */
export function writeGolden(pages: Record<string, Marked>): void {
  const names = Object.keys(pages).sort();
  const lines = names.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(pages[name])}`);
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}
