import type { CDPSession, Page } from 'puppeteer-core';
import { median } from './table';

/** Main-thread time of a page's process, in milliseconds of that thread's own clock, so that waiting costs nothing. */
export interface Spent {
  /** Every task of the thread: script, style, layout, paint, messages, collecting garbage. */
  total: number;
  script: number;
  /** Style and layout. */
  layout: number;
}

/** Stands still for so long after what is measured, unless told otherwise, in milliseconds. */
const STILL = 150;

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads how long a page's main thread has worked (CDP Performance in thread ticks). */
export class Meter {
  private constructor(readonly session: CDPSession) {}

  static async of(page: Page): Promise<Meter> {
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Meter(session);
  }

  private async read(): Promise<Spent> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const of = (name: string) => (metrics.find((it) => it.name === name)?.value ?? 0) * 1000;
    return {
      total: of('TaskDuration'),
      script: of('ScriptDuration') + of('V8CompileDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    };
  }

  /** What the thread spends from the start of `act` until it has stood still; the reading itself is in it. */
  async spent(act: () => Promise<unknown>, still = STILL): Promise<Spent> {
    const before = await this.read();
    await act();
    await wait(still);
    const after = await this.read();
    return {
      total: after.total - before.total,
      script: after.script - before.script,
      layout: after.layout - before.layout,
    };
  }

  /** Waits until the thread has rested `rests` times; gives how long that took, in milliseconds, at most `longest`. */
  async settle(rests = 3, longest = 10_000): Promise<number> {
    const begun = performance.now();
    let still = 0;
    let settled = begun;
    for (let before = (await this.read()).total; still < rests && performance.now() - begun < longest; ) {
      await wait(30);
      const now = (await this.read()).total;
      if (now - before < 1) still++;
      else {
        still = 0;
        settled = performance.now();
      }
      before = now;
    }
    return settled - begun;
  }

  /** What a window of the same length costs in which nothing happens, in the middle of `rounds`. */
  async nothing(still = STILL, rounds = 5): Promise<Spent> {
    const all: Spent[] = [];
    for (let i = 0; i < rounds; i++) all.push(await this.spent(async () => {}, still));
    const middle = (of: keyof Spent) => median(all.map((it) => it[of]));
    return { total: middle('total'), script: middle('script'), layout: middle('layout') };
  }
}

export const less = (a: Spent, b: Spent): Spent => ({
  total: a.total - b.total,
  script: a.script - b.script,
  layout: a.layout - b.layout,
});
