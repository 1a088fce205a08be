import { describe, expect, it } from 'vitest';
import { textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import type { Stage } from './stage';

const ARTICLES = 30;

const line = (i: number) =>
  `${JSON.stringify({
    id: `older-${i}`,
    title: `Beacon ${i}`,
    published: '2025-05-07',
    text: `Odalys Brannigan, the lamplighter, said on Tuesday that beacon ${i} had cost her a week. ${'abcdefgh'
      .split('')
      .map((letter) => letter.repeat((i % 7) + 2) + i)
      .join(' ')}.`,
  })}\n`;

/** Asks the background as the extension's own pages do. */
const ask = <T>(tab: Tab, message: object): Promise<T> =>
  tab.page.evaluate(async (asked) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { runtime: { sendMessage(it: object): Promise<{ ok: boolean; value: unknown; error?: string }> } }
    >;
    for (let tries = 0; ; tries++) {
      const answer = await (browser ?? chrome).runtime.sendMessage(asked).catch(() => null);
      if (answer?.ok) return answer.value;
      if (answer || tries === 20) throw new Error(answer?.error ?? 'no answer');
      await new Promise((next) => setTimeout(next, 100));
    }
  }, message) as Promise<T>;

/** Puts a database as version 2 of it was, before it had all its indexes, in the place of the library's own, with the same rows. */
const asVersionTwo = (tab: Tab): Promise<void> =>
  tab.page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const now = await done(indexedDB.open('nameplate'));
    const turn = now.transaction([...now.objectStoreNames]);
    const rows: Record<string, [IDBValidKey[], unknown[]]> = {};
    for (const name of now.objectStoreNames) {
      const store = turn.objectStore(name);
      rows[name] = [await done(store.getAllKeys()), await done(store.getAll())];
    }
    now.close();
    // what these hold are files of the database that goes; they are derived from the rest
    rows.images = [[], []];
    // asked for at once, so that nobody comes between
    indexedDB.deleteDatabase('nameplate');
    const asked = indexedDB.open('nameplate', 2);
    asked.onupgradeneeded = () => {
      for (const [name, [keys, all]] of Object.entries(rows)) {
        if (name === 'incomingReadings') continue;
        const keyPath = { entities: 'id', sources: 'articleId', aside: 'id' }[name] ?? null;
        const store = asked.result.createObjectStore(name, {
          keyPath,
          autoIncrement: name === 'corrections',
        });
        for (const [i, row] of all.entries()) store.put(row, keyPath === null ? keys[i] : undefined);
      }
    };
    (await done(asked)).close();
  });

interface State {
  own: number;
  incoming: number;
  aside: number;
}

/** What becomes of a library that an earlier version of the extension kept. It is left as it was found. */
export function older(stage: Stage): void {
  describe('a library that an earlier version kept', () => {
    it('is made anew in the background, with all that was put right, though the background is stopped meanwhile', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('library.html'));
      await tab.show();
      const state = () => ask<State>(tab, { type: 'library' });
      const before = await state();
      await until('the page', async () => /Drop files here/.test(textOf(await tab.tree())));
      await tab.page.evaluate(
        (text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], 'beacons.jsonl'));
          document
            .querySelector('.drop')!
            .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        },
        Array.from({ length: ARTICLES }, (_, i) => line(i)).join(''),
      );
      await until('the import', async () => (await state()).own === before.own + ARTICLES, 30_000);
      const a = { kind: 'person', name: 'Odalys Brannigan' };
      await ask(tab, { type: 'correct', correction: { say: 'called', a, name: 'Captain Brannigan' } });
      await asVersionTwo(tab);
      expect(await state()).toMatchObject({ own: 0, incoming: before.own + ARTICLES });
      // whoever starts next goes on
      for (let stops = 0; stops < 2; stops++) {
        await stage.driver.stopBackground();
        await state();
        await new Promise((resolve) => setTimeout(resolve, 2_100));
      }
      await until(
        'all to be taken in',
        async () => {
          const { own, incoming } = await state();
          return own === before.own + ARTICLES && incoming === 0;
        },
        60_000,
      );
      expect((await state()).aside).toBe(before.aside);
      const { entities } = await ask<{ entities: { name: string }[] }>(tab, {
        type: 'search',
        query: 'captain brannigan',
      });
      expect(entities.map(({ name }) => name)).toContain('Captain Brannigan');
      const corrections = await ask<{ key: number }[]>(tab, { type: 'corrections' });
      await ask(tab, { type: 'uncorrect', key: corrections.at(-1)!.key });
      const articleIds = Array.from({ length: ARTICLES }, (_, i) => `older-${i}`);
      await ask(tab, { type: 'remove', articleIds });
      expect((await state()).own).toBe(before.own);
    }, 150_000);
  });
}
