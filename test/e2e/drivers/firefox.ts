import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { AXE_SOURCE, auditOf, axeExpression } from './axe';
import * as inWindow from './firefox-window';
import { pictureAtRest } from './picture';
import { startGuard } from './proxy';
import { findAll } from './tree';
import type { Audit, AxNode, Driver, Surface, Tab } from './types';
import { until } from './wait';

/** The extension's host name in this profile; Firefox would otherwise draw one by lot. */
const UUID = '6e616d65-706c-4174-a561-746573740001';

/** Preferences that keep Firefox itself quiet, so that every request seen is somebody's doing. */
const QUIET = {
  'app.update.disabledForTesting': true,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'privacy.trackingprotection.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': '',
  'accessibility.force_disabled': -1,
  'intl.accept_languages': 'en-US, en',
  'intl.locale.requested': 'en-US',
};

/** What puppeteer's Firefox has inside and does not type: its BiDi connection. */
interface WithConnection {
  connection: {
    send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
  };
}

type Call = <A extends unknown[], R>(ask: (...given: A) => R, ...given: A) => Promise<Awaited<R>>;

const connectionOf = (browser: Browser) => (browser as unknown as WithConnection).connection;

/** Firefox's own windows, the first one first. */
async function windowsOf(browser: Browser): Promise<string[]> {
  const tree = await connectionOf(browser).send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  return (tree.result.contexts as { context: string }[]).map(({ context }) => context);
}

