import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_SOURCE } from '../e2e/drivers/axe';
import { findBrowser } from '../setup/browsers.mjs';
import { type Gallery, openGallery } from './browser';
import { GOLDEN, judge, lookAt } from './looks';
import type { Picture } from './png';

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
async function flaws(): Promise<string[]> {
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
async function overflow(): Promise<string[]> {
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

describe('every state', () => {
  it('has its picture to compare with, and no picture is of a state that is gone', () => {
    expect(Object.keys(gallery.states).sort()).toEqual(STATES);
  });
});

describe.each(STATES)('%s', (state) => {
  let picture: Picture;
  const found: string[] = [];
  const outside: string[] = [];

  beforeAll(async () => {
    picture = await lookAt(gallery, state, async ({ theme, lang, width, narrow }) => {
      const at = `${theme}, ${lang}, ${width} px: `;
      outside.push(...(await overflow()).map((it) => at + it));
      if (!narrow) found.push(...(await flaws()).map((it) => at + it));
    });
  });

  it('looks as it did', () => {
    expect(judge(state, picture, TOLERANCE)).toBeNull();
  });

  it('has nothing that axe-core finds, in both themes and languages', () => {
    expect(found).toEqual([]);
  });

  it('stays within the window, however narrow', () => {
    expect(outside).toEqual([]);
  });
});
