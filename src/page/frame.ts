import { Drawing } from './drawing';
import { indexByElement, markAt } from './hit';
import { createHost } from './host';
import { timingFor } from './hover';
import { MarkStore, type PageMark } from './marks';
import { PointerWatch } from './pointer';
import { elementOf, isVisible, rectsOf } from './rects';
import { Redraw } from './redraw';
import { Scanner } from './scanner';
import { bringIntoView } from './scrolling';
import type { CardView, Opening, Services, Settings } from './services';
import { inView } from './view';

/** One frame's marks and card, from switching on to switching off, after which the page is as it was. */
export class Frame {
  private readonly host = createHost();
  private readonly store = new MarkStore();
  private readonly drawing: Drawing;
  private readonly scanner: Scanner;
  private readonly pointer: PointerWatch;
  private readonly redraw: Redraw;
  private byElement = new Map<Element, PageMark[]>();
  private card: Promise<CardView> | null = null;
  private view: CardView | null = null;
  /** What the pointer is on. */
  private hovered: PageMark | null = null;
  /** Whose card was shown last. */
  private lit: PageMark | null = null;
  /** Where the keys (or the popup's list) last went. */
  private cursor: PageMark | null = null;
  private stopped = false;

  constructor(
    private readonly services: Services,
    private readonly settings: Settings,
  ) {
    this.drawing = new Drawing(this.host, settings.look);
    const events = {
      changed: () => this.redraw.ask(),
      broken: (marks: readonly PageMark[]) => this.drawing.erase(marks),
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
      find: (point, target) => this.under(markAt(point, target, this.byElement)),
      has: (target) => this.byElement.has(target as Element),
      host: this.host.element,
      cards: () => this.view,
      prepare: (mark) => this.prepare(mark),
      open: (mark, token, by, at) => void this.show(mark, { token, by, at }),
      close: () => this.hide(),
    });
    window.addEventListener('keydown', this.onKey, true);
  }

  /** Reads the page and marks it; settles when what was there at the start has been marked. */
  async start(): Promise<void> {
    // With a library the host is there from the start, whatever is found: that it comes must tell the page nothing.
    if (this.settings.overlay) this.host.attach(null);
    await this.scanner.start();
  }

  stop(): void {
    this.stopped = true;
    this.scanner.stop();
    this.pointer.stop();
    this.redraw.stop();
    window.removeEventListener('keydown', this.onKey, true);
    this.view?.clear();
    this.drawing.clear();
    this.host.remove();
    this.store.clear();
  }

  /** The entities of the frame's visible mentions in page order, of every kind, with how often each is there. */
  entities(): { entity: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const { entity } of this.visible(this.store.all)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    return [...counts].map(([entity, count]) => ({ entity, count }));
  }

  /** Scrolls to the next mention of an entity and flashes it; false if this frame has none. */
  jump(entity: string): boolean {
    const marks = this.visible(this.store.all.filter((mark) => mark.entity === entity));
    if (marks.length === 0) return false;
    const at = this.cursor ? marks.indexOf(this.cursor) : -1;
    this.goTo(marks[(at + 1) % marks.length]!);
    return true;
  }

  /** Shows where a card's mention stands; if it has gone, the next one of its entity. */
  private find(mark: PageMark): boolean {
    if (!this.visible([mark])[0]) return this.jump(mark.entity);
    this.goTo(mark);
    return true;
  }

  private goTo(mark: PageMark): void {
    this.cursor = mark;
    bringIntoView(mark, true);
    this.drawing.flash(mark);
  }

  /** Whether the mention that a step starts from is here. */
  stands(): boolean {
    return this.cursor !== null && this.store.all.includes(this.cursor);
  }

  /** Moves to the next or previous mention and opens its card with the focus in it; false past the last. */
  step(direction: 1 | -1, enter: boolean): boolean {
    const marks = this.visible(this.marks());
    const from = enter || !this.cursor ? -1 : marks.indexOf(this.cursor);
    const next = from >= 0 ? from + direction : direction === 1 ? 0 : marks.length - 1;
    const mark = marks[next];
    if (!mark) {
      this.cursor = null;
      return false;
    }
    this.cursor = mark;
    bringIntoView(mark, false);
    this.pointer.take({ type: 'want', mark, by: 'key' });
    return true;
  }

  /** The mentions that are marked: those of the kinds that the reader wants marked. */
  private marks(): PageMark[] {
    return this.store.all.filter((mark) => this.settings.kinds.includes(mark.kind));
  }

  /** Takes note of what the pointer is on; where marks are underlined only then, it is drawn anew. */
  private under(mark: PageMark | null): PageMark | null {
    const before = this.hovered;
    const changed = mark !== before;
    this.hovered = mark;
    if (changed && (this.isFleeting(mark) || this.isFleeting(before))) this.redraw.ask();
    return mark;
  }

  /**
   * Whether a mention is underlined only while the pointer or its card is on it: as the reader wants it for all, or for
   * what only the library knows, of which a page must not learn even from the time that drawing takes.
   */
  private isFleeting(mark: PageMark | null): boolean {
    const { look, ownMarks } = this.settings;
    return mark !== null && (look === 'hover' || (mark.own && !ownMarks));
  }

  private visible(mentions: readonly PageMark[]): PageMark[] {
    return mentions.filter((mark) => isVisible(mark) && rectsOf(mark).length > 0);
  }

  private draw(): void {
    if (!this.services.alive()) {
      this.stop();
      return;
    }
    const marks = inView(this.marks(), window.innerHeight);
    this.byElement = indexByElement(marks);
    const { hovered, open } = this;
    this.drawing.draw(marks.filter((it) => !this.isFleeting(it) || it === hovered || it === open?.mark));
    if (open && !elementOf(open.mark)?.isConnected) this.hide(open.token);
    this.view?.refresh();
  }

  /** Loads what a card needs while the pointer rests, so that it is there when the dwell is over. */
  private prepare(mark: PageMark): void {
    void this.loadCard().catch(() => {});
    void this.services.dossier(mark.entity).catch(() => {});
  }

  private get open(): PointerWatch['current'] {
    return this.pointer.current;
  }

  private loadCard(): Promise<CardView> {
    this.card ??= this.services.loadCard().then((mount) =>
      mount(this.host, this.services, {
        pinned: (token) => this.pointer.take({ type: 'pinned', token }),
        unpinned: (token, mark) => this.pointer.take({ type: 'unpinned', token, mark }),
        closed: (token) => this.hide(token),
        rejected: ({ entity, surface }) => {
          this.store.reject(entity, surface);
          this.redraw.ask();
        },
        find: (mark) => this.find(mark),
      }),
    );
    this.card.catch(() => {
      this.card = null;
    });
    return this.card;
  }

  private async show(mark: PageMark, opening: Opening): Promise<void> {
    if (!this.services.alive()) return this.stop();
    try {
      this.view = await this.loadCard();
    } catch {
      return this.hide(opening.token);
    }
    // Loading may take long enough for the reader to have gone, or to have asked for another.
    if (this.open?.token !== opening.token || this.stopped) return;
    this.host.attach(elementOf(mark));
    this.view.show(mark, opening);
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