/** A way to run functions in a window of Firefox's own, the first one if none is given. */
export async function windowOf(browser: Browser, which?: string): Promise<Call> {
  const connection = connectionOf(browser);
  const context = which ?? (await windowsOf(browser))[0]!;
  return async (ask, ...given) => {
    // `__name` is what some compilers wrap inner functions in to keep their names
    const source = `async () => { const __name = (it) => it;
      const nodeAt = ${inWindow.nodeAt};
      const given = ${JSON.stringify(given)};
      return JSON.stringify({ it: await (${ask})(...given) }); }`;
    for (let tries = 0; ; tries++) {
      const { result } = await connection.send('script.callFunction', {
        target: { context },
        functionDeclaration: source,
        awaitPromise: true,
      });
      if (result.type === 'success') return JSON.parse((result.result as { value: string }).value).it;
      const error = JSON.stringify(result.exceptionDetails);
      // for a moment after a page has come its browser is not in the accessibility tree
      if (tries === 20 || !error.includes('service.getAccessibleFor(...) is null')) throw new Error(error);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
}

async function treeOf(call: Call, popup: boolean): Promise<AxNode | null> {
  const wire = await call(inWindow.accessibilityTree, popup);
  return wire ? inWindow.fromWire(JSON.parse(wire)) : null;
}

/** Where a node is now: what comes before it on a page that is still loading moves it to another path. */
function pathTo({ role, name, handle }: AxNode, tree: AxNode | null): number[] {
  let there = tree ?? undefined;
  for (const index of handle as number[]) there = there?.children[index];
  if (there?.role !== role || there.name !== name)
    there = findAll(tree, role).find((one) => one.name === name);
  if (!there) throw new Error(`the ${role} “${name}” is no longer there`);
  return there.handle as number[];
}

/** What is asked of a node, asked again where the page has moved it in the meantime. */
async function atNode<R>(
  call: Call,
  popup: boolean,
  node: AxNode,
  ask: (path: number[], name: string) => R,
): Promise<Awaited<R>> {
  const { it } = await until(`the ${node.role} “${node.name}” to stay where it is`, async () => ({
    it: await call(ask, pathTo(node, await treeOf(call, popup)), node.name),
  }));
  return it;
}

const KEYS: Record<string, [string, number]> = {
  Alt: ['AltLeft', 18],
  Shift: ['ShiftLeft', 16],
  Control: ['ControlLeft', 17],
  '.': ['Period', 190],
  ',': ['Comma', 188],
  Escape: ['Escape', 27],
  Enter: ['Enter', 13],
  Tab: ['Tab', 9],
  ArrowDown: ['ArrowDown', 40],
  ArrowUp: ['ArrowUp', 38],
};

function keyOf(key: string): [string, string, number] {
  const [code, keyCode] = KEYS[key] ?? [
    /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '',
    key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
  ];
  return [key, code, keyCode];
}

/** The keys of a manifest's shortcut ("Alt+Shift+Period"). */
function shortcutKeys(shortcut: string): [string, string, number][] {
  const names: Record<string, string> = { Ctrl: 'Control', MacCtrl: 'Control', Period: '.', Comma: ',' };
  return shortcut.split('+').map((part) => {
    const key = names[part] ?? part;
    return keyOf(key.length === 1 && !shortcut.includes('Shift') ? key.toLowerCase() : key);
  });
}

class FirefoxTab implements Tab {
  constructor(
    readonly page: Page,
    readonly call: Call,
  ) {}

  async tree() {
    return treeOf(this.call, false);
  }
  async point(node: AxNode) {
    const [x, y] = await atNode(this.call, false, node, inWindow.revealed);
    return { x, y };
  }
  async box(node: AxNode) {
    const [x, y, width, height] = await atNode(this.call, false, node, inWindow.boxOf);
    return { x, y, width, height };
  }
  async press(node: AxNode) {
    await until(`the ${node.role} “${node.name}” to be pressed`, async () => {
      const { x, y } = await this.point(node);
      // rejects, and presses nothing, where the page has moved on and that is out of sight
      await this.page.mouse.click(x, y);
      return true;
    });
  }
  async key(name: string) {
    await this.page.keyboard.press(name as Parameters<Page['keyboard']['press']>[0]);
  }
  async type(text: string) {
    await this.page.keyboard.type(text);
  }
  async picture(path: string) {
    await pictureAtRest(this.page, path);
  }
  async show() {
    await this.page.bringToFront();
    // a switch of tabs gives focus and pointer some time later, the focus to the address bar if that had it before
    await until('the page to be the one shown', () => this.call(inWindow.focusPage));
  }
  async address() {
    return this.page.evaluate(() => location.href);
  }
  async axe(closedHost?: string): Promise<Audit> {
    if (closedHost) {
      const opened = await this.call(inWindow.openClosedRoot, closedHost);
      if (opened !== 'opened') throw new Error(`${closedHost}: ${opened}`);
    }
    await this.page.evaluate(AXE_SOURCE);
    return auditOf((await this.page.evaluate(axeExpression(closedHost))) as string);
  }
  async close() {
    await this.page.close();
  }
}

/** The one tab that a private window was opened for. */
class PrivateFirefoxTab extends FirefoxTab {
  override async close() {
    await this.call(inWindow.closeWindow);
  }
}

class FirefoxPopup implements Surface {
  constructor(readonly call: Call) {}

  async tree() {
    return treeOf(this.call, true);
  }
  async press(node: AxNode) {
    await atNode(this.call, true, node, inWindow.doAction);
  }
  async key(name: string) {
    await this.call(inWindow.pressKeys, [keyOf(name)]);
  }
  async type(text: string) {
    for (const letter of text) await this.call(inWindow.pressKeys, [keyOf(letter)]);
  }
  async picture(path: string) {
    const url = await this.call(inWindow.popupPicture);
    writeFileSync(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }
}

/**
 * A Firefox without extensions that reaches only this machine, and a way into its own window; headless unless `window`.
 * `profile` is a folder that outlives it.
 */
export async function launchFirefox(
  executablePath: string,
  window = false,
  preferences = {},
  profile?: string,
) {
  const guard = await startGuard();
  const proxy = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': guard.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': guard.port,
    'network.proxy.allow_hijacking_localhost': false,
  };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !window,
    ...(profile ? { userDataDir: profile } : {}),
    defaultViewport: window ? null : { width: 1280, height: 800 },
    args: ['--remote-allow-system-access'],
    // Firefox takes `services.settings.server` from the profile only with this
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      ...QUIET,
      ...(window ? {} : proxy),
      ...preferences,
    },
  });
  return { browser, guard, call: await windowOf(browser) };
}

