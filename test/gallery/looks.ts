import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Gallery, type View, WAYS, type Way } from './browser';
import { coarse, difference, strip } from './coarse';
import { type Picture, readPng, writePng } from './png';

/** The committed pictures, one strip a state. */
export const GOLDEN = fileURLToPath(new URL('golden', import.meta.url));

/** A page longer than this is looked at so far down, CSS pixels. */
const LONGEST = 1600;

/** The views of a state whose pictures are compared: light and dark, in Japanese, and narrow where it has a narrow width. */
const isPictured = ({ theme, lang }: View, narrow: boolean): boolean =>
  theme === 'light' ? lang === 'en' || !narrow : lang === 'en' && !narrow;

/** What is on show, as a coarse picture. */
async function pictureOf({ page }: Gallery, { width }: View): Promise<Picture> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
  return coarse(readPng(await page.screenshot({ optimizeForSpeed: true, clip })));
}

/** Every view of a state: each theme and language as wide as it gets, and light in each language where it is narrow. */
function viewsOf(gallery: Gallery, state: string): (View & { narrow: boolean })[] {
  const [wide, narrow] = gallery.states[state]!;
  const langs = ['en', 'ja'] as const;
  const themes = ['light', 'dark'] as const;
  return [
    ...langs.flatMap((lang) => themes.map((theme) => ({ state, theme, lang, width: wide!, narrow: false }))),
    ...(narrow
      ? langs.map((lang) => ({ state, theme: 'light' as const, lang, width: narrow, narrow: true }))
      : []),
  ];
}

/** What the names of pictures of the other ways end with. */
const OTHERWISE = '~ways';

/** States that stand for all when it comes to forced colours and large text: each face, full, failing, and of long names. */
const OTHERWISE_SEEN =
  /^card-(?:full|pinned|failed|long-names|japanese)$|^popup-(?:page|found|off|failed|long-names|save-failed)$|^dossier-(?:entity|article|long-names|missing-name)$|^library-(?:ticked|deleted|troubled|long-names)$|^transfer-(?:running|done)$|^feeds-(?:all|long-names)$|^note-saved$|^options-(?:first|no-site|site-off)$|^welcome-(?:first|all-done)$/;

/** What only some are looked at in: from right to left the card, since the page around it is not ours; on paper what is printed. */
const ONLY: Partial<Record<Way, string>> = { rtl: 'card-', paper: 'dossier-' };
/** A4 between the margins, in CSS pixels. */
const PAPER = 673;

/** The other ways that a state is looked at in. */
const waysOf = (state: string): Way[] =>
  OTHERWISE_SEEN.test(state) ? WAYS.filter((way) => state.startsWith(ONLY[way] ?? '')) : [];

/** The names of all strips there are to be: of each state, and of those that are looked at in other ways. */
export const stripsOf = (gallery: Gallery): string[] =>
  Object.keys(gallery.states).flatMap((state) =>
    waysOf(state).length > 0 ? [state, `${state}${OTHERWISE}`] : [state],
  );

/** A strip as it looks now, by its name; `look` is called at each of its views while it is on show. */
export async function lookAt(
  gallery: Gallery,
  name: string,
  look: (view: View & { narrow: boolean }) => Promise<void> = async () => {},
): Promise<Picture> {
  const pictures: Picture[] = [];
  const isOther = name.endsWith(OTHERWISE);
  const state = isOther ? name.slice(0, -OTHERWISE.length) : name;
  for (const view of isOther ? otherViewsOf(gallery, state) : viewsOf(gallery, state)) {
    await gallery.show(view);
    if (isOther ? view.lang === 'en' : isPictured(view, view.narrow))
      pictures.push(await pictureOf(gallery, view));
    await look(view);
  }
  return strip(pictures);
}

/** Each other way in light and dark, and in each language. */
function otherViewsOf(gallery: Gallery, state: string): (View & { narrow: boolean })[] {
  const usual = gallery.states[state]![0]!;
  return waysOf(state).flatMap((way) => {
    // The popup is as wide as its text asks for.
    const wide = way === 'large' && state.startsWith('popup-') ? 2 * usual : usual;
    const width = way === 'paper' ? PAPER : wide;
    const of = { state, width, way, narrow: false };
    return [
      { ...of, theme: 'light' as const, lang: 'en' as const },
      { ...of, theme: 'dark' as const, lang: 'ja' as const },
    ];
  });
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
