import { autoUpdate, computePosition, flip, type Middleware, offset, shift, size } from '@floating-ui/dom';
import type { Anchor } from './anchor';
import { placementsFor, referenceOf } from './beside';
import { focusedIn } from './focus';
import type { Host } from './host';
import { asideOf, clamped, nextCorner } from './placing';
import { zoomOf } from './rects';
import { viewBox } from './seen';
import type { Box, Point } from './towards';

/** Room between the card and its mention, and between the card and the window's edge, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * The top-layer box of a card inside the host's closed shadow root. Beside a mention it follows it; a pinned one stops
 * at the window's edge when its mention goes on, so that it is still seen; one that the reader has moved stays where it
 * was put; a sheet stands at the bottom of the screen.
 */
export class Popover {
  private static top: Popover | null = null;
  readonly element = document.createElement('div');
  private unfollow: (() => void) | null = null;
  /** Puts it where what it stands beside is now. */
  update: () => void = () => {};
  /** Boxes that it must not cover, once it is pinned. */
  private others: (() => Box[]) | null = null;
  private moved = false;
  /** Hears whether the pointer is on it. */
  onPointer: (on: boolean) => void = () => {};
  /** Where the focus was before it came in. */
  private before: HTMLElement | null = null;

  constructor(private readonly host: Host) {
    this.element.className = 'popover';
    this.element.popover = 'manual';
    this.element.addEventListener('focusin', ({ relatedTarget }) => this.noteFocus(relatedTarget));
    for (const type of ['pointerenter', 'pointerleave'] as const)
      this.element.addEventListener(type, () => this.onPointer(type === 'pointerenter'));
    host.root.append(this.element);
  }

  get isOpen(): boolean {
    return this.unfollow !== null;
  }

  /** Opens beside what it is to stand at; `at` is where the pointer is on it. Settles when it stands there. */
  showBeside(anchor: Anchor, at: Point | null): Promise<void> {
    this.open(anchor);
    const reference = referenceOf(anchor, at);
    const [placement, ...fallbackPlacements] = placementsFor(anchor.writing);
    const place = async () => {
      if (this.moved) return this.moveBy(0, 0);
      const { x, y } = await computePosition(reference, this.element, {
        strategy: 'fixed',
        placement,
        middleware: [
          offset(GAP),
          flip({ padding: EDGE, fallbackPlacements }),
          shift({ padding: EDGE }),
          size({
            padding: EDGE,
            // Beside a column it goes elsewhere before it gets narrow.
            apply: ({ availableHeight, availableWidth, placement: at }) =>
              this.setRoom(
                Math.max(availableHeight, 120),
                /^(?:left|right)/.test(at) ? document.documentElement.clientWidth - 2 * EDGE : availableWidth,
              ),
          }),
          this.staysInView(),
        ],
      });
      if (this.isOpen && !this.moved) this.put({ x, y });
    };
    this.update = () => void place();
    this.unfollow = autoUpdate(reference, this.element, this.update);
    return place();
  }

  /** Opens as a sheet at the bottom of the screen. */
  showSheet(anchor: Anchor): void {
    this.open(anchor);
    this.element.classList.add('sheet');
    this.pull(0);
    const view = window.visualViewport;
    const place = () => {
      // A page that is pinched larger shows a part of itself: the sheet stands in that part.
      const { left, top, right, bottom } = viewBox(0);
      this.setRoom((bottom - top) * 0.75, right - left);
      this.element.style.setProperty('--height', `${Math.ceil(bottom - top)}px`);
      this.put({ x: left, y: top });
    };
    const ending = new AbortController();
    for (const type of ['resize', 'scroll']) view?.addEventListener(type, place, { signal: ending.signal });
    this.unfollow = () => ending.abort();
    place();
  }

  /** Pinned: it stays in view, and goes out of the way of others. */
  pin(others: () => Box[]): void {
    this.others = others;
    this.update();
  }

