import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE_SOURCE } from '../e2e/drivers/axe';
import { findBrowser } from '../setup/browsers.mjs';
import { type Gallery, openGallery } from './browser';
import { GOLDEN, judge, lookAt, stripsOf } from './looks';
import type { Picture } from './png';

/** So many coarse pixels (of 4 × 4) may differ: less than a button's word. */
const TOLERANCE = 40;

/** The states, and the states in other ways, that there are pictures of. */
const STRIPS = readdirSync(GOLDEN)
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

/** What stands out of the window's side, to the right where the page can be scrolled there: the innermost elements. */
async function overflow(): Promise<string[]> {
  return gallery.page.evaluate(() => {
    const all: Element[] = [];
    const gather = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) gather(element.shadowRoot);
        if (!element.closest('.np-hidden')) all.push(element);
      }
    };
    gather(document.body);
    const scrolls = document.documentElement.scrollWidth > window.innerWidth;
    return all
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || (scrolls && right > window.innerWidth + 1));
      })
      .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
      .map(
        ({ localName, className, textContent }) => `${localName}.${className}: ${textContent.slice(0, 60)}`,
      );
  });
}

/** Words that a box without a way to scroll hides, but where an ellipsis says that there is more. */
async function cutOff(): Promise<string[]> {
  return gallery.page.evaluate(() => {
    const cut: string[] = [];
    const upFrom = (node: Element): Element | null =>
      node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const look = (root: Node) => {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node instanceof Element) {
          if (node.shadowRoot) look(node.shadowRoot);
          continue;
        }
        const words = (node as Text).data.trim();
        if (!words || node.parentElement?.closest('style, .np-hidden, option')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom, width } = range.getBoundingClientRect();
        if (width === 0) continue;
        for (let box = node.parentElement as Element | null; box; box = upFrom(box)) {
          const style = getComputedStyle(box);
          if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') break;
          if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) break;
          if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
          const edge = box.getBoundingClientRect();
          if (
            left < edge.left - 1 ||
            right > edge.right + 1 ||
            top < edge.top - 1 ||
            bottom > edge.bottom + 1
          )
            cut.push(`${words.slice(0, 40)} in ${box.localName}.${box.className}`);
        }
      }
    };
    look(document.body);
    return cut;
  });
}

/** What takes the focus without anything about it that changes: neither its own outline nor that of what it stands in. */
async function unseenFocus(): Promise<string[]> {
  return gallery.page.evaluate(() => {
    const all: HTMLElement[] = [];
    const gather = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) gather(element.shadowRoot);
        if (element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'))
          all.push(element);
      }
    };
    gather(document);
    const looks = (element: Element) =>
      [element, element.parentElement, element.firstElementChild]
        .map((one) => {
          if (!one) return '';
          const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(one);
          const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
          return `${outline} ${one instanceof SVGElement ? `${stroke} ${strokeWidth}` : ''}`;
        })
        .join();
    const unseen = all.flatMap((element) => {
      (document.activeElement as HTMLElement | null)?.blur();
      const before = looks(element);
      element.focus();
      return looks(element) === before ? [`${element.localName}.${element.getAttribute('class')}`] : [];
    });
    // the focus scrolls to what it comes to: the next look is from the top again
    window.scrollTo(0, 0);
    return unseen;
  });
}

describe('every state', () => {
  it('has its picture to compare with, and no picture is of a state that is gone', () => {
    expect(stripsOf(gallery).sort()).toEqual(STRIPS);
  });
});

describe.each(STRIPS)('%s', (state) => {
  let picture: Picture;
  const found: string[] = [];
  const outside: string[] = [];
  const cut: string[] = [];
  const unseen: string[] = [];

  beforeAll(async () => {
    picture = await lookAt(gallery, state, async ({ theme, lang, width, narrow, way }) => {
      const at = `${theme}, ${lang}, ${width} px${way ? `, ${way}` : ''}: `;
      outside.push(...(await overflow()).map((it) => at + it));
      cut.push(...(await cutOff()).map((it) => at + it));
      if (way === 'forced') unseen.push(...(await unseenFocus()).map((it) => at + it));
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

  it('cuts no words off', () => {
    expect(cut).toEqual([]);
  });

  it('shows where the focus is in forced colours', () => {
    expect(unseen).toEqual([]);
  });
});
