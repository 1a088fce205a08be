import { Drawing } from './drawing';
import { indexByElement, markAt } from './hit';
import { createHost } from './host';
import { timingFor } from './hover';
import { MarkStore, type PageMark } from './marks';
import { stillSays } from './mention';
import type { OwnSide, OwnTextsSide } from './own-side';
import { type PointerContext, PointerWatch } from './pointer';
import { elementOf, isVisible, rectsOf } from './rects';
import { Redraw } from './redraw';
import { Scanner } from './scanner';
import type { CardView, Opening, Services, Settings } from './services';
import { inView } from './view';
import type { Word, WordAnswer } from './words';

/** One frame's marks and card, from switching on to switching off, after which the page is as it was. */
export class Frame {
  /** What is shown to the reader stands in it. */
  readonly host = createHost();
  private readonly store = new MarkStore();
  private readonly drawing: Drawing;
  private readonly scanner: Scanner;
  private readonly pointer: PointerWatch;
  private readonly redraw: Redraw;
  /** What only the library explains, where that is kept from the page's clock. */
  private own: OwnSide | undefined;
  private byElement = new Map<Element, PageMark[]>();
  private card: Promise<CardView> | null = null;
  private view: CardView | null = null;
  /** What the pointer is on. */
  private hovered: PageMark | null = null;
  /** Whose card was shown last. */
  private lit: PageMark | null = null;
  private stopped = false;

  constructor(
    private readonly services: Services,
    private readonly settings: Settings,
  ) {
    this.drawing = new Drawing(this.host, settings.look);
    const events = {
      changed: () => this.redraw.ask(),
      broken: (marks: readonly PageMark[]) =>
        this.drawing.erase([...marks, ...this.looked().filter((it) => !stillSays(it))]),
      unanswered: () => {
        if (!this.services.alive()) this.stop();
      },
      replaced: () => services.restart(),
    };
    this.scanner = new Scanner(this.store, services.spot, events, this.host.element);
    this.redraw = new Redraw(
      () => this.draw(),
      () => this.drawing.hideOwn(),
      this.host.element,
    );
    this.pointer = new PointerWatch({
      timing: timingFor(settings.delay),
      find: this.find,
      has: (target) => this.own !== undefined || this.byElement.has(target as Element),
      host: this.host.element,
      cards: () => this.view,
      // So that what a card needs is there when the dwell is over.
      prepare: ({ entity }) => {
        void this.loadCard().catch(() => {});
        void services.dossier(entity).catch(() => {});
      },
      open: (mark, token, by, at) => void this.show(mark, { token, by, at }),
      close: () => this.hide(),
    });
    window.addEventListener('keydown', this.onKey, true);
  }

  /** Reads the page and marks it; settles when what was there at the start has been marked. */
  async start(): Promise<void> {
    // With a library the host is there from the start, whatever is found: that it comes must tell the page nothing.
    if (this.settings.overlay) this.host.attach(null);
    await this.scanner.start(this.settings.overlay && !this.settings.ownMarks ? this.loadOwn() : undefined);
  }

  private async loadOwn(): Promise<OwnTextsSide | undefined> {
    const mount = await this.services.loadOwn().catch(() => undefined);
    if (!this.stopped)
      this.own = mount?.(
        this.settings.kinds,
        (nodes) => this.scanner.reread(nodes),
        (since) => this.pointer.look(since),
      );
    return this.own?.texts;
  }

  stop(): void {
    this.stopped = true;
    this.scanner.stop();
    this.own?.stop();
    this.pointer.stop();
    this.redraw.stop();
    window.removeEventListener('keydown', this.onKey, true);
    this.view?.clear();
    this.drawing.clear();
    this.host.remove();
    this.store.clear();
  }

  /** The entities of the frame's visible mentions in page order, of every kind, with how often each is there. */
  entities(): { entity: string; count: number; marked: boolean }[] {
    const counts = new Map<string, { entity: string; count: number; marked: boolean }>();
    for (const { entity, kind } of this.visible(this.all())) {
      const one = counts.get(entity) ?? { entity, count: 0, marked: this.settings.kinds.includes(kind) };
      one.count += 1;
      counts.set(entity, one);
    }
    return [...counts.values()];
  }

  /** Scrolls to the next mention of an entity and flashes it; false if this frame has none. */
  async jump(entity: string): Promise<boolean> {
    return this.all().some((mark) => mark.entity === entity) && (await this.loadCard()).jump(entity);
  }

  /** Whether the mention that a step starts from is here. */
  stands(): boolean {
    return this.view?.stands() ?? false;
  }

  /** Moves to the next or previous mention and opens its card with the focus in it; false past the last. */
  async step(direction: 1 | -1, enter: boolean): Promise<boolean> {
    return this.marks(this.all()).length > 0 && (await this.loadCard()).step(direction, enter);
  }