  /** Beside its mention again, wherever the reader had put it. */
  unpin(): void {
    this.others = null;
    this.moved = false;
    this.update();
  }

  /** The reader moves it to a place in the window, where it stays. */
  moveTo(place: Point): void {
    this.moved = true;
    const { left, top, right, bottom } = this.element.getBoundingClientRect();
    const to = { left: place.x, top: place.y, right: place.x + right - left, bottom: place.y + bottom - top };
    this.put(clamped(to, viewBox(EDGE)));
  }

  moveBy(x: number, y: number): void {
    const { left, top } = this.element.getBoundingClientRect();
    this.moveTo({ x: left + x, y: top + y });
  }

  /** Moves it to the window's next corner. */
  moveOn(): void {
    this.moveTo(nextCorner(this.element.getBoundingClientRect(), viewBox(EDGE)));
  }

  /** Pulls a sheet so far down. */
  pull(by: number): void {
    this.element.style.setProperty('--pulled', `${by}px`);
  }

  /** Shows it above the other cards. */
  raise(): void {
    if (Popover.top === this) return;
    Popover.top = this;
    const focus = this.focused;
    this.element.classList.add('raised');
    this.element.hidePopover();
    this.element.showPopover();
    focus?.focus({ preventScroll: true });
  }

  /** Whether it can be seen: what it stands in may have been closed, a dialog most often. */
  get isSeen(): boolean {
    return this.element.checkVisibility();
  }

  /** Opens it again where it was, after its host has gone elsewhere, which closes whatever is open. */
  reopen(): void {
    if (!this.isOpen || this.element.matches(':popover-open')) return;
    this.element.classList.add('raised');
    this.element.showPopover();
  }

  /** Takes it away, and gives the focus back to where it was, if it was in here. */
  remove(): void {
    this.unfollow?.();
    this.unfollow = null;
    const back = this.focused ? this.before : null;
    this.element.remove();
    back?.focus({ preventScroll: true });
  }

  /** Moves the focus into it. */
  focus(): void {
    this.noteFocus(focusedIn(document));
    (this.element.querySelector('[tabindex]') as HTMLElement | null)?.focus({ preventScroll: true });
  }

  /** Where it is in the viewport; null when closed. */
  box(): Box | null {
    return this.isOpen ? this.element.getBoundingClientRect() : null;
  }

  /** What has the focus inside, if anything has. */
  get focused(): HTMLElement | null {
    const active = this.host.root.activeElement;
    return active && this.element.contains(active) ? (active as HTMLElement) : null;
  }

  private open(anchor: Anchor): void {
    this.unfollow?.();
    this.others = null;
    this.moved = false;
    Popover.top = this;
    const { element } = this;
    element.classList.remove('sheet', 'raised');
    element.dataset.theme = anchor.writing.theme;
    // A page that enlarges itself by `zoom` leaves the card its own size, and the window's pixels for its place.
    element.style.setProperty('zoom', String(1 / zoomOf(this.host.element.parentElement ?? anchor.holder)));
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  }

  private put({ x, y }: Point): void {
    this.element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }

  private setRoom(height: number, width: number): void {
    this.element.style.setProperty('--room', `${Math.floor(height)}px`);
    this.element.style.setProperty('--width', `${Math.floor(width)}px`);
  }

  private noteFocus(from: EventTarget | null): void {
    const isInside = from === this.host.element || this.element.contains(from as Node | null);
    // One in a frame is made by another window.
    if (from && 'focus' in from && !isInside) this.before = from as HTMLElement;
  }

  private staysInView(): Middleware {
    return {
      name: 'staysInView',
      fn: ({ x, y, rects: { floating } }) => {
        if (!this.others) return {};
        const at = (place: Point) => ({
          left: place.x,
          top: place.y,
          right: place.x + floating.width,
          bottom: place.y + floating.height,
        });
        const view = viewBox(EDGE);
        return asideOf(at(clamped(at({ x, y }), view)), this.others(), view);
      },
    };
  }
}
