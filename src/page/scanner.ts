import type { Requests } from '../browser/messages';
import { type Changed, Changes } from './changes';
import { gather, type PageChunk, type Unit } from './gather';
import type { MarkStore, PageMark, Source } from './marks';
import type { OwnTextsSide } from './own-side';
import { Places } from './places';
import { shadowsIn } from './shadows';
import { idle, inSlices } from './slices';
import { WORTH } from './worth';

/** Changes are read again this long after the first of them, in milliseconds, so that a burst is one reading. */
const SETTLE = 100;
/** Of a changing page's time we take at most one part in so many on average: after much work the next reading waits. */
const SHARE = 60;
/** But no longer than this, in milliseconds. */
const LONGEST_WAIT = 5_000;
/** The background is asked again after these times, in milliseconds, at last always after the last of them. */
const RETRIES = [50, 250, 1_000, 5_000, 30_000];
/** An answer that has not come after this time will not, in milliseconds. */
const PATIENCE = 20_000;
/** What is drawn is chosen anew this long after a change that altered no mark, since others may be in view. */
const MOVED = 400;

export type Spot = (request: Requests['spot']['request']) => Promise<Requests['spot']['answer']>;

/** What the scanner tells. */
export interface ScannerEvents {
  /** What is to be seen has changed, or may have come into view. */
  changed(): void;
  /** A text node was rewritten: these mentions must not be seen any more, before the page is drawn again. */
  broken(marks: readonly PageMark[]): void;
  /** The background did not answer. */
  unanswered(): void;
  /** The document was opened and written anew, which takes all listeners off. */
  replaced(): void;
}

/**
 * Reads a frame's text, has it spotted and keeps the store of mentions true to the page as it changes. One reading goes
 * on at a time; what changes meanwhile is read by the next. Where the background has forgotten the page, or does not
 * answer, what was being read is read again, and with it every run that has a mention: there is no other evidence.
 */
export class Scanner {
  private page = newId();
  /** The number of the next chunk. */
  private next = 0;
  private failures = 0;
  private stopped = false;
  private reading = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private moved: ReturnType<typeof setTimeout> | undefined;
  /** Time that we took since the last reading ended, and when the next may begin, in milliseconds. */
  private spent = 0;
  private earliest = 0;
  private readonly changes: Changes;
  /** For the mentions that the page must not even time, once they can be kept. */
  private own: OwnTextsSide | undefined;
  private loading: Promise<OwnTextsSide | undefined> | undefined;

  constructor(
    private readonly store: MarkStore,
    private readonly spot: Spot,
    private readonly events: ScannerEvents,
    host: Node,
  ) {
    this.changes = new Changes(
      {
        changed: () => this.schedule(),
        rewritten: (node) => {
          this.own?.check(node);
          this.events.broken(this.store.check(node));
        },
        replaced: () => this.events.replaced(),
      },
      host,
    );
  }

