import { type HoverInput, HoverIntent, type Timing } from './hover';
import type { PageMark } from './marks';
import { type Box, isTowards, type Point } from './towards';

/** What the pointer watch needs to know and what it tells. */
export interface PointerContext {
  timing: Timing;
  /** The mention at a point of the viewport, given the event's innermost element. */
  find(point: Point, target: EventTarget | null): PageMark | null;
  /** Whether an element has mentions at all. */
  has(target: EventTarget | null): boolean;
  /** The element that card events come from (the card's own tree is closed). */
  host: Element;
  cardBox(): Box | null;
  /** The pointer has come to rest on a mention: its card may be wanted soon. */
  prepare(mark: PageMark): void;
  open(mark: PageMark, how: { at: Point; tap: boolean }): void;
  close(): void;
  /** A press beside the open card. */
  pressedBeside(): void;
}

const ACTIVE =
  'a[href],button,input,select,textarea,label,summary,video,audio,[role="button"],[role="link"],[onclick]';

/**
 * Follows the pointer and drives the hover intent. A move over what has no mention, with no card open, costs nothing
 * but to know that; else it is looked at once what is due in the frame has been done, when the layout is clean.
 */
export class PointerWatch {
  readonly intent: HoverIntent<PageMark>;
  private readonly ending = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private last: { point: Point; target: EventTarget | null } | null = null;
  /** The last look found a mention, or the card. */
  private over = false;
  private before: Point = { x: 0, y: 0 };
  private left: Point = { x: 0, y: 0 };

  constructor(private readonly context: PointerContext) {
    this.intent = new HoverIntent(context.timing);
    this.on('pointermove', (event) => this.moved(event as PointerEvent));
    this.on('pointerdown', (event) => {
      this.take({ type: 'down' });
      if (event.target !== context.host) context.pressedBeside();
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

  take(input: HoverInput<PageMark>): void {
    const output = this.intent.take(input, performance.now());
    if (output?.type === 'open') this.context.open(output.mark, { at: this.before, tap: false });
    if (output?.type === 'close') this.context.close();
    clearTimeout(this.timer);
    const { due } = this.intent;
    if (due !== null)
      this.timer = setTimeout(() => this.take({ type: 'tick' }), Math.max(0, due - performance.now()));
  }

  stop(): void {
    this.ending.abort();
    clearTimeout(this.timer);
    clearTimeout(this.looking);
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
    const target = innermost(event);
    const point = { x: event.clientX, y: event.clientY };
    const { intent, context } = this;
    const idle = intent.current === null && intent.pending === null && !this.over;
    if (idle && target !== context.host && !context.has(target)) {
      this.last = null;
      this.before = point;
      return;
    }
    this.last = { point, target };
    // The frame that the move came with is drawn before a timer's turn.
    this.looking ??= setTimeout(() => {
      this.looking = undefined;
      if (this.last) this.look(this.last.point, this.last.target);
    }, 0);
  }

  private look(point: Point, target: EventTarget | null): void {
    const card = target === this.context.host;
    const mark = card ? null : this.context.find(point, target);
    this.over = card || mark !== null;
    const box = this.context.cardBox();
    const towards = box !== null && !card && isTowards(this.left, this.before, point, box);
    if (mark !== null && mark === this.intent.current) this.left = point;
    this.before = point;
    this.take({ type: 'move', mark, card, towards });
    if (this.intent.pending) this.context.prepare(this.intent.pending);
  }

  private tapped(event: PointerEvent): void {
    if (event.pointerType !== 'touch' || event.target === this.context.host) return;
    const target = innermost(event);
    if (!(target instanceof Element) || target.closest(ACTIVE)) return;
    const point = { x: event.clientX, y: event.clientY };
    const mark = this.context.find(point, target);
    if (mark) this.context.open(mark, { at: point, tap: true });
  }
}

/** What an event came to, inside open shadow trees too. The whole path is asked for only where there is one. */
function innermost(event: Event): EventTarget | null {
  const { target } = event;
  return target instanceof Element && target.shadowRoot ? (event.composedPath()[0] ?? null) : target;
}
