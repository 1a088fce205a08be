import type { Stage } from './browser';
import { Meter } from './meter';
import { median, type Row, row, spread } from './table';
import { ofOrigin, traced } from './trace';

const ROUNDS = 5;

/** Our scripts' share of loading a page in a fresh tab, and how many messages reached the background. */
async function loading(stage: Stage, address: string): Promise<{ ms: number; messages: number }> {
  const page = await stage.browser.newPage();
  try {
    await stage.countMessages();
    const slices = await traced(page, async () => {
      await page.goto(address, { waitUntil: 'load' });
      await (await Meter.of(page)).settle();
    });
    const ms = ofOrigin(slices, stage.origin).reduce((sum, { spent }) => sum + spent, 0);
    return { ms, messages: await stage.countMessages() };
  } finally {
    await page.close();
  }
}

/** All main-thread work of loading the page in a fresh tab. */
async function whole(stage: Stage, address: string): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await stage.browser.newPage();
    const meter = await Meter.of(page);
    all.push(
      (
        await meter.spent(async () => {
          await page.goto(address, { waitUntil: 'load' });
        }, 300)
      ).total,
    );
    await page.close();
  }
  return median(all);
}

/** Where there is nothing for us to do: a page without text, a site where we are off, an advertisement's frame. */
export async function quietRows(stage: Stage, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  const cases = [
    { what: 'a tab with no text', name: 'blank', on: true },
    { what: 'a tab where we are off', name: 'small', on: false },
    { what: "a page with no text but an advertisement's frame", name: 'around', on: true },
  ];
  for (const { what, name, on } of cases) {
    await stage.turn(on);
    const all: { ms: number; messages: number }[] = [];
    for (let i = 0; i < ROUNDS; i++) all.push(await loading(stage, stage.site.made(name)));
    rows.push(
      spread(
        `${what}: our scripts on its main thread`,
        all.map(({ ms }) => ms),
        'ms',
        1,
      ),
      row(`${what}: messages`, median(all.map(({ messages }) => messages)), '', 0),
    );
  }
  await stage.turn(true);
  const withUs = await whole(stage, stage.site.made('blank'));
  await stage.uninstall();
  const without = await whole(stage, stage.site.made('blank'));
  await stage.install(folder);
  return [
    ...rows,
    row(
      'a tab with no text: all its main thread, with us less without (noisy)',
      withUs - without,
      'ms',
      null,
    ),
  ];
}