/**
 * Starts Firefox with the extension, headless unless `window`. Pointer and keys are real input events; the tree is
 * the one Firefox's accessibility service hands to screen readers, read in the browser's own window over WebDriver
 * BiDi; the popup is opened by the toolbar button; extension commands are given as their real keys to the window.
 */
export async function startFirefox(
  executablePath: string,
  build: string,
  window = false,
  profile?: string,
): Promise<Driver> {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const { browser, guard, call } = await launchFirefox(
    executablePath,
    window,
    {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // The extension is installed for one session, and its library is to outlive that, as an installed one's does.
      'extensions.webextensions.keepStorageOnUninstall': profile !== undefined,
      'extensions.webextensions.keepUuidOnUninstall': profile !== undefined,
    },
    profile,
  );
  // as a person does who allows the extension in private windows; done later it would be started anew
  await call(inWindow.allowPrivately, id);
  await browser.installExtension(build);
  /** The window whose popup is open, or was last. */
  let over = call;

  const tabAt = async (address: RegExp, others: readonly Page[] = []): Promise<Tab> =>
    until(`a tab at ${address}`, async () => {
      for (const page of await browser.pages()) {
        if (others.includes(page)) continue;
        const shown = await page.evaluate(() => location.href).catch(() => '');
        if (address.test(shown)) return new FirefoxTab(page, call);
      }
      return undefined;
    });

  return {
    name: 'firefox',
    tabAt,
    async open(url) {
      if (/^(moz-extension|about):/.test(url)) {
        // puppeteer waits in vain for a navigation that changes the process: open it as the browser would
        const before = await browser.pages();
        await call(inWindow.openTrusted, url);
        const exactly = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
        return tabAt(exactly, before);
      }
      const page = await browser.newPage();
      await page.goto(url);
      const tab = new FirefoxTab(page, call);
      await tab.show();
      return tab;
    },
    async popup(tab) {
      await tab.show();
      over = (tab as FirefoxTab).call;
      await over(
        inWindow.pressToolbarButton,
        `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`,
      );
      const popup = new FirefoxPopup(over);
      await until('the popup', () => popup.tree());
      return popup;
    },
    async closePopup() {
      await over(inWindow.closePanels);
      await until('the popup to close', async () => !(await over(inWindow.popupIsOpen)));
      over = call;
    },
    async command(tab, name) {
      await tab.show();
      await (tab as FirefoxTab).call(
        inWindow.pressKeys,
        shortcutKeys(manifest.commands[name].suggested_key.default),
      );
    },
    async contextMenu(tab, name) {
      await tab.show();
      await tab.page.mouse.click(200, 300, { button: 'right' });
      await until('the context menu', () => call(inWindow.chooseInContextMenu, name));
    },
    async reloadExtension() {
      await browser.installExtension(build);
    },
    async openPrivately(url) {
      const [windows, pages] = [await windowsOf(browser), await browser.pages()];
      await call(inWindow.openPrivateWindow);
      const context = await until('the private window', async () =>
        (await windowsOf(browser)).find((one) => !windows.includes(one)),
      );
      const own = await windowOf(browser, context);
      await own(inWindow.openTrusted, url);
      const page = await until('the private tab', async () => {
        for (const one of await browser.pages())
          if (!pages.includes(one) && (await one.evaluate(() => location.href).catch(() => '')) === url)
            return one;
        return undefined;
      });
      const tab = new PrivateFirefoxTab(page, own);
      await tab.show();
      return tab;
    },
    stopBackground: () => call(inWindow.terminateBackground, id),
    removeExtension: () => browser.uninstallExtension(id),
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,
    outside: () => [...guard.asked],
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      guard.close();
    },
  };
}
