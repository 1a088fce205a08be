import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

/** A change of `live.html`: which, three numbers for where and what, and what comes before the next. */
type Step = [number, number, number, number, number];

const number = fc.nat(10_000);
const steps = (most: number) =>
  fc.array<Step>(fc.tuple(number, number, number, number, number), { minLength: 20, maxLength: most });

/** The seed is fixed; a failure prints it with the changes. */
const SEED = { seed: 20_261_122, endOnFailure: true };

/** The counts of nodes are Chromium's. */
const isChromium = process.env.NAMEPLATE_BROWSER !== 'firefox';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const inPage = (tab: Tab, ask: string): Promise<unknown> => tab.page.evaluate(ask);

/** Fails unless what is marked comes to be what would be marked of the same page just loaded, and stays so. */
async function asLoadedAnew(tab: Tab): Promise<void> {
  const anew = ((await inPage(tab, 'markedAnew()')) as string[]).join('\n');
  let now = '';
  const same = async () => {
    now = ((await inPage(tab, 'marked()')) as string[]).join('\n');
    return now === anew;
  };
  await until('the marks', same).catch(() => undefined);
  expect(now).toBe(anew);
  await stays('the marks', same, 250);
  expect(await inPage(tab, 'wrong')).toEqual([]);
}

/** Marks on pages that change under us. */
export function live(stage: Stage): void {
  const open = async (html = '') => {
    const tab = await stage.open('live.html');
    await tab.show();
    await until('the first mark', () => inPage(tab, 'drawn().length > 0'));
    if (html) await inPage(tab, `tree.innerHTML = ${JSON.stringify(html)}`);
    return tab;
  };
  const marks = (tab: Tab, ...wanted: string[]) =>
    until(`marks on ${wanted.join(', ') || 'nothing'}`, async () => {
      const texts = await markedIn(tab.page, '#tree');
      return texts.join() === wanted.join();
    });

  describe('a page that changes', () => {
    it('at random is marked at rest as if it had just been loaded, and never on other characters', async () => {
      const tab = await open();
      const changed = fc.asyncProperty(steps(80), async (all) => {
        await inPage(tab, `change(${JSON.stringify(all)})`);
        await asLoadedAnew(tab);
      });
      await fc.assert(changed, { ...SEED, numRuns: 12 });
    });

    it('is marked so too when the background is stopped again and again meanwhile', async () => {
      const tab = await open();
      const changed = fc.asyncProperty(steps(60), async (all) => {
        let changing = true;
        const stopping = (async () => {
          while (changing) {
            await wait(40 + (all[0]![1] % 200));
            await stage.driver.stopBackground();
          }
        })();
        await inPage(tab, `change(${JSON.stringify(all)})`);
        await wait(150);
        changing = false;
        await stopping;
        await asLoadedAnew(tab);
      });
      await fc.assert(changed, { ...SEED, numRuns: 5 });
    });

    it('by rows that come at its end is marked in those too', async () => {
      const tab = await open('<ul></ul>');
      await inPage(
        tab,
        `(async () => {
          const list = tree.firstChild;
          for (let i = 0; i < 40; i++) {
            list.insertAdjacentHTML('beforeend', '\\n <li>' + (i % 20 === 9 ? 'Ryosei Akazawa left.' : 'Row ' + i) + '</li>\\n');
            if (i % 4 === 0) await new Promise(requestAnimationFrame);
          }
        })()`,
      );
      await marks(tab, 'Ryosei Akazawa', 'Ryosei Akazawa');
    });

    it('by rows that are used again for other text is marked by what they say now', async () => {
      const tab = await open('<p>George Glass spoke.</p><p>Nobody.</p><p>Ryosei Akazawa</p>');
      await marks(tab, 'George Glass', 'Ryosei Akazawa');
      await inPage(
        tab,
        `for (const [i, text] of ['Nobody.', 'There George Glass spoke.', 'On Monday Ryosei Akazawa'].entries())
          tree.children[i].firstChild.data = text`,
      );
      await marks(tab, 'George Glass', 'Ryosei Akazawa');
      await asLoadedAnew(tab);
    });

    it('from one article to another keeps nothing that the first one told', async () => {
      const tab = await open('<article><p>Ambassador George Glass spoke.</p><p>Glass bowed.</p></article>');
      await marks(tab, 'George Glass', 'Glass');
      await inPage(
        tab,
        `history.pushState(0, '', '?two'); tree.innerHTML = '<article><p>Glass bowed.</p></article>'`,
      );
      await wait(300);
      await marks(tab);
      await asLoadedAnew(tab);
    });

    it('by moving a paragraph keeps its mark all the while', async () => {
      const tab = await open('<p>George Glass spoke.</p><p>Nothing.</p>');
      await marks(tab, 'George Glass');
      const kept = await inPage(
        tab,
        `(async () => {
          const range = drawn().find((it) => tree.contains(it.startContainer));
          tree.append(tree.firstChild);
          for (let i = 0; i < 40; i++) {
            await new Promise(requestAnimationFrame);
            if (!drawn().includes(range)) return 'gone after ' + i + ' frames';
          }
          return 'kept';
        })()`,
      );
      expect(kept).toBe('kept');
      await marks(tab, 'George Glass');
    });

    it('beside a mark in the same paragraph keeps the mark all the while', async () => {
      const tab = await open('<p>George Glass spoke <b>1</b> time.</p>');
      await marks(tab, 'George Glass');
      const kept = await inPage(
        tab,
        `(async () => {
          const range = drawn().find((it) => tree.contains(it.startContainer));
          for (let i = 0; i < 60; i++) {
            tree.querySelector('b').textContent = i;
            await new Promise(requestAnimationFrame);
            if (!drawn().includes(range)) return 'gone after ' + i + ' frames';
          }
          return 'kept';
        })()`,
      );
      expect(kept).toBe('kept');
    });

    it('while a long text is being read is marked by what is there at last', async () => {
      const tab = await open();
      await inPage(
        tab,
        `(async () => {
          const filler = '<p>' + 'The clerks read the tides aloud to anyone who waits. '.repeat(6) + '</p>';
          for (let i = 0; i < 4; i++) {
            tree.innerHTML = '<p>George Glass spoke.</p>' + filler.repeat(4_000);
            await new Promise((resolve) => setTimeout(resolve, 104 + i * 3));
            tree.lastChild.previousSibling.remove();
            tree.children[2_000].replaceWith('Donald Trump');
          }
          tree.innerHTML = '<p>Ryosei Akazawa</p>' + filler;
        })()`,
      );
      await marks(tab, 'Ryosei Akazawa');
      await asLoadedAnew(tab);
    });

    it('written anew by itself is marked, and its cards open', async () => {
      const tab = await open();
      await inPage(
        tab,
        `document.open(); document.write('<!doctype html><body><p id=new>Here stands Ryosei Akazawa.</p>'); document.close()`,
      );
      await until('the mark', async () => (await markedIn(tab.page, '#new')).join() === 'Ryosei Akazawa');
      await restOn(tab, 'Ryosei Akazawa', '#new');
      await cardOf(tab, 'Ryosei Akazawa');
    });

    it('by giving a paragraph to a frame and taking it back is marked where it is', async () => {
      const tab = await open('<iframe src="/quiet.html"></iframe><p id="given">George Glass spoke.</p>');
      await marks(tab, 'George Glass');
      const frame = await until('the frame', () => tab.page.frames()[1]);
      await frame.waitForSelector('body');
      await inPage(tab, `frames[0].document.body.append(tree.querySelector('#given'))`);
      await marks(tab);
      await until('the mark in the frame', async () => (await markedIn(frame)).includes('George Glass'));
      await inPage(tab, `tree.append(frames[0].document.querySelector('#given'))`);
      await marks(tab, 'George Glass');
    });

    it('ten thousand times a second is marked once it rests', async () => {
      const tab = await open('<p>George Glass spoke.</p>'.repeat(20));
      await inPage(
        tab,
        `(async () => {
          const end = performance.now() + 2_000;
          for (let i = 0; performance.now() < end; ) {
            for (let n = 0; n < 100; n++, i++) {
              const p = tree.children[i % 20];
              if (i % 3) p.firstChild.data = WORDS[i % WORDS.length];
              else p.replaceChildren('George ', document.createElement('b'), 'Glass ' + i);
            }
            await new Promise((resolve) => setTimeout(resolve, 8));
          }
          tree.append('Ryosei Akazawa');
        })()`,
      );
      await asLoadedAnew(tab);
    });

    it.runIf(isChromium)('for long keeps nothing of what has gone', async () => {
      const tab = await open();
      const session = await tab.page.createCDPSession();
      await session.send('Performance.enable');
      const counted = async () => {
        for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        const [nodes, listeners] = ['Nodes', 'JSEventListeners'].map(
          (wanted) => metrics.find(({ name }) => name === wanted)!.value,
        );
        return { nodes: nodes!, listeners: listeners! };
      };
      const before = await counted();
      // An hour of four nodes a second, in six seconds.
      await inPage(
        tab,
        `(async () => {
          for (let i = 0; i < 14_400; ) {
            for (let n = 0; n < 12; n++, i++) {
              const p = document.createElement('p');
              p.append(i % 3 ? 'Row ' + i : 'Here George Glass spoke.');
              tree.append(p);
              if (tree.children.length > 60) tree.firstChild.remove();
            }
            await new Promise((resolve) => setTimeout(resolve, 4));
          }
          tree.replaceChildren();
        })()`,
      );
      // The last reading may wait a while after so much work.
      const back = async () => {
        const { nodes, listeners } = await counted();
        return nodes <= before.nodes + 20 && listeners === before.listeners;
      };
      await until('what has gone to be let go', back);
    });

    it('is marked again when the reader comes back to it', async () => {
      const tab = await stage.open('corners.html');
      await until('marks', async () => (await markedIn(tab.page, '#split')).length > 0);
      await tab.page.goto(stage.site.url('quiet.html'));
      await tab.page.goBack();
      await until('marks', async () => (await markedIn(tab.page, '#split')).join() === 'Shigeru Ishiba');
      await tab.page.click('#insert');
      await until('marks', async () => (await markedIn(tab.page, '#later')).join() === 'George Glass');
    });
  });
}
