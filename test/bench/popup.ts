import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extension, Page } from 'puppeteer-core';
import type { Stage } from './browser';
import { Meter, wait } from './meter';
import { type Row, spread } from './table';

const ROUNDS = 7;

interface Opened {
  /** From the start of the popup's document to the frame that first shows what it has to say, milliseconds. */
  content: number;
  /** The same until the page itself has painted it: what follows is the browser's, that shows it. */
  ours: number;
  /** The same to whatever is painted first. */
  first: number;
  /** From the press of the button to the start of the document: the browser's window, which is not ours. */
  window: number;
}

/** Opens the toolbar's own popup over a page and asks the browser when it painted what (Paint Timing and LCP). */
async function open(page: Page, extension: Extension): Promise<Opened | null> {
  await page.bringToFront();
  const isPopup = (one: Page) => one.url().includes('/popup.html');
  const pressed = Date.now();
  await page.triggerExtensionAction(extension);
  for (let tries = 0; tries < 100; tries++) {
    await wait(20);
    const popup = (await extension.pages()).find(isPopup);
    const painted = popup && (await popup.evaluate(paints).catch(() => null));
    if (!popup || !painted) continue;
    await popup.close().catch(() => {});
    const { content, ours, first, begun } = painted;
    return { content, ours, first, window: begun - pressed };
  }
  return null;
}

/** In the popup: what the browser noted; null until something of `main` that is not the wait for it has been painted. */
function paints(): Promise<{ content: number; ours: number; first: number; begun: number } | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), 200);
    new PerformanceObserver((list) => {
      type Entry = PerformanceEntry & { element: Element | null; paintTime?: number };
      const content = (list.getEntries() as Entry[]).find(
        ({ element }) => element?.closest('main') && !element.closest('.waiting'),
      );
      if (!content) return;
      const [first] = performance.getEntriesByType('paint');
      resolve({
        content: content.startTime,
        ours: content.paintTime ?? Number.NaN,
        first: first?.startTime ?? Number.NaN,
        begun: performance.timeOrigin,
      });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** What any popup takes here, of one paragraph and nothing else: what is left of the aim for us. */
async function floor(stage: Stage): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nameplate-bench-'));
  const action = { default_popup: 'popup.html' };
  const manifest = { manifest_version: 3, name: 'Bare', version: '1', action };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'popup.html'), '<!doctype html><main><p>One paragraph.</p></main>');
  const id = await stage.browser.installExtension(folder);
  const page = await stage.open(stage.site.made('small'));
  try {
    const bare = (await stage.browser.extensions()).get(id)!;
    const all: Opened[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const opened = await open(page, bare);
      if (opened) all.push(opened);
      await wait(300);
    }
    return parts('a popup of one paragraph, without a script', all, null);
  } finally {
    await page.close();
    await stage.browser.uninstallExtension(id);
    rmSync(folder, { recursive: true });
  }
}

/** How long popups took to show what they have to say, and what of that was the page's part and the browser's. */
const parts = (what: string, all: readonly Opened[], aim: number | null): Row[] => [
  spread(
    what,
    all.map(({ content }) => content),
    'ms',
    aim,
  ),
  spread(
    `${what}: of that, until the page has painted it`,
    all.map(({ ours }) => ours),
    'ms',
    null,
  ),
  spread(
    `${what}: and until the browser shows it`,
    all.map(({ content, ours }) => content - ours),
    'ms',
    null,
  ),
];

/** From the popup's opening to its painted content, with the background awake and asleep. */
export async function popupRows(stage: Stage): Promise<Row[]> {
  await stage.turn(true);
  const extension = [...(await stage.browser.extensions()).values()][0];
  if (!extension) throw new Error('no extension is installed');
  const rows: Row[] = await floor(stage);
  for (const [what, address] of [
    ['a short page', stage.site.made('small')],
    ['100 kB', stage.site.made('medium')],
    ['a page with nothing known', stage.site.made('blank')],
  ] as const) {
    const page = await stage.open(address);
    try {
      await (await Meter.of(page)).settle(3, 3_000);
      for (const state of ['awake', 'asleep'] as const) {
        const all: Opened[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          if (state === 'asleep') await stage.sleep();
          else await stage.wake();
          const opened = await open(page, extension);
          if (opened) all.push(opened);
          await wait(300);
        }
        const named = (name: string) => `popup, ${what}, background ${state}: ${name}`;
        rows.push(
          ...parts(named('opening to painted content'), all, 100),
          spread(
            named('to the first paint'),
            all.map(({ first }) => first),
            'ms',
            null,
          ),
        );
        if (what === 'a short page')
          rows.push(
            spread(
              named('the browser’s own window before it'),
              all.map((one) => one.window),
              'ms',
              null,
            ),
          );
      }
    } finally {
      await page.close();
    }
  }
  return rows;
}
