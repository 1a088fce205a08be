import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answers, goOn, hasLibrary, mayAsk, refresh, save } from '../src/browser/answers';
import { ALARM, setClock } from '../src/browser/feeds/clock';
import { takeDue } from '../src/browser/feeds/queue';
import { forgetRemoved } from '../src/browser/library/change';
import { listen } from '../src/browser/listen';
import type { Requests } from '../src/browser/messages';
import { saveAndTell } from '../src/browser/notes';
import { endSessions } from '../src/browser/sessions';
import { countInTab, quietTabs, stepInTab } from '../src/browser/tabs';
import { WELCOME } from '../src/ui/links';
import { t } from '../src/ui/text';

export default defineBackground({
  // In Firefox too it sleeps when nobody asks.
  persistent: false,
  main: () => {
    listen<Requests>(answers, mayAsk);
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await hasLibrary();
      await setClock();
      await browser.contextMenus.removeAll();
      browser.contextMenus.create({
        id: 'save-article',
        title: t('saved.menu'),
        contexts: ['page', 'selection', 'image', 'link'],
        documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
      });
      if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
    });
    // Not in the way of whoever has woken it.
    setTimeout(() => void goOn().catch(() => {}), 2_000);
    // What was removed or erased can be brought back until now.
    browser.runtime.onStartup.addListener(() => void forgetRemoved().catch(() => {}));
    // Firefox ends the old scripts of a page with no word to them: they are told before.
    browser.runtime.onUpdateAvailable.addListener(async () => {
      await quietTabs();
      browser.runtime.reload();
    });
    browser.alarms.onAlarm.addListener(async ({ name }) => {
      if (name === ALARM) await takeDue(refresh);
    });
    // Firefox forgets alarms when it ends.
    browser.runtime.onStartup.addListener(() => setClock());
    browser.contextMenus.onClicked.addListener((_, tab) => {
      if (tab?.id !== undefined) void saveAndTell(tab.id, save, false);
    });
    browser.tabs.onRemoved.addListener((tabId) => endSessions(tabId));
    browser.commands.onCommand.addListener(async (command, given) => {
      const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
      if (tab?.id === undefined) return;
      if (command === 'save-article') await saveAndTell(tab.id, save, true);
      else if (command === 'count-marks') await countInTab(tab.id);
      else await stepInTab(tab.id, command === 'previous-mark' ? -1 : 1);
    });
  },
});
