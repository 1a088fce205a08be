import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireBrowsers } from '../setup/browsers.mjs';
import { type BenchSite, startBenchSite } from './site';

/** One Chromium with the pages to measure; the extension is put in and taken out while it runs. */
export class Stage {
  private id: string | null = null;
  private control: Page | null = null;

  private constructor(
    readonly browser: Browser,
    readonly site: BenchSite,
  ) {}

  static async start(): Promise<Stage> {
    const { chromium } = requireBrowsers(['chromium']);
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: chromium,
      pipe: true,
      enableExtensions: true,
      protocolTimeout: 60_000,
      defaultViewport: { width: 1280, height: 800 },
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...['--disable-gpu', '--no-first-run', '--disable-background-networking', '--lang=en-US'],
        // saved pages name pictures and style sheets of other places: nothing is asked for outside this machine
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
    return new Stage(browser, await startBenchSite());
  }

  /** Puts a built extension in, in the place of the one before. */
  async install(folder: string): Promise<void> {
    await this.uninstall();
    this.id = await this.browser.installExtension(folder);
    this.control = await this.browser.newPage();
    await this.control.goto(`chrome-extension://${this.id}/options.html`);
  }

  /** Takes the extension out; its pages close with it. */
  async uninstall(): Promise<void> {
    if (this.id === null) return;
    await this.control?.close();
    await this.browser.uninstallExtension(this.id);
    this.id = null;
    this.control = null;
  }

  /** The address that the extension's own scripts have in profiles and traces. */
  get origin(): string {
    return `chrome-extension://${this.id}/`;
  }

  /** Asks the background as the extension's own pages do; throws what it answers on an error. */
  async ask(message: { type: string } & Record<string, unknown>): Promise<unknown> {
    if (!this.control) throw new Error('no extension is installed');
    const answer = await this.control.evaluate((asked) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage(asked);
    }, message);
    const { ok, value, error } = answer as { ok: boolean; value?: unknown; error?: string };
    if (!ok) throw new Error(`${message.type}: ${error}`);
    return value;
  }

  /** The reader's own switch for the measured site. */
  async turn(enabled: boolean): Promise<void> {
    await this.ask({ type: 'enable', host: this.site.host, enabled });
  }

  /** A fresh tab in front; the address is loaded with nothing cached. */
  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.site.close();
  }
}
