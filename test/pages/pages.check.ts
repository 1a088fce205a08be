import { appendFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kind, type Pair, startPair } from './browsers';
import { type Marked, readGolden, sorted, surfacesOf, writeGolden } from './golden';
import { type Drawn, drawn, pictureDifference } from './probe';
import { WRONG } from './reviewed';
import { type SavedSite, savedPages, serveSaved } from './saved';
import { marksOf, pause, type State, type Visit, visit } from './visit';

const kind: Kind = process.env.NAMEPLATE_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const names = savedPages(process.env.NAMEPLATE_ONLY);
const golden = readGolden();
const found: Record<string, Marked> = {};
let pair: Pair;
let site: SavedSite;

beforeAll(async () => {
  site = await serveSaved();
  pair = await startPair(kind);
});

afterAll(async () => {
  if (process.env.NAMEPLATE_WRITE) writeGolden({ ...golden, ...found });
  await pair?.close();
  site?.close();
});

const SIDES = ['nodes', 'places', 'selected', 'copied'] as const;

/** In which ways a page with the extension is unlike the page without it. */
const differences = (one: State, other: State): string[] => SIDES.filter((side) => one[side] !== other[side]);

/** A page with and without the extension, again where they differ: a page may differ from itself, by its own scripts. */
async function both(url: string): Promise<{ plain: Visit; marked: Visit; unlike: string[] }> {
  let unlike: string[] = [];
  for (let left = 2; ; left--) {
    const [plain, marked] = await Promise.all([visit(pair.plain, url), visit(pair.marked, url)]);
    unlike = differences(plain.state, marked.state);
    if (unlike.length === 0 || left === 0) return { plain, marked, unlike };
    await plain.page.close();
    await marked.page.close();
  }
}

/** Pictures of the window around a mark, without and with the extension: they differ at the marks and nowhere else. */
async function lookAt(plain: Page, marked: Page, first: Drawn): Promise<void> {
  const top = Math.max(0, first.y - 200);
  for (const page of [plain, marked])
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
  await pause(400);
  const marks = (await marked.evaluate(drawn)).filter(({ visible }) => visible);
  const boxes = marks.flatMap(({ rects }) => rects);
  const pictures = await Promise.all([plain, marked].map((page) => page.screenshot({ encoding: 'base64' })));
  const tab = await pair.plain.newPage();
  const {
    outside,
    first: where,
    inside,
  } = await tab.evaluate(pictureDifference, pictures as [string, string], boxes);
  await tab.close();
  // The same picture scaled twice may differ in a pixel.
  expect(outside, `pixels that differ beside the marks, the first at ${where}`).toBeLessThan(5);
  const seen = marks.flatMap(({ text, bare, rects }) => rects.map(() => (bare ? text : null)));
  expect(
    seen.filter((text, box) => text !== null && inside[box] === 0),
    'marks without a pixel of their own',
  ).toEqual([]);
}

describe(`real pages in ${kind}`, () => {
  it.each(names)('%s', async (name) => {
    const url = site.url(name);
    const { plain, marked, unlike } = await both(url);
    expect(unlike, 'what is not as it was').toEqual([]);
    expect(marked.state.shiftedLater, 'layout shift after our coming').toBeLessThanOrEqual(
      plain.state.shifted,
    );
    const marks = await marksOf(marked.page);
    expect.soft(marks.filter(({ inside, half }) => !inside || half)).toEqual([]);
    const surfaces = surfacesOf(marks);
    found[name] = { surfaces: sorted(surfaces), entities: sorted(await pair.entities(url)) };
    if (process.env.NAMEPLATE_CONTEXTS) tell(name, marks);
    if (!process.env.NAMEPLATE_WRITE) expect.soft(found[name], 'what is marked').toEqual(golden[name]);
    for (const [surface, count] of Object.entries(WRONG[name] ?? {}))
      expect.soft(surfaces[surface] ?? 0, `“${surface}”, known to be wrong`).toBeGreaterThanOrEqual(count);
    const first = marks.find(({ visible, frame }) => visible && frame === 0);
    if (first) await lookAt(plain.page, marked.page, first);
    expect((await pair.complaints()).join('\n'), 'errors of ours').toBe('');
    await plain.page.close();
    await marked.page.close();
  });
});

/** Writes each mark in its context to a file, for a person to judge; that file is not to be committed. */
function tell(name: string, marks: readonly Drawn[]): void {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const lines = marks.map(
    ({ before, text, after, visible, goesOn }) =>
      `   ${visible ? '' : '(hidden) '}${goesOn ? '+' : ''}${flat(before)}[[${text}]]${flat(after)}`,
  );
  appendFileSync(process.env.NAMEPLATE_CONTEXTS!, `${[name, ...lines].join('\n')}\n`);
}
