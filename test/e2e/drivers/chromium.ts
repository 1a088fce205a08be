import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page, type Protocol, type SerializedAXNode, type Target } from 'puppeteer-core';
import { AXE_SOURCE, auditOf, axeExpression } from './axe';
import { pictureAtRest } from './picture';
import { startGuard } from './proxy';
import type { Audit, AxNode, Driver, Surface, Tab } from './types';
import { until } from './wait';

const NOBODY = 'http://127.0.0.1:9/';
/** How long a worker that runs takes to answer at most, in milliseconds. */
const ALIVE = 1_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const ROLES: Record<string, string> = {
  RootWebArea: 'document',
  StaticText: 'text',
  none: 'generic',
  Iframe: 'iframe',
  image: 'img',
};

function plain(node: SerializedAXNode): AxNode {
  const children = (node.children ?? []).filter((child) => child.role !== 'InlineTextBox');
  return {
    role: ROLES[node.role] ?? node.role,
    name: node.name ?? '',
    value: node.value === undefined ? null : String(node.value),
    focused: node.focused ?? false,
    children: children.map(plain),
    handle: node,
  };
}

async function elementOf(node: AxNode) {
  const serialised = node.handle as SerializedAXNode;
  const element = await serialised.elementHandle();
  if (!element) throw new Error(`no element behind ${node.role} "${node.name}"`);
  return element;
}

class ChromiumTab implements Tab {
  constructor(readonly page: Page) {}

  async tree() {
    const snapshot = await this.page.accessibility.snapshot({ interestingOnly: false, includeIframes: true });
    return snapshot ? plain(snapshot) : null;
  }
  async point(node: AxNode) {
    const element = await elementOf(node);
    await element.scrollIntoView();
    return element.clickablePoint();
  }
  async box(node: AxNode) {
    const box = await (await elementOf(node)).boundingBox();
    if (!box) throw new Error(`${node.role} "${node.name}" is not drawn`);
    return box;
  }
  async press(node: AxNode) {
    const { x, y } = await this.point(node);
    await this.page.mouse.click(x, y);
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
  }
  async address() {
    return this.page.url();
  }
  async axe(closedHost?: string): Promise<Audit> {
    if (closedHost) await this.#openClosedRoot(closedHost);
    await this.page.evaluate(AXE_SOURCE);
    return auditOf((await this.page.evaluate(axeExpression(closedHost))) as string);
  }
  /** Gives the page's script, for axe alone, the closed root that DevTools can see. */
  async #openClosedRoot(host: string) {
    const session = await this.page.createCDPSession();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const queue: Protocol.DOM.Node[] = [root];
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: host });
    for (let node = queue.pop(); node; node = queue.pop()) {
      queue.push(...(node.children ?? []));
      const inner = node.shadowRoots?.[0];
      if (node.nodeId !== nodeId || !inner) continue;
      const [outer, shadow] = await Promise.all(
        [nodeId, inner.nodeId].map((id) => session.send('DOM.resolveNode', { nodeId: id })),
      );
      await session.send('Runtime.callFunctionOn', {
        objectId: outer!.object.objectId!,
        functionDeclaration: `function (root) {
          Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true });
        }`,
        arguments: [{ objectId: shadow!.object.objectId! }],
      });
    }
    await session.detach();
  }
  async close() {
    await this.page.close();
  }
}

/**
 * A Chromium with these unpacked extensions that reaches only this machine; headless unless `window`. `profile` is a folder that
 * outlives it.
 */
export async function launchChromium(
  executablePath: string,
  extensions: string[],
  window = false,
  profile?: string,
) {
  const guard = await startGuard();
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless: !window,
    ...(profile ? { userDataDir: profile } : {}),
    pipe: true,
    enableExtensions: extensions.length > 0 ? extensions : true,
    defaultViewport: window ? null : { width: 1280, height: 800 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--no-first-run', '--no-default-browser-check', '--lang=en-US', '--no-pings'],
      ...(window
        ? []
        : [
            ...['--disable-gpu', '--disable-quic', '--disable-sync', '--disable-domain-reliability'],
            ...['--disable-background-networking', '--disable-component-update'],
            // the browser's own calls go to this machine too, where nobody listens: the guard hears only others'
            ...['--gaia-url', '--google-apis-url', '--apps-gallery-update-url'].map(
              (it) => `${it}=${NOBODY}`,
            ),
            `--component-updater=url-source=${NOBODY}`,
            '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
            `--proxy-server=http://127.0.0.1:${guard.port}`,
          ]),
    ],
  });
  return { browser, guard };
}

