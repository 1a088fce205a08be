import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { until } from '../drivers/wait';
import { inkOfMarks } from '../ink';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

/** Waits until one of the texts marked in the selector fits, and gives them all. */
async function marked(tab: { page: Parameters<typeof markedIn>[0] }, fits: RegExp, selector = 'html') {
  return until(`a mark like ${fits}`, async () => {
    const texts = await markedIn(tab.page, selector);
    return texts.some((text) => fits.test(text)) ? texts : undefined;
  });
}

/** Which words of a page are marked, and which are left alone. */
export function marks(stage: Stage): void {
  describe('marks', () => {
    it('stand on the names of an article that is not in the corpus', async () => {
      const tab = await stage.open('news.html');
      const texts = await marked(tab, /Trump/, 'article');
      expect(texts).toContain('Ryosei Akazawa');
      expect(texts).toContain('Akazawa');
      expect(texts).toContain('George Glass');
      expect(texts.filter((text) => text === 'Glass')).toHaveLength(2);
      expect(texts).toContain('Donald Trump');
      expect(texts).toContain('Trump');
      expect(texts).toContain('Ishiba');
      expect(texts).not.toContain('Washington');
    });

    it('can be seen on dark and light grounds, under links too', async () => {
      const tab = await stage.open('dark.html');
      await marked(tab, /Ishiba/);
      // A mark is as clear as WCAG 2.2 asks of what is no text (1.4.11).
      for (const selector of ['#plain', '#link', '#paper'])
        expect(await inkOfMarks(tab.page, selector), selector).toBeGreaterThan(3);
    });

    it('join a name that is split over inline elements', async () => {
      const tab = await stage.open('corners.html');
      expect(await marked(tab, /Ishiba/, '#split')).toEqual(['Shigeru Ishiba']);
    });

    it('leave a glass, Philip Glass, Google Glass, a trump card and other Washingtons alone', async () => {
      const tab = await stage.open('traps.html');
      expect(await marked(tab, /Ishiba/)).toEqual(['Shigeru Ishiba']);
    });

    it('leave the same words alone on a page that names the people too', async () => {
      const tab = await stage.open('news.html');
      await marked(tab, /Akazawa/);
      await tab.page.evaluate(() => document.querySelector('#table')?.scrollIntoView());
      expect(await markedIn(tab.page, '#table')).toEqual([]);
      expect(await markedIn(tab.page, 'article > p:last-of-type')).toEqual([]);
    });

    it('stand on 石破茂首相, 赤沢氏 and グラス駐日大使, and not on a glass of wine', async () => {
      const tab = await stage.open('japanese.html');
      const texts = await marked(tab, /赤沢/);
      expect(texts).toHaveLength(3);
      expect(texts[0]).toMatch(/^石破茂(首相)?$/);
      expect(texts[1]).toMatch(/^赤沢(氏)?$/);
      expect(texts[2]).toMatch(/^グラス(駐日大使)?$/);
      expect(await markedIn(tab.page, 'main > p:last-of-type')).toEqual([]);
    });

    it('leave inputs, editable regions, code, scripts and hidden text alone', async () => {
      const tab = await stage.open('left-alone.html');
      const texts = await marked(tab, /Akazawa/);
      expect(texts).toEqual(['Shigeru Ishiba', 'Ryosei Akazawa']);
      expect(await markedIn(tab.page, '#sentinel')).toEqual(texts);
    });

    it('reach into frames', async () => {
      const tab = await stage.open('corners.html');
      const inner = await until('the frame', () => tab.page.frames()[1]);
      expect(await marked({ page: inner }, /Ishiba/)).toEqual(['Ryosei Akazawa', 'Shigeru Ishiba']);
    });

    it('reach into open shadow roots, where a card opens too', async () => {
      const tab = await stage.open('corners.html');
      await marked(tab, /Ishiba/, '#split');
      await until('a card on a name in the shadow root', async () => {
        await restOn(tab, 'Ryosei Akazawa', '#open');
        return cardOf(tab, 'Ryosei Akazawa', 1_000);
      });
    });

    it('follow text that is inserted or changed', async () => {
      const tab = await stage.open('corners.html');
      await marked(tab, /Ishiba/, '#split');
      expect(await markedIn(tab.page, '#later')).toEqual([]);
      await tab.page.click('#insert');
      expect(await marked(tab, /Glass/, '#later')).toEqual(['George Glass']);
      await tab.page.click('#change');
      expect(await marked(tab, /Trump/, '#changing')).toEqual(['Donald Trump']);
    });

    it('come at the end of a very long page, where the reader is', async () => {
      const tab = await stage.open('long.html?kb=2000');
      await tab.page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
      expect(await marked(tab, /Akazawa/, '#end')).toEqual(['Shigeru Ishiba', 'Ryosei Akazawa']);
    });
  });
}
