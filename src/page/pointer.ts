import { atRest, type By, type HoverInput, type HoverState, hover, type Timing } from './hover';
import type { PageMark } from './marks';
import { isOn } from './rects';
import type { CardView } from './services';
import type { Point } from './towards';

/** What the pointer watch needs to know and what it tells. */
export interface PointerContext {
  timing: Timing;
  /** The mention at a point of the viewport, given the event's innermost element; `asked` where the reader points at it. */
  find(point: Point, target: EventTarget | null, asked: boolean): PageMark | null;
  /** Whether an element has mentions at all. */
  has(target: EventTarget | null): boolean;
  /** The element that card events come from (the card's own tree is closed). */
  host: Element;
  /** The frame's cards, once there are any. */
  cards(): Pick<CardView, 'isOver' | 'isTowards'> | null;
  /** The pointer has come to rest on a mention: its card may be wanted soon. */
  prepare(mark: PageMark): void;
  /** `at` is where the pointer is on the mention; null where the keys asked. */
  open(mark: PageMark, token: number, by: By, at: Point | null): void;
  close(): void;
}

const ACTIVE =
  'a[href],button,input,select,textarea,label,summary,video,audio,[role="button"],[role="link"],[onclick]';

/**
 * Follows the pointer and drives the hover intent. A move over what has no mention, with no card open, costs nothing
 * but to know that; else it is looked at once what is due in the frame has been done, when the layout is clean.
 */
export class PointerWatch {
  private state: HoverState<PageMark> = atRest();
  private readonly ending = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking = false;
  private last: { point: Point; target: EventTarget | null } | null = null;
  /** Where the pointer is on the screen: a page that moves under it sends moves too, which are none. */
  private screen: Point = { x: Number.NaN, y: Number.NaN };
  /** The last look found a mention, or a card. */
  private over = false;
  private before: Point = { x: 0, y: 0 };
  private left: Point = { x: 0, y: 0 };

  constructor(private readonly context: PointerContext) {
    this.on('pointermove', (event) => this.moved(event as PointerEvent));
    this.on('pointerdown', (event) => {
      this.take({ type: 'down', beside: event.target !== context.host });
    });
    for (const type of ['pointerup', 'pointercancel', 'dragend'])
      this.on(type, () => {
        this.take({ type: 'selecting', on: false });
        this.take({ type: 'up' });
      });
    this.on('selectstart', (event) => {
      if (event.target !== context.host) this.take({ type: 'selecting', on: true });
    });
    this.on('scroll', (event) => {
      if (event.target !== context.host) this.take({ type: 'scroll' });
    });
    this.on('click', (event) => this.tapped(event as PointerEvent));
    document.documentElement.addEventListener(
      'pointerleave',
      () => {
        this.last = null;
        this.take({ type: 'leave' });
      },
      { signal: this.ending.signal },
    );
  }

  /** The unpinned card that is open, or about to be. */
  get current(): HoverState<PageMark>['open'] {
    return this.state.open;
  }

  take(input: HoverInput<PageMark>): void {
    const { context } = this;
    const { state, effects, due } = hover(this.state, input, performance.now(), context.timing);
    this.state = state;
    clearTimeout(this.timer);
    if (due !== null) this.timer = setTimeout(() => this.ring(), Math.max(0, due - performance.now()));
    for (const effect of effects) {
      if (effect.type === 'prepare') context.prepare(effect.mark);
      else if (effect.type === 'close') context.close();
      else context.open(effect.mark, effect.token, effect.by, effect.by === 'key' ? null : this.before);
    }
  }

  stop(): void {
    this.ending.abort();
    clearTimeout(this.timer);
    this.last = null;
  }

  /** The time has come that something is due at. What has slid away from under the pointer meanwhile opens nothing. */
  private ring(): void {
    const { waiting } = this.state;
    this.take({ type: waiting && !isOn(waiting.mark, this.before) ? 'slid' : 'tick' });
  }

  private on(type: string, listener: (event: Event) => void): void {
    const trusted = (event: Event) => {
      // A page may make events of its own: they open nothing.
      if (event.isTrusted) listener(event);
    };
    window.addEventListener(type, trusted, { capture: true, passive: true, signal: this.ending.signal });
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { screenX: x, screenY: y } = event;
    if (x === this.screen.x && y === this.screen.y) return;
    this.screen = { x, y };
    const target = innermost(event);
    const point = { x: event.clientX, y: event.clientY };
    const { state, context } = this;
    const idle = state.open === null && state.waiting === null && !this.over;
    if (idle && target !== context.host && !context.has(target)) {
      this.last = null;
      this.before = point;
      return;
    }
    this.last = { point, target };
    // The frame that the move came with is drawn before a timer's turn.
    if (this.looking) return;
    this.looking = true;
    setTimeout(() => {
      this.looking = false;
      this.look();
    });
  }

  /** Looks what the pointer is on. With `since` it has come to rest, where it has been since then. */
  look(since?: number): void {
    if (!this.last) return;
    const { point, target } = this.last;
    const { context, state } = this;
    const ours = target === context.host;
    const cards = context.cards();
    // Pinned cards stand in the same element.
    const card = ours && cards?.isOver(point) === true;
    const mark = ours ? null : context.find(point, target, false);
    if (since !== undefined && !mark) return;
    this.over = ours || mark !== null;
    const towards = !card && cards?.isTowards(this.left, this.before, point) === true;
    if (mark !== null && mark === state.open?.mark) this.left = point;
    this.before = point;
    this.take({ type: 'move', mark, card, towards, since });
  }

  private tapped(event: PointerEvent): void {
    if (event.pointerType !== 'touch' || event.target === this.context.host) return;
    const target = innermost(event);
    if (!(target instanceof Element) || target.closest(ACTIVE)) return;
    const point = { x: event.clientX, y: event.clientY };
    const mark = this.context.find(point, target, true);
    this.before = point;
    if (mark) this.take({ type: 'want', mark, by: 'tap' });
  }
}

/** What an event came to, inside open shadow trees too. The whole path is asked for only where there is one. */
function innermost(event: Event): EventTarget | null {
  const { target } = event;
  return target instanceof Element && target.shadowRoot ? (event.composedPath()[0] ?? null) : target;
}
