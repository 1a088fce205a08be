import type { AxNode } from './types';

/**
 * Functions that run in Firefox's own window (`moz:scope` chrome of WebDriver BiDi): the accessibility service that
 * screen readers use, the toolbar, and keys given to the window and not to the page. Each is sent as source, so it
 * uses nothing from this module's scope but `nodeAt`, which is sent along.
 */

/** The parts of Firefox's privileged scope that are used here. */
interface Accessible {
  role: number;
  name: string | null;
  value: string;
  childCount: number;
  firstChild: Accessible | null;
  getChildAt(index: number): Accessible;
  getState(state: { value?: number }, extra: { value?: number }): void;
  getBounds(x: { value?: number }, y: { value?: number }, w: { value?: number }, h: { value?: number }): void;
  doAction(index: number): void;
  takeFocus(): void;
  scrollTo(how: number): void;
}
interface AccessibilityService {
  getStringRole(role: number): string;
  getAccessibleFor(node: Node): Accessible | null;
}
interface FirefoxBrowser extends HTMLElement {
  /** The tab's page is what is on the screen. */
  hasLayers: boolean;
  screenX: number;
  screenY: number;
  messageManager: {
    loadFrameScript(url: string, later: boolean): void;
    addMessageListener(name: string, hear: (message: { data: string }) => void): void;
    removeMessageListener(name: string, hear: (message: { data: string }) => void): void;
  };
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(rect: null, scale: number, colour: string): Promise<ImageBitmap> };
  };
}
interface TextInput {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}
declare const Cc: Record<
  string,
  { getService(what: unknown): unknown; createInstance(what: unknown): unknown }
>;
declare const Ci: Record<string, unknown>;
declare const ChromeUtils: { importESModule(url: string): Record<string, Record<string, unknown>> };
declare const gBrowser: {
  selectedBrowser: FirefoxBrowser;
  selectedTab: unknown;
  addTrustedTab(url: string, how: object): unknown;
};

/** What a tree node is on the wire: role, name, value, focused, children. */
export type WireNode = [string, string, string, boolean, WireNode[]];

/** The accessibility tree of the selected tab, or of the popup, as JSON of a `WireNode`; '' while there is none. */
export function accessibilityTree(popup: boolean): string {
  const service = Cc['@mozilla.org/accessibilityService;1']!.getService(
    Ci.nsIAccessibilityService,
  ) as AccessibilityService;
  const browser = popup
    ? document.querySelector<FirefoxBrowser>('.webextension-popup-browser')
    : gBrowser.selectedBrowser;
  const root = browser && service.getAccessibleFor(browser)?.firstChild;
  if (!browser || !root?.childCount) return '';
  const visit = (node: Accessible): WireNode => {
    const state: { value?: number } = {};
    node.getState(state, {});
    const children: WireNode[] = [];
    for (let i = 0; i < node.childCount; i++) children.push(visit(node.getChildAt(i)));
    let value = '';
    try {
      value = node.value;
    } catch {
      value = '';
    }
    const isFocused = ((state.value ?? 0) & 4) !== 0;
    return [service.getStringRole(node.role), node.name ?? '', value, isFocused, children];
  };
  return JSON.stringify(visit(root));
}

/** The node at a path in what a browser shows; throws if another one, or none, is there by now. */
export function nodeAt(browser: HTMLElement, path: number[], name: string): Accessible {
  const service = Cc['@mozilla.org/accessibilityService;1']!.getService(
    Ci.nsIAccessibilityService,
  ) as AccessibilityService;
  let node = service.getAccessibleFor(browser)?.firstChild;
  for (const index of path) node = node && index < node.childCount ? node.getChildAt(index) : null;
  if (!node || (node.name ?? '') !== name) throw new Error(`“${name}” has moved`);
  return node;
}

/**
 * Does a node's own action in the popup, with the focus on it (what a screen reader's "press" does); `path` is its
 * child indexes.
 */
export function doAction(path: number[], name: string): void {
  const browser = document.querySelector<HTMLElement>('.webextension-popup-browser')!;
  const node = nodeAt(browser, path, name);
  browser.focus();
  node.takeFocus();
  node.doAction(0);
}

/** Brings a node of the selected tab into view and gives its middle, in the viewport's CSS pixels, once it rests. */
export async function revealed(path: number[], name: string): Promise<[number, number]> {
  const browser = gBrowser.selectedBrowser;
  const node = nodeAt(browser, path, name);
  const anywhere = 6;
  node.scrollTo(anywhere);
  const middle = (): [number, number] => {
    const [x, y, w, h] = [{ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }] as const;
    node.getBounds(x, y, w, h);
    const scale = window.devicePixelRatio;
    return [
      (x.value + w.value / 2) / scale - browser.screenX,
      (y.value + h.value / 2) / scale - browser.screenY,
    ];
  };
  let last = middle();
  for (let same = 0; same < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = middle();
    same = now[0] === last[0] && now[1] === last[1] ? same + 1 : 0;
    last = now;
  }
  return last;
}

/** Where a node of the selected tab is: left, top, width and height in the viewport's CSS pixels. */
export function boxOf(path: number[], name: string): [number, number, number, number] {
  const browser = gBrowser.selectedBrowser;
  const node = nodeAt(browser, path, name);
  const [x, y, w, h] = [{ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }] as const;
  node.getBounds(x, y, w, h);
  const scale = window.devicePixelRatio;
  return [
    x.value / scale - browser.screenX,
    y.value / scale - browser.screenY,
    w.value / scale,
    h.value / scale,
  ];
}