/**
 * Starts Chromium with the extension, headless unless `window`. Pointer and keys are real input events; the tree is
 * the browser's own (CDP Accessibility); the popup is the toolbar's own. Extension commands are the one thing input
 * events cannot give here (they never reach the browser's accelerators): `command` fires `commands.onCommand` in the
 * service worker, as the browser would, and `contextMenu` so fires `contextMenus.onClicked` for an item that is there.
 */
export async function startChromium(
  executablePath: string,
  build: string,
  window = false,
  profile?: string,
): Promise<Driver> {
  const { browser, guard } = await launchChromium(executablePath, [], window, profile);
  // as a person does who allows the extension in private windows
  const session = await browser.target().createCDPSession();
  await session.send('Extensions.loadUnpacked', { path: build, enableInIncognito: true });
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const popupFile: string = manifest.action.default_popup;
  const extension = await until('the extension', async () => [...(await browser.extensions()).values()][0]);
  const popupPages = async () =>
    (await extension.pages()).filter((page) => page.url().includes(`/${popupFile}`));
  let popup: ChromiumTab | undefined;
  /**
   * Runs a function in the background's worker. Attached for that moment alone, since who stays attached to a worker keeps it
   * from ending; one that was stopped may be listed beside the one that runs, and answers nobody.
   */
  const inBackground = (task: (name: string) => Promise<void>, name = '') =>
    until('the service worker', async () => {
      const isOurs = (one: Target) => one.type() === 'service_worker' && one.url().includes(extension.id);
      for (const target of browser.targets().filter(isOurs).reverse()) {
        const attached = await target.createCDPSession().catch(() => null);
        if (!attached) continue;
        try {
          const alive = attached.send('Runtime.evaluate', { expression: 'true' }).then(() => true);
          if (!(await Promise.race([alive.catch(() => false), wait(ALIVE).then(() => false)]))) continue;
          // `__name` is what some compilers wrap inner functions in to keep their names
          const expression = `((__name) => (${task})(${JSON.stringify(name)}))((it) => it)`;
          const how = { expression, awaitPromise: true };
          const { exceptionDetails } = await attached.send('Runtime.evaluate', how);
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
          return true;
        } finally {
          await attached.detach().catch(() => undefined);
        }
      }
      return undefined;
    });

  return {
    name: 'chromium',
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return new ChromiumTab(page);
    },
    async tabAt(address, others = []) {
      const page = await until(`a tab at ${address}`, async () =>
        (await browser.pages()).find((one) => !others.includes(one) && address.test(one.url())),
      );
      return new ChromiumTab(page);
    },
    async popup(tab): Promise<Surface> {
      await tab.show();
      const before = await popupPages();
      await tab.page.triggerExtensionAction(extension);
      const opened = async () => (await popupPages()).find((page) => !before.includes(page));
      popup = new ChromiumTab(await until('the popup', opened));
      return popup;
    },
    async closePopup() {
      // it may have closed itself, as popups do when the focus goes
      await popup?.close().catch(() => undefined);
      popup = undefined;
    },
    async command(tab, name) {
      await tab.show();
      await inBackground(async (command) => {
        const api = globalThis as unknown as {
          chrome: {
            commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
            tabs: { query(what: object): Promise<unknown[]> };
          };
        };
        const [active] = await api.chrome.tabs.query({ active: true, lastFocusedWindow: true });
        api.chrome.commands.onCommand.dispatch(command, active);
      }, name);
    },
    async stopBackground() {
      // Asked of a page, for who attaches to a worker that just starts may leave it waiting for a debugger for good.
      const [page] = await browser.pages();
      const workers = await page!.createCDPSession();
      await workers.send('ServiceWorker.enable');
      await workers.send('ServiceWorker.stopAllWorkers');
      await workers.detach();
    },
    async contextMenu(tab) {
      await tab.show();
      await inBackground(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            contextMenus: {
              update(id: string, change: object): Promise<void>;
              onClicked: { dispatch(what: object, tab: unknown): void };
            };
            tabs: { query(what: object): Promise<unknown[]> };
          };
        };
        // rejects where there is no such item
        await chrome.contextMenus.update('save-article', {});
        const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-article', editable: false }, active);
      });
    },
    async reloadExtension() {
      // put in again it takes the old one's place; `runtime.reload` would leave none, since this one was put in by DevTools
      await session.send('Extensions.loadUnpacked', { path: build, enableInIncognito: true });
    },
    async openPrivately(url) {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.goto(url);
      return new ChromiumTab(page);
    },
    removeExtension: () => browser.uninstallExtension(extension.id),
    extensionUrl: (path) => `chrome-extension://${extension.id}/${path}`,
    outside: () => [...guard.asked],
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      guard.close();
    },
  };
}
