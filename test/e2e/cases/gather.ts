import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../setup/browsers.mjs';
import { buildOf } from '../../setup/environment.mjs';
import { cardOf, restOn, saidBy } from '../card';
import { startChromium } from '../drivers/chromium';
import { startFirefox } from '../drivers/firefox';
import { find, findAll, textOf } from '../drivers/tree';
import type { Surface, Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import { node, over } from './popup';
import { HOST, type Stage } from './stage';

/** What a surface says, once it says this. */
const told = (surface: Surface, what: RegExp) =>
  until(`${what}`, async () => {
    const text = textOf(await surface.tree());
    return what.test(text) ? text : undefined;
  });

const pressIn = async (tab: Tab, name: string | RegExp) =>
  tab.press(await until(`the button ${name}`, async () => find(await tab.tree(), 'button', name)));

/** How many articles of the reader's own the settings show. */
async function own(stage: Stage): Promise<number> {
  const settings = await stage.open(stage.driver.extensionUrl('library.html'));
  await settings.show();
  // Firefox hands a page over piece by piece: the sum may be there before the rows are.
  const count = await until('as many rows as the sum says', async () => {
    const tree = await settings.tree();
    const sum = /(\d+) articles? of your own/.exec(textOf(tree))?.[1];
    return sum !== undefined && findAll(tree, 'button', /^Delete “/).length === Number(sum) ? sum : undefined;
  });
  await settings.close();
  stage.tabs.splice(stage.tabs.indexOf(settings), 1);
  return Number(count);
}

/** The card of somebody whom only the library knows, on a page that names her. */
async function brannigan(stage: Stage): Promise<string> {
  const tab = await stage.open('ferry.html');
  await tab.show();
  return until('the card', async () => {
    await tab.page.mouse.move(5, 5);
    await restOn(tab, 'Odalys Brannigan');
    return saidBy(await cardOf(tab, 'Odalys Brannigan', 2_000));
  });
}

/** Saving what one reads. Every case leaves the library as empty as it found it. */
export function gather(stage: Stage): void {
  describe('saving an article', () => {
    it('tells what was understood, names it on another page a moment later, and is taken back', async () => {
      const [, popup] = await over(stage, 'lamplighter.html');
      await popup.press(await node(popup, 'button', /Save this article/));
      const note = await told(popup, /Saved to your library/);
      expect(note).toContain('Harbour board names its first lamplighter in forty years');
      // the day of the outlet's own clock, and not of the page's list of links
      expect(note).toMatch(/The Harbour Courier · 7 May 2025/);
      expect(note).toMatch(/Odalys Brannigan/);
      expect(note).toMatch(/\d quotations/);
      expect(note).toMatch(/asks the browser to keep it|has not promised to keep/);
      expect(await brannigan(stage)).toMatch(/lamplighter|ferry captain/);
      await stage.driver.closePopup();

      // the same page again is the same article
      const [, again] = await over(stage, 'lamplighter.html');
      await again.press(await node(again, 'button', /Save again/));
      await told(again, /Your library has this article already/);
      await stage.driver.closePopup();

      // with more to it, it takes the former's place, and gives it back
      const [, later] = await over(stage, 'lamplighter.html?later');
      await later.press(await node(later, 'button', /Save again/));
      await told(later, /copy has been updated/);
      await later.press(await node(later, 'button', /^Undo$/));
      await told(later, /Taken back/);
      await stage.driver.closePopup();
      expect(await own(stage)).toBe(1);

      const settings = await stage.open(stage.driver.extensionUrl('library.html'));
      await settings.show();
      await pressIn(settings, /^Delete “/);
      await told(settings, /has been deleted/);
      expect(await own(stage)).toBe(0);
    });

    it('is asked for by a key, told in a note that keys reach, and taken back from there', async () => {
      const tab = await stage.open('lamplighter.html');
      await stage.driver.command(tab, 'save-article');
      const note = await told(tab, /Saved to your library/);
      expect(note).toContain('Odalys Brannigan');
      // the page sees one element of ours, and nothing in it
      expect(
        await tab.page.$$eval(HOST, (hosts) =>
          hosts.map(({ outerHTML, shadowRoot }) => [outerHTML, shadowRoot]),
        ),
      ).toEqual([['<div data-nameplate=""></div>', null]]);
      const audit = await tab.axe(HOST);
      expect(audit.violations).toEqual([]);
      await stage.driver.command(tab, 'save-article');
      await until('the focus in the note', async () => find(await tab.tree(), 'button', /^Undo$/)?.focused);
      await tab.key('Enter');
      await told(tab, /Taken back: your library is as it was/);
      await stage.driver.command(tab, 'save-article');
      await until('the focus in the note', async () => find(await tab.tree(), 'button', /^Close$/)?.focused);
      await tab.key('Escape');
      await until('no note', async () => !/Taken back/.test(textOf(await tab.tree())));
      expect(await own(stage)).toBe(0);
    });

    it('outlives a restart of the browser', async () => {
      const { name } = stage.driver;
      const profile = await mkdtemp(join(tmpdir(), 'nameplate-profile-'));
      const start = () =>
        (name === 'firefox' ? startFirefox : startChromium)(
          findBrowser(name)!,
          buildOf(name),
          false,
          profile,
        );
      try {
        const first = await start();
        await first.tabAt(/\/welcome\.html$/);
        const tab = await first.open(stage.site.url('lamplighter.html'));
        await first.command(tab, 'save-article');
        await told(tab, /Saved to your library/);
        await first.close();
        const second = await start();
        try {
          const other = await second.open(stage.site.url('ferry.html'));
          await other.show();
          // The page may have been there before the extension was.
          await until('the extension', async () => {
            await other.page.reload();
            return other.page.waitForSelector(HOST, { timeout: 2_000 });
          });
          const said = await until('the card', async () => {
            // the welcome page may come to the front once more
            await other.show();
            await other.page.mouse.move(5, 5);
            await restOn(other, 'Odalys Brannigan');
            return saidBy(await cardOf(other, 'Odalys Brannigan', 2_000));
          });
          expect(said).toMatch(/lamplighter|ferry captain/);
        } finally {
          await second.close();
        }
      } finally {
        await rm(profile, { recursive: true, force: true });
      }
    });

    it('says so where there is no article', async () => {
      const tab = await stage.open('quiet.html');
      await stage.driver.command(tab, 'save-article');
      await told(tab, /could not be saved: There is no article on this page/);
    });
  });
}

/** Articles by files, on the library's page. The library is left as empty as it was. */
export function files(stage: Stage): void {
  const line = (id: string, words: string) =>
    `${JSON.stringify({ id, title: `Lamps of ${id}`, published: '2025-05-07', text: `Odalys Brannigan, the lamplighter of the northern pier, said on Tuesday that ${words}.` })}\n`;

  describe('articles by files', () => {
    it('come in by drop, what is bad among them is told, and all is taken back', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('library.html'));
      await tab.show();
      await told(tab, /Drop files here/);
      await tab.page.evaluate(
        (good, bad) => {
          const data = new DataTransfer();
          data.items.add(new File([good], 'lamps.jsonl'));
          data.items.add(new File([Uint8Array.of(0x89, 0x50, 0, 1)], 'picture.txt'));
          data.items.add(new File([bad], 'letter.txt'));
          for (const type of ['dragover', 'drop'])
            document
              .querySelector('.drop')!
              .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        `${line('one', 'she would light the lamps by hand for a week')}{"id": 7}\n${line('two', 'the ferries had asked for a timer, and the board had not answered them')}`,
        'The captains write\n8 May 2025\n\nTobias Wexcombe told the captains of the night ferries that nobody would be asked to pay twice.',
      );
      const note = await told(tab, /articles added/);
      expect(note).toMatch(/3 articles added/);
      expect(note).toMatch(/picture\.txt is no text/);
      expect(note).toMatch(/lamps\.jsonl, line 2: “text” is missing/);
      await told(tab, /3 articles of your own/);
      expect(await brannigan(stage)).toMatch(/lamplighter/);
      await tab.show();
      await pressIn(tab, /^Undo$/);
      await told(tab, /Taken back: your library is as it was/);
      await told(tab, /0 articles of your own/);
    });
  });
}