  /** What another frame of the tab, or the background, has to tell about cards. */
  async take(from: number, word: Word): Promise<WordAnswer> {
    // Only where a key may be pressed.
    if (word.type === 'escape' && !document.hasFocus()) return false;
    return (await this.loadCard()).take(from, word);
  }

  /** Every visible mention in page order. */
  private all(): readonly PageMark[] {
    return this.own?.among(this.store.all) ?? this.store.all;
  }

  /** The mentions to be shown that the pointer and the card are on. */
  private looked(): PageMark[] {
    return [...new Set([this.hovered, this.open?.mark])].flatMap((it) => it ?? []);
  }

  /** The mentions that are marked: those of the kinds that the reader wants marked. */
  private marks(of: readonly PageMark[]): PageMark[] {
    return of.filter((mark) => this.settings.kinds.includes(mark.kind));
  }

  /** The mention under the pointer; where marks are underlined only then, it is drawn anew. */
  private readonly find: PointerContext['find'] = (point, target, asked) => {
    const before = this.hovered;
    let mark = markAt(point, target, this.byElement);
    if (!mark || this.isLate(mark)) mark = this.own?.at(point, target, mark, asked || this.looked()) ?? null;
    this.hovered = mark;
    if (mark !== before && (this.isFleeting(mark) || this.isFleeting(before))) this.redraw.ask();
    return mark;
  };

  /**
   * Whether a mention is underlined only while the pointer or its card is on it: as the reader wants it for all, or for
   * what only the library knows, of which a page must not learn even from the time that drawing takes.
   */
  private isFleeting(mark: PageMark | null): boolean {
    return mark !== null && (this.settings.look === 'hover' || this.isLate(mark));
  }

  private isLate(mark: PageMark | null): boolean {
    return mark?.own === true && !this.settings.ownMarks;
  }

  private visible(mentions: readonly PageMark[]): PageMark[] {
    return mentions.filter((mark) => isVisible(mark) && rectsOf(mark).length > 0);
  }

  private draw(): void {
    if (!this.services.alive()) {
      this.stop();
      return;
    }
    const marks = inView(this.marks(this.store.all), window.innerHeight);
    this.byElement = indexByElement(marks);
    const { open } = this;
    const looked = this.looked().filter((it) => this.isFleeting(it) && it.marked && stillSays(it));
    this.drawing.draw([...marks.filter((it) => !this.isFleeting(it)), ...looked]);
    if (open && !elementOf(open.mark)?.isConnected) this.hide(open.token);
    this.view?.refresh();
  }

  private get open(): PointerWatch['current'] {
    return this.pointer.current;
  }

  private loadCard(): Promise<CardView> {
    this.card ??= this.services.loadCard().then((mount) => {
      const { pointer, drawing } = this;
      this.view = mount(this.host, this.services, {
        pinned: (token) => pointer.take({ type: 'pinned', token }),
        unpinned: (token, mark) => pointer.take({ type: 'unpinned', token, mark }),
        closed: (token) => this.hide(token),
        rejected: ({ entity, surface }) => {
          this.store.reject(entity, surface);
          this.own?.reject(entity, surface);
          this.redraw.ask();
        },
        pointed: (card) => pointer.take({ type: 'move', mark: null, card, towards: false }),
        want: (mark) => pointer.take({ type: 'want', mark, by: 'key' }),
        mentions: (marked) => this.visible(marked ? this.marks(this.all()) : this.all()),
        lay: (mark, style) => drawing.lay(mark, style),
      });
      return this.view;
    });
    this.card.catch(() => {
      this.card = null;
    });
    return this.card;
  }

  private async show(mark: PageMark, opening: Opening): Promise<void> {
    if (!this.services.alive()) return this.stop();
    const view = await this.loadCard().catch(() => null);
    // Loading may take long enough for the reader to have gone, or to have asked for another.
    if (this.open?.token !== opening.token || this.stopped) return;
    if (!view) return this.hide(opening.token);
    view.show(mark, opening);
    this.lit = mark;
    if (this.isFleeting(mark)) this.redraw.ask();
  }

  /** Takes the unpinned card away; with a token it was closed in another way than by the pointer, if it is that one. */
  private hide(token?: number): void {
    const isOther = token !== undefined && token !== this.open?.token;
    if (token !== undefined) this.pointer.take({ type: 'closed', token });
    if (!isOther) this.view?.hide();
    if (this.isFleeting(this.lit)) this.redraw.ask();
    this.lit = null;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
    const { open } = this;
    if (!this.view?.dismiss()) {
      // One that is still being loaded.
      if (!open) return;
      this.hide(open.token);
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
