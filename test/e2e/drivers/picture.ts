import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from './wait';

/** Writes a picture of the page once it has come to rest: two in a row are the same, so nothing fades in any more. */
export async function pictureAtRest(page: Page, path: string): Promise<void> {
  let before: Uint8Array | undefined;
  const atRest = await until('the page to come to rest', async () => {
    const now = await page.screenshot();
    const same = before !== undefined && Buffer.compare(before, now) === 0;
    before = now;
    return same ? now : undefined;
  });
  writeFileSync(path, atRest);
}
