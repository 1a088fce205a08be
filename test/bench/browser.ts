import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { requireBrowsers } from '../setup/browsers.mjs';
import { wait } from './meter';
import { type BenchSite, startBenchSite } from './site';

/** One Chromium with the pages to measure; the extension is put in and taken out while it runs. */
export class Stage {
  private id: string | null = null;
  private control: Page | null = null;

  private constructor(
    private running: Browser,
    private readonly profile: string,
    readonly site: BenchSite,
  ) {}

  static async start(): Promise<Stage> {
    const profile = await mkdtemp(join(tmpdir(), 'nameplate-bench-'));
    return new Stage(await Stage.launch(profile), profile, await startBenchSite());
  }

  get browser(): Browser {
    return this.running;
  }

  private static launch(profile: string): Promise<Browser> {
    const { chromium } = requireBrowsers(['chromium']);
    return puppeteer.launch({
      browser: 'chrome',
      executablePath: chromium,
      userDataDir: profile,
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
  }

  /** Closes the browser and starts it anew with what the reader has, as on the next day. */
  async reopen(folder: string): Promise<void> {
    await this.running.close();
    this.running = await Stage.launch(this.profile);
    await this.put(folder);
  }

  /** Puts a built extension in, in the place of the one before. */
  async install(folder: string): Promise<void> {
    await this.uninstall();
    await this.put(folder);
  }

  private async put(folder: string): Promise<void> {
    this.id = await this.browser.installExtension(folder);
    // The page that opens for newcomers is not to be measured with the others; builds of before have none.
    const newcomers = `${this.origin}welcome.html`;
    const welcome = await this.browser
      .waitForTarget((target) => target.url() === newcomers, { timeout: 2_000 })
      .catch(() => null);
    await (await welcome?.page())?.close();
    await this.closeWelcome(folder);
    this.control = await this.browser.newPage();
    await this.control.goto(`chrome-extension://${this.id}/options.html`);
  }

  /** The page that opens itself on a first install would take the front from what is measured. */
  private async closeWelcome(folder: string): Promise<void> {
    if (!existsSync(join(folder, 'welcome.html'))) return;
    const isIt = (target: Target) => target.url().startsWith(`${this.origin}welcome.html`);
    const page = await (
      await this.browser.waitForTarget(isIt, { timeout: 10_000 }).catch(() => null)
    )?.page();
    await page?.close();
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

  /** How long the background takes to answer a question of the extension's own pages, in milliseconds; throws on an error. */
  async timed(message: { type: string } & Record<string, unknown>): Promise<number> {
    if (!this.control) throw new Error('no extension is installed');
    const { ms, ok, error } = (await this.control.evaluate(async (asked) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<object> } };
      };
      const begun = performance.now();
      const answer = await chrome.runtime.sendMessage(asked);
      return { ...answer, value: null, ms: performance.now() - begun };
    }, message)) as unknown as { ms: number; ok: boolean; error?: string };
    if (!ok) throw new Error(`${message.type}: ${error}`);
    return ms;
  }

  /** MB that the background's scripts have taken for themselves and for what they hold, as they stand. */
  async memory(): Promise<number> {
    const { client } = await this.worker();
    const {
      totalSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = (await client.send('Runtime.getHeapUsage')) as {
      totalSize: number;
      embedderHeapUsedSize?: number;
      backingStorageSize?: number;
    };
    return (totalSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  }

  /** The reader's own switch for the measured site. */
  async turn(enabled: boolean): Promise<void> {
    await this.ask({ type: 'enable', host: this.site.host, enabled });
  }

  /** The background's worker, woken if it sleeps. */
  private async worker(): Promise<WebWorker> {
    await this.ask({ type: 'choices' });
    const isOurs = (target: Target) =>
      target.type() === 'service_worker' && target.url().startsWith(this.origin);
    const worker = await (await this.browser.waitForTarget(isOurs, { timeout: 10_000 })).worker();
    if (!worker) throw new Error('the background has no worker');
    return worker;
  }

  /** Has the background load what it knows. */
  async wake(): Promise<void> {
    await this.ask({ type: 'choices' });
  }

  /** Stops the background as the browser does when nobody has asked for a while. */
  async sleep(): Promise<void> {
    const session = await this.control!.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await wait(300);
  }

  /** How many messages of content scripts have come to the background since the last call. */
  async countMessages(): Promise<number> {
    return (await this.worker()).evaluate(() => {
      const world = globalThis as unknown as {
        counted?: number;
        chrome: {
          runtime: {
            onMessage: { addListener(take: (m: unknown, from: { tab?: { url?: string } }) => void): void };
          };
        };
      };
      const before = world.counted;
      world.counted = 0;
      if (before === undefined)
        world.chrome.runtime.onMessage.addListener((_, { tab }) => {
          if (tab?.url?.startsWith('http')) world.counted = (world.counted ?? 0) + 1;
        });
      return before ?? 0;
    });
  }

  /** A fresh tab in front; the address is loaded with nothing cached. */
  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true });
    this.site.close();
  }
}
