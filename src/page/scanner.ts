import type { Requests } from '../browser/messages';
import { Changes } from './changes';
import { type Block, gather, type PageChunk, type Unit } from './gather';
import type { MarkStore } from './marks';
import { shadowsIn } from './shadows';
import { idle, inSlices } from './slices';

/** Changes are read again this long after the first of them, in milliseconds, so that a burst is one reading. */
const SETTLE = 100;
/** After so many chunks of changes the page is read anew, so that what the background keeps of it stays bounded. */
const MOST_CHANGES = 300;
/** Before everything is sent again, in milliseconds. */
const RETRY = 50;
/** A text without a capital and without any letter beyond ASCII names nobody (a clock, a counter) and is not sent. */
const WORTH = /[A-Z\u0080-\uffff]/;

export type Spot = (request: Requests['spot']['request']) => Promise<Requests['spot']['answer']>;

/** Reads a frame's text, has it spotted and keeps the store of mentions true to the page as it changes. */
export class Scanner {
  private page = newId();
  private next = 0;
  /** The number of chunks that the whole page took when it was last read. */
  private whole = 0;
  private stopped = false;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changes: Changes;

  constructor(
    private readonly store: MarkStore,
    private readonly spot: Spot,
    private readonly onMarks: () => void,
    host: Node,
  ) {
    this.changes = new Changes(() => this.schedule(), host);
  }

  async start(): Promise<void> {
    this.changes.follow(document);
    await this.readAll();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.changes.stop();
  }

  private async readAll(): Promise<void> {
    if (!document.body || document.designMode === 'on') return;
    await this.read([{ root: document.body, deep: true }]);
    this.whole = this.next;
  }

  private async read(units: readonly Unit[]): Promise<void> {
    this.running = true;
    try {
      const full = this.next - this.whole > MOST_CHANGES;
      if (!full && (await this.send(units))) return;
      // The background has slept and forgotten the page's evidence, or was just going: it gets the page again, once.
      await wait(RETRY);
      if (!this.stopped) await this.readAgain();
    } finally {
      this.running = false;
    }
  }

  /** Reads the whole frame as a page not seen before. */
  private async readAgain(): Promise<void> {
    this.page = newId();
    this.next = 0;
    this.store.clear();
    await this.send([{ root: document.body, deep: true }]);
    this.whole = this.next;
  }

  /** Gathers, sends and stores, the text of shadow trees last; false if the background does not know the page. */
  private async send(units: readonly Unit[]): Promise<boolean> {
    const chunks = new Map<number, PageChunk>();
    const answers: Promise<boolean>[] = [];
    const take = (chunk: PageChunk) => {
      if (!WORTH.test(chunk.text)) return;
      const number = this.next++;
      chunks.set(number, chunk);
      answers.push(this.ask(number, chunk.text, chunks));
    };
    await inSlices(gather(units), take, () => this.stopped);
    if (!(await Promise.all(answers)).every(Boolean)) return false;
    const roots = units.filter(({ deep }) => deep).map(({ root }) => root);
    const shadows = await this.shadows(roots);
    return shadows.length === 0 || this.send(shadows.map((root) => ({ root, deep: true })));
  }

  private async shadows(roots: readonly Block[]): Promise<ShadowRoot[]> {
    const shadows: ShadowRoot[] = [];
    if (roots.length === 0) return shadows;
    const take = (root: ShadowRoot) => {
      this.changes.follow(root);
      shadows.push(root);
    };
    await idle();
    await inSlices(shadowsIn(roots), take, () => this.stopped);
    return shadows;
  }

  private async ask(number: number, text: string, chunks: Map<number, PageChunk>): Promise<boolean> {
    const { page } = this;
    const answer = await this.spot({ page, chunk: number, text }).catch(() => null);
    if (!answer) return false;
    if (this.stopped || page !== this.page) return true;
    for (const { chunk, marks } of answer) this.store.put(chunk, marks, chunks.get(chunk));
    if (answer.length > 0) this.onMarks();
    return true;
  }

  private schedule(): void {
    if (this.timer !== undefined || this.stopped) return;
    this.timer = setTimeout(() => void this.follow(), SETTLE);
  }

  private async follow(): Promise<void> {
    this.timer = undefined;
    if (this.running) return this.schedule();
    const { units, gone, removed } = this.changes.take();
    if (removed || gone.size > 0) {
      this.store.drop(gone);
      this.onMarks();
    }
    if (units.length > 0 && !this.stopped) await this.read(units);
  }
}

// `crypto.randomUUID` is there only on secure pages.
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('');

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
