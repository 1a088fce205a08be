import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_SOURCE } from '../e2e/drivers/axe';
import { findBrowser } from '../setup/browsers.mjs';
import { type Gallery, openGallery, type View } from './browser';
import { GOLDEN, judge, lookAt } from './looks';

/** So many coarse pixels (of 4 × 4) may differ: less than a button's word. */
const TOLERANCE = 40;

/** The states that there are pictures of. */
const STATES = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.png'))
  .map((name) => name.slice(0, -'.png'.length))
  .sort();

let gallery: Gallery;

beforeAll(async () => {
  const path = findBrowser('chromium');
  if (!path) throw new Error('no Chromium is installed');
  gallery = await openGallery(path, 'blocks');
  await gallery.page.evaluate(AXE_SOURCE);
});

afterAll(() => gallery?.close());

/** What axe-core holds against a view, WCAG 2.2 AA's target sizes included. */
async function flaws(view: View): Promise<string[]> {
  await gallery.show(view);
  return gallery.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** What stands out of the window's side where the page can be scrolled sideways: the innermost elements. */
async function overflow(view: View): Promise<string[]> {
  await gallery.show(view);
  return gallery.page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
      .map(
        ({ localName, className, textContent }) => `${localName}.${className}: ${textContent.slice(0, 60)}`,
      );
  });
}

const LANGS = ['en', 'ja'] as const;

describe('every state', () => {
  it('has its picture to compare with, and no picture is of a state that is gone', () => {
    expect(Object.keys(gallery.states).sort()).toEqual(STATES);
  });
});

describe.each(STATES)('%s', (state) => {
  it('looks as it did', async () => {
    expect(judge(state, await lookAt(gallery, state), TOLERANCE)).toBeNull();
  });

  it('has nothing that axe-core finds, in both themes and languages', async () => {
    const width = gallery.states[state]![0]!;
    for (const theme of ['light', 'dark'] as const)
      for (const lang of LANGS)
        expect([theme, lang, await flaws({ state, theme, lang, width })]).toEqual([theme, lang, []]);
  });

  it('stays within the window, however narrow', async () => {
    for (const width of gallery.states[state]!)
      for (const lang of LANGS) expect(await overflow({ state, theme: 'light', lang, width })).toEqual([]);
  });
});