/** Gives the selected tab the focus, as whoever works on its page has it; true once it is there and the tab is drawn. */
export async function focusPage(): Promise<boolean> {
  const { selectedBrowser: browser } = gBrowser;
  browser.focus();
  for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
  return browser.hasLayers && document.activeElement === browser;
}

/** Keys pressed together in the window, the modifiers first: [key, code, keyCode]. */
export function pressKeys(keys: [string, string, number][]): void {
  const input = Cc['@mozilla.org/text-input-processor;1']!.createInstance(
    Ci.nsITextInputProcessor,
  ) as TextInput;
  if (!input.beginInputTransactionForTests(window)) throw new Error('Firefox refuses keys');
  const events = keys.map(([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
  for (const event of events) input.keydown(event);
  for (const event of events.reverse()) input.keyup(event);
}

/** Puts the extension's button on the toolbar and presses it. */
export async function pressToolbarButton(id: string): Promise<void> {
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  const place = CustomizableUI as unknown as {
    getPlacementOfWidget(id: string): { area: string } | null;
    addWidgetToArea(id: string, area: string): void;
  };
  if (place.getPlacementOfWidget(id)?.area !== 'nav-bar') place.addWidgetToArea(id, 'nav-bar');
  const widget = document.getElementById(id)!;
  (widget.querySelector<HTMLElement>('.unified-extensions-item-action-button') ?? widget).click();
}

/** Closes the popup, if one is open. */
export function closePanels(): void {
  const browser = document.querySelector('.webextension-popup-browser');
  (browser?.closest('panel') as unknown as { hidePopup(): void } | null)?.hidePopup();
}

export function popupIsOpen(): boolean {
  return document.querySelector('.webextension-popup-browser') !== null;
}

/** A picture of the popup, as a data URL. */
export async function popupPicture(): Promise<string> {
  const browser = document.querySelector<FirefoxBrowser>('.webextension-popup-browser')!;
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'rgb(255,255,255)');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');
}

/**
 * Opens a tab on an address that pages may not link to (an extension's own page). The tab begins in the extension's own
 * group of browsing contexts, as `tabs.create` has it: begun elsewhere, it would be exchanged for another one on
 * loading, and who automates the browser would now and then lose it.
 */
export function openTrusted(url: string): void {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByHostname(host: string): { browsingContextGroupId: number } | null };
  };
  const group = WebExtensionPolicy.getByHostname(new URL(url).hostname)?.browsingContextGroupId;
  gBrowser.selectedTab = gBrowser.addTrustedTab(url, group ? { initialBrowsingContextGroupId: group } : {});
}

/** Allows an extension in private windows. */
export async function allowPrivately(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as unknown as { ExtensionPermissions: { add(id: string, what: object): Promise<void> } };
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
}

/** Opens a private window; settles once it can be worked with. */
export async function openPrivateWindow(): Promise<void> {
  const { OpenBrowserWindow } = globalThis as unknown as {
    OpenBrowserWindow(how: object): Window & { gBrowserInit?: { delayedStartupFinished: boolean } };
  };
  const opened = OpenBrowserWindow({ private: true });
  while (!opened.gBrowserInit?.delayedStartupFinished) await new Promise((next) => setTimeout(next, 50));
}

/** Closes the window once that has been answered. */
export function closeWindow(): void {
  setTimeout(() => window.close(), 0);
}

/** Gives the page's script, for axe alone, the closed root of the host that the selector finds. */
export function openClosedRoot(selector: string): Promise<string> {
  const script = `
    const host = content.document.querySelector(${JSON.stringify(selector)});
    const root = host && host.openOrClosedShadowRoot;
    if (root) {
      const how = Cu.cloneInto({ configurable: true, value: root }, content, { wrapReflectors: true });
      content.wrappedJSObject.Object.defineProperty(Cu.waiveXrays(host), 'shadowRoot', how);
    }
    sendAsyncMessage('nameplate:opened', root ? 'opened' : 'no closed root');`;
  const { messageManager } = gBrowser.selectedBrowser;
  return new Promise((resolve) => {
    const hear = (message: { data: string }) => {
      messageManager.removeMessageListener('nameplate:opened', hear);
      resolve(message.data);
    };
    messageManager.addMessageListener('nameplate:opened', hear);
    messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

const ROLES: Record<string, string> = {
  'text leaf': 'text',
  statictext: 'text',
  pushbutton: 'button',
  'toggle button': 'button',
  entry: 'textbox',
  searchbox: 'searchbox',
  checkbutton: 'checkbox',
  'list item': 'listitem',
  section: 'generic',
  text: 'generic',
  'text container': 'generic',
  graphic: 'img',
  'internal frame': 'iframe',
};

/** The tree in the drivers' common vocabulary; a node's handle is its path. */
export function fromWire(wire: WireNode, path: number[] = []): AxNode {
  const [role, name, value, isFocused, children] = wire;
  return {
    role: ROLES[role] ?? role,
    name,
    value: value === '' ? null : value,
    focused: isFocused,
    children: children.map((child, index) => fromWire(child, [...path, index])),
    handle: path,
  };
}

/** Stops an extension's event page as when it has been idle. */
export async function terminateBackground(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: {
      getByID(id: string): {
        extension: { terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void> };
      };
    };
  };
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/** Chooses an item of the page's open context menu by what it says; false while there is none. */
export function chooseInContextMenu(name: string): boolean {
  const menu = document.getElementById('contentAreaContextMenu') as unknown as {
    state: string;
    querySelectorAll(what: string): Iterable<Element & { label: string }>;
    activateItem(item: Element): void;
  };
  const item =
    menu.state === 'open' && [...menu.querySelectorAll('menuitem')].find((one) => one.label === name);
  if (!item) return false;
  menu.activateItem(item);
  return true;
}
