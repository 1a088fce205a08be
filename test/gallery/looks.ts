import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gallery, View } from './browser';
import { coarse, difference, strip } from './coarse';
import { type Picture, readPng, writePng } from './png';

/** The committed pictures, one strip a state. */
export const GOLDEN = fileURLToPath(new URL('golden', import.meta.url));

/** A page longer than this is looked at so far down, CSS pixels. */
const LONGEST = 1600;

/** The pictures of a state that are compared: light and dark, in Japanese, and narrow where it has a narrow width. */
function viewsOf(gallery: Gallery, state: string): View[] {
  const [wide, narrow] = gallery.states[state]!;
  const light = { state, theme: 'light', lang: 'en', width: wide! } as const;
  return [
    light,
    { ...light, theme: 'dark' },
    { ...light, lang: 'ja' },
    ...(narrow ? [{ ...light, width: narrow }] : []),
  ];
}

/** A state's strip as it looks now. */
export async function lookAt(gallery: Gallery, state: string): Promise<Picture> {
  const pictures: Picture[] = [];
  for (const view of viewsOf(gallery, state)) {
    await gallery.show(view);
    const height = await gallery.page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: view.width, height: Math.min(height, LONGEST) };
    pictures.push(coarse(readPng(await gallery.page.screenshot({ optimizeForSpeed: true, clip }))));
  }
  return strip(pictures);
}

const fileOf = (state: string): string => join(GOLDEN, `${state}.png`);

/** Makes what is now what is to be. */
export function accept(state: string, now: Picture): void {
  mkdirSync(GOLDEN, { recursive: true });
  writeFileSync(fileOf(state), writePng(now));
}

/**
 * What is wrong with how a state looks: nothing (null), or in words, with the pictures left for a person to look at. So
 * many coarse pixels may differ.
 */
export function judge(state: string, now: Picture, tolerance: number): string | null {
  const known = existsSync(fileOf(state)) ? readPng(readFileSync(fileOf(state))) : null;
  const found = known && difference(now, known);
  if (found && found.count <= tolerance) return null;
  const folder = join('.output', 'pictures', 'gallery-differs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${state}.png`), writePng(now));
  if (found) writeFileSync(join(folder, `${state}-where.png`), writePng(found.where));
  const what = found
    ? `differs in ${found.count} coarse pixels`
    : known
      ? 'is of another size'
      : 'has no picture yet';
  return `${state} ${what}: look into ${folder}; if it is as it should be, npm run gallery:golden`;
}