  /** Settles when what is there now has been read. What only the library explains is given to `own`, if that comes. */
  async start(own?: Promise<OwnTextsSide | undefined>): Promise<void> {
    this.loading = own;
    this.changes.follow(document);
    if (document.body) this.changes.add([{ root: document.body, deep: true }]);
    await this.read(true);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.moved);
    this.changes.stop();
  }

  /** Has these nodes read again, and tells the background what is gone. */
  reread(nodes: readonly Node[]): void {
    this.changes.touch(nodes);
    this.schedule();
  }

  private schedule(): void {
    if (this.timer !== undefined || this.stopped || this.reading) return;
    const wait = Math.max(SETTLE, this.earliest - performance.now());
    this.timer = setTimeout(() => void this.read(false), wait);
  }

  private async read(first: boolean): Promise<void> {
    this.timer = undefined;
    if (document.designMode === 'on') return;
    this.reading = true;
    this.spent = 0;
    try {
      const before = performance.now();
      if (this.changes.left() && this.both((store) => store.dropAway())) this.events.changed();
      this.spent += performance.now() - before;
      const { units, unread } = await this.take();
      this.both((store) => {
        for (const node of unread) store.doubt(node);
        if (!first) for (const unit of units) if ('root' in unit) store.doubtIn(unit.root);
      });
      const failure = await this.send(units, first);
      if (this.stopped) return;
      if (failure) this.again(units, failure);
      else {
        this.failures = 0;
        if (this.both((store) => store.settle())) this.events.changed();
      }
    } finally {
      this.reading = false;
      const rest = first ? 0 : Math.min(LONGEST_WAIT, this.spent * (SHARE - 1));
      this.earliest = Math.max(this.earliest, performance.now() + rest);
    }
    this.moved ??= setTimeout(() => {
      this.moved = undefined;
      this.events.changed();
    }, MOVED);
    if (this.changes.any || this.anyGone) this.schedule();
  }

  /** Tells the same of the page to those who keep what anybody may know, and the rest. */
  private both<T>(tell: (of: MarkStore | OwnTextsSide) => T): T {
    if (this.own) tell(this.own);
    return tell(this.store);
  }

  private get anyGone(): boolean | undefined {
    return this.store.anyGone || this.own?.anyGone;
  }

  private async take(): Promise<Changed> {
    let changed: Changed = { units: [], unread: [] };
    const take = (all: Changed) => {
      changed = all;
    };
    this.spent += await inSlices(this.changes.take(), take, () => this.stopped);
    return changed;
  }

  /** What could not be told is told again, with all that has a mention, as a page that the background has not seen. */
  private again(units: readonly Unit[], failure: Failure): void {
    this.page = newId();
    this.next = 0;
    this.both((store) => store.forget());
    this.changes.add(units);
    // Which runs have a mention must not be told by what is read.
    if (this.own) this.changes.all();
    else this.changes.touch(this.store.mentions().map(({ ranges }) => ranges[0]!.startContainer));
    if (failure === 'unanswered') this.events.unanswered();
    const wait = failure === 'forgotten' && this.failures === 0 ? 0 : RETRIES[this.failures]!;
    this.failures = Math.min(this.failures + 1, RETRIES.length - 1);
    this.earliest = performance.now() + wait;
    if (!this.stopped) this.timer ??= setTimeout(() => void this.read(false), wait);
  }

  /** Gathers, sends and stores, the text of shadow trees last. */
  private async send(units: readonly Unit[], first: boolean): Promise<Failure | null> {
    const sources = new Map<number, Source>();
    const answers: Promise<Failure | null>[] = [];
    const places = new Places((node) => {
      const around = this.store.around(node);
      return this.own?.around(node, around) ?? around;
    });
    let full = false;
    const take = (chunk: PageChunk) => {
      if (!first)
        this.both((store) => {
          for (const node of chunk.nodes) store.doubt(node);
        });
      if (full || !WORTH.test(chunk.text)) return;
      const of = places.of(chunk);
      if (of) answers.push(this.ask({ chunk, places: of }, sources));
      else full = true;
    };
    this.spent += await inSlices(gather(units), take, () => this.stopped);
    if (answers.length === 0 && this.next > 0 && this.anyGone) answers.push(this.ask(null, sources));
    const failures = await Promise.all(answers);
    const failure = full ? 'forgotten' : (failures.find((it) => it !== null) ?? null);
    if (failure || this.stopped) return failure;
    const roots = units.flatMap((unit) => ('run' in unit ? [] : [unit.root]));
    if (roots.length === 0) return null;
    // Nothing but asking every element finds them, which can wait.
    if (first) await idle();
    const shadows: ShadowRoot[] = [];
    const found = (root: ShadowRoot) => {
      this.changes.follow(root);
      shadows.push(root);
    };
    this.spent += await inSlices(shadowsIn(roots), found, () => this.stopped);
    return shadows.length === 0
      ? null
      : this.send(
          shadows.map((root) => ({ root, deep: true })),
          false,
        );
  }

  /** Tells the background of a chunk, or only of what is gone, and stores its answer. */
  private async ask(source: Source | null, sources: Map<number, Source>): Promise<Failure | null> {
    const { page } = this;
    const chunk = this.next++;
    if (source) sources.set(chunk, source);
    const text = source?.chunk.text ?? '';
    const places = source?.places ?? [];
    const gone = this.store.takeGone().concat(this.own?.takeGone() ?? []);
    const request = { page, chunk, text, places, gone };
    const answer = await inTime(this.spot(request)).catch(() => undefined);
    this.own ??= await this.loading;
    if (this.stopped || page !== this.page) return null;
    if (!answer) return answer === null ? 'forgotten' : 'unanswered';
    const before = performance.now();
    const { changed, again } = this.store.put(answer, sources);
    if (changed) this.events.changed();
    this.changes.touch(again);
    this.own?.put(answer, chunk, sources);
    this.spent += performance.now() - before;
    return null;
  }
}

type Failure = 'forgotten' | 'unanswered';

/** A message may be lost with the background that had it. */
const inTime = <T>(answer: Promise<T>): Promise<T | undefined> =>
  Promise.race([answer, new Promise<undefined>((late) => setTimeout(late, PATIENCE))]);

/** Told apart from other readings of the same frame by it, and from no more. */
const newId = (): string => String(Math.random());
