import type { Page } from 'puppeteer-core';
import { luminance } from '../../src/page/theme';
import { type Picture, readPng } from '../gallery/png';

/** The contrast (WCAG 2, 1 to 21) of what marks add to an element as it is drawn, at their clearest point. */
export async function inkOfMarks(page: Page, selector: string): Promise<number> {
  const clip = await page.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)!.getBoundingClientRect();
    return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) + 4 };
  }, selector);
  const picture = async () => readPng(await page.screenshot({ clip }));
  const marked = await picture();
  // as the page itself could
  await page.evaluate(() => {
    const highlight = CSS.highlights.get('nameplate')!;
    const ranges = [...highlight];
    highlight.clear();
    Object.assign(globalThis, { putBack: () => ranges.forEach((range) => void highlight.add(range)) });
  });
  const bare = await picture();
  await page.evaluate(() => (globalThis as unknown as { putBack(): void }).putBack());
  let most = 1;
  for (let at = 0; at < bare.width * bare.height; at++)
    most = Math.max(most, contrast(lightAt(marked, at), lightAt(bare, at)));
  return most;
}

const lightAt = ({ rgb }: Picture, at: number): number =>
  luminance([rgb[3 * at]!, rgb[3 * at + 1]!, rgb[3 * at + 2]!, 1]);

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
