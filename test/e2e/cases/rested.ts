import { beforeAll, describe, expect, it } from 'vitest';
import { type Picture, readPng } from '../../gallery/png';
import { cardIn, cardOf, noCard, restOn } from '../card';
import { find } from '../drivers/tree';
import type { Box, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import { over, says } from './popup';
import type { Stage } from './stage';

/** So long the pointer rests on such a name before it is underlined, in milliseconds. */
const REST = 120;
/** Clocks of pages are that coarse, in milliseconds. */
const COARSE = 3;

const KNOWN = 'Maria Corbisto';
const NOBODY = 'Maria Stocorbi';

const sayOf = (name: string, anybody: string) =>
  `At the quay stood ${name} with a rope, and ${anybody} saw it.`;

const pageOf = (
  text: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The quay</title>
<style>body { margin: 0; padding: 120px 60px; font: 20px/1.6 serif; }</style></head>
<body><p id="first">${text}</p><p id="last">Nobody is named here.</p></body></html>`;

/** Whether there is a line in a picture that is not in the other; the shadow of a card beside it is none. */
const hasMore = ({ rgb }: Picture, bare: Picture): boolean =>
  rgb.some((light, at) => light < bare.rgb[at]! - 60);

/** What only the reader's library explains, found where the pointer rests. */
export function rested(stage: Stage): void {
  /** A page with this text, once the bundled name in it shows that it has been answered for. */
  const opened = async (name: string): Promise<Tab> => {
    stage.site.routes.set('/quay.html', (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageOf(sayOf(name, 'George Glass')));
    });
    const tab = await stage.open('quay.html');
    await tab.show();
    await answered(tab, '#first', 'George Glass');
    return tab;
  };
  const answered = (tab: Tab, selector: string, anybody: string) =>
    until(`${anybody} marked`, async () => (await markedIn(tab.page, selector)).join() === anybody);

  /** Where a text of an element's only text node stands. */
  const boxOf = (tab: Tab, selector: string, text: string): Promise<Box> =>
    tab.page.evaluate(
      (where, wanted) => {
        const node = document.querySelector(where)!.firstChild as Text;
        const range = document.createRange();
        range.setStart(node, node.data.indexOf(wanted));
        range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
      },
      selector,
      text,
    );
  /** What stands there, as it is drawn. */
  const look = async (tab: Tab, clip: Box): Promise<Picture> => readPng(await tab.page.screenshot({ clip }));
  const away = (tab: Tab) => tab.page.mouse.move(4, 4);

  /** Has the page note when the pointer comes to a box, and when it leaves it. */
  const watch = (tab: Tab, box: Box) =>
    tab.page.evaluate(({ x, y, width, height }) => {
      const page = globalThis as unknown as { came: number | null; left: number | null };
      page.came = page.left = null;
      addEventListener('pointermove', ({ clientX, clientY }) => {
        const isOn = clientX >= x && clientX < x + width && clientY >= y && clientY < y + height;
        if (isOn) page.came ??= performance.now();
        else if (page.came !== null) page.left ??= performance.now();
      });
    }, box);
  const times = (tab: Tab) =>
    tab.page.evaluate(() => {
      const { came, left } = globalThis as unknown as { came: number | null; left: number | null };
      return { came, left, now: performance.now() };
    });

  /** The page's text is changed by its own script. */
  const write = (tab: Tab, selector: string, text: string) =>
    tab.page.evaluate(
      (where, said) => {
        (document.querySelector(where)!.firstChild as Text).data = said;
      },
      selector,
      text,
    );
  const noneOpens = (tab: Tab) => stays('no card', async () => !cardIn(await tab.tree()), 700);

  describe('a name that only the library explains', () => {
    beforeAll(async () => {
      const [, surface] = await over(stage, 'cast.html', 'Shigeru Ishiba');
      await says(surface, /Save this article|In your library/);
      const save = find(await surface.tree(), 'button', /Save this article/);
      if (save) await surface.press(save);
      await says(surface, /In your library/);
      await stage.driver.closePopup();
    });

    it('is underlined once the pointer has rested on it, not before, and no longer when it has left', async () => {
      const tab = await opened(KNOWN);
      await away(tab);
      const box = await boxOf(tab, '#first', KNOWN);
      const bare = await look(tab, box);
      await watch(tab, box);
      await tab.page.mouse.move(box.x + 40, box.y - 30);
      await tab.page.mouse.move(box.x + 42, box.y + box.height / 2);
      const seen = await until('the underline', async () =>
        hasMore(await look(tab, box), bare) ? times(tab) : undefined,
      );
      expect(seen.now - seen.came!).toBeGreaterThanOrEqual(REST - COARSE);
      await cardOf(tab, KNOWN);
      await away(tab);
      await noCard(tab);
      await until('the underline to go', async () => !hasMore(await look(tab, box), bare));
    });

    it('is not underlined by a pointer that passes over it', async () => {
      const tab = await opened(KNOWN);
      await away(tab);
      const box = await boxOf(tab, '#first', KNOWN);
      const bare = await look(tab, box);
      await watch(tab, box);
      const at = { x: box.x + 42, y: box.y + box.height / 2 };
      await tab.page.mouse.move(at.x, box.y - 40);
      await tab.page.mouse.move(at.x, at.y);
      await tab.page.mouse.move(at.x, box.y + box.height + 20);
      const passed = await until('the pointer to have passed', async () => {
        const { came, left } = await times(tab);
        return came !== null && left !== null ? { took: left - came } : undefined;
      });
      // a machine that was busy just then has let it rest
      if (passed.took < REST - COARSE)
        await stays('it', async () => !hasMore(await look(tab, box), bare), 500);
      await noneOpens(tab);
    });

    it('is found where the page’s text has changed since it was loaded, and no more where it has gone', async () => {
      const tab = await opened(NOBODY);
      await restOn(tab, NOBODY, '#first');
      await noneOpens(tab);
      await away(tab);

      await write(tab, '#first', sayOf(KNOWN, 'Donald Trump'));
      await answered(tab, '#first', 'Donald Trump');
      const box = await boxOf(tab, '#first', KNOWN);
      const bare = await look(tab, box);
      await restOn(tab, KNOWN, '#first');
      await cardOf(tab, KNOWN);
      expect(hasMore(await look(tab, box), bare)).toBe(true);
      await away(tab);
      await noCard(tab);

      await tab.page.evaluate(
        (said) => {
          document.querySelector('#last')!.insertAdjacentHTML('afterend', `<p id="new">${said}</p>`);
        },
        sayOf(KNOWN, 'Ryosei Akazawa'),
      );
      await answered(tab, '#new', 'Ryosei Akazawa');
      await restOn(tab, KNOWN, '#new');
      await cardOf(tab, KNOWN);
      await away(tab);
      await noCard(tab);

      await write(tab, '#first', sayOf(NOBODY, 'Shigeru Ishiba'));
      await answered(tab, '#first', 'Shigeru Ishiba');
      await restOn(tab, NOBODY, '#first');
      await noneOpens(tab);
    });

    it('loses its underline with its text, under the pointer too', async () => {
      const tab = await opened(KNOWN);
      await away(tab);
      const box = await boxOf(tab, '#first', KNOWN);
      await restOn(tab, KNOWN, '#first');
      await cardOf(tab, KNOWN);
      await write(tab, '#first', sayOf(NOBODY, 'Donald Trump'));
      const there = await look(tab, box);
      await answered(tab, '#first', 'Donald Trump');
      await away(tab);
      await noCard(tab);
      expect(hasMore(there, await look(tab, box))).toBe(false);
    });
  });
}
