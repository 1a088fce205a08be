import type { Page } from 'puppeteer-core';

/** A node of the accessibility tree as assistive technology gets it, in one vocabulary of roles for both browsers. */
export interface AxNode {
  role: string;
  name: string;
  value: string | null;
  focused: boolean;
  children: AxNode[];
  /** The browser's own handle of the node, for `Surface.point`. */
  handle: unknown;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** What axe-core found, and how much it looked at: on how many nodes a rule was met. */
export interface Audit {
  passed: number;
  violations: { rule: string; help: string; targets: string[] }[];
}

/** Anything a person can look at and work with: a tab, or the toolbar popup. */
export interface Surface {
  /** The whole accessibility tree, closed shadow roots included; null while the browser has none yet. */
  tree(): Promise<AxNode | null>;
  /** Presses a node: a pointer click at its centre (in Firefox's popup, the node's own accessible action). */
  press(node: AxNode): Promise<void>;
  /** A key by its DOM name ("Escape", "Tab", "Enter", "a"). */
  key(name: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Writes a PNG. */
  picture(path: string): Promise<void>;
}

export interface Tab extends Surface {
  page: Page;
  /** Brings the tab to the front. */
  show(): Promise<void>;
  /** The address shown, also of an extension's page. */
  address(): Promise<string>;
  /** The middle of a node on screen, in the viewport's CSS pixels. */
  point(node: AxNode): Promise<Point>;
  /** Where a node is on screen, in the viewport's CSS pixels, without scrolling to it. */
  box(node: AxNode): Promise<Box>;
  /** axe-core over the page; with a host element's selector, over what stands in that host's closed shadow root. */
  axe(closedHost?: string): Promise<Audit>;
  close(): Promise<void>;
}

/** A real browser with the built extension in it. */
export interface Driver {
  name: 'chromium' | 'firefox';
  open(url: string): Promise<Tab>;
  /** The tab whose address fits, opened by someone else (a link, the extension), none of `others`, waiting for it to appear. */
  tabAt(address: RegExp, others?: readonly Page[]): Promise<Tab>;
  /** Opens the extension's real toolbar popup over the tab. */
  popup(tab: Tab): Promise<Surface>;
  closePopup(): Promise<void>;
  /** Gives an extension's keyboard command; see each driver for how real that is. */
  command(tab: Tab, name: string): Promise<void>;
  /** Stops the extension's background at once, whatever it is doing, as the browser does to one that is idle. */
  stopBackground(): Promise<void>;
  /** Chooses the extension's item of this name in the context menu of a tab's page; see each driver for how real that is. */
  contextMenu(tab: Tab, name: string): Promise<void>;
  /** Ends the extension and starts it anew, as with a new version of it, whatever it is doing. */
  reloadExtension(): Promise<void>;
  /** Opens a page in a private window, in which the extension may run; absent where only a person can allow that. */
  openPrivately?(url: string): Promise<Tab>;
  /** Removes the extension from the browser, for good. */
  removeExtension(): Promise<void>;
  /** The address of a page of the extension. */
  extensionUrl(path: string): string;
  /** Every request to anything but this machine since the start, as "METHOD address". */
  outside(): string[];
  /** Settles when the browser has gone, also when a person closed it. */
  closed: Promise<void>;
  close(): Promise<void>;
}
