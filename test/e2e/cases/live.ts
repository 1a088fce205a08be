import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import type { Stage } from './stage';

/** A change of `live.html`: which, where, and what comes before the next. */
type Step = [number, number, number, number, number];

/** What `live.html` can be asked. */
interface LivePage {
  change(steps: Step[]): Promise<void>;
  marked(): string[];
  markedAnew(): Promise<string[]>;
  wrong: string[];
}

const inPage = (tab: Tab, ask: string): Promise<unknown> => tab.page.evaluate(ask);
const markedIn = (tab: Tab) => inPage(tab, 'marked()') as ReturnType<LivePage['markedAnew']>;

const number = fc.nat(10_000);
const steps = fc.array(fc.tuple(number, number, number, number, number), { minLength: 20, maxLength: 80 });

/** How often a page is changed at random. The seed is fixed; a failure prints it with the changes. */
const RUNS = {
  numRuns: Number(process.env.NP_N ?? 14),
  seed: Number(process.env.NP_SEED ?? 20_261_122),
  endOnFailure: true,
};

/** Marks on pages that change under us. */
export function live(stage: Stage): void {
  describe('a page that changes', () => {
    it('is marked at rest as if it had just been loaded, and never on other characters', async () => {
      const tab = await stage.open('live.html');
      await until('the first mark', () => inPage(tab, 'drawn().length > 0'));
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          await inPage(tab, `change(${JSON.stringify(all)})`);
          const anew = ((await inPage(tab, 'markedAnew()')) as string[]).join('\n');
          let now = '';
          const same = async () => {
            now = (await markedIn(tab)).join('\n');
            return now === anew;
          };
          await until('the marks', same, 4_000).catch(() => undefined);
          expect(now).toBe(anew);
          await stays('the marks', same, 250);
          expect(await inPage(tab, 'wrong')).toEqual([]);
        }),
        RUNS,
      );
    });
  });
}
