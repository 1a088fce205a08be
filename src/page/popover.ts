import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import type { Host } from './host';
import type { PageMark } from './marks';
import { isPlain } from './nodes';
import { elementOf, rectsOf, zoomOf } from './rects';
import { themeBehind } from './theme';
import type { Box, Point } from './towards';

/** Room between the card and its mention, and between the card and the window's edge, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** The top-layer box of the card inside the host's closed shadow root, placed beside a mention and following it. */
export class Popover {
  readonly element = document.createElement('div');
  private unfollow: (() => void) | null = null;

  constructor(
    private readonly host: Host,
    css: string,
  ) {
    const style = document.createElement('style');
    style.textContent = css;
    this.element.className = 'popover';
    this.element.popover = 'manual';
    host.root.append(style, this.element);
  }

  get isOpen(): boolean {
    return this.unfollow !== null;
  }

  show(mark: PageMark, at: Point | null, onLost: () => void): void {
    this.unfollow?.();
    const holder = elementOf(mark);
    if (!holder) return;
    this.element.dataset.theme = themeBehind(holder);
    // A page that enlarges itself by `zoom` leaves the card its own size, and the window's pixels for its place.
    this.element.style.setProperty('zoom', String(1 / zoomOf(this.host.element.parentElement ?? holder)));
    if (this.element.matches(':popover-open')) this.element.hidePopover();
    this.element.showPopover();
    let known: DOMRect[] = [];
    const anchor = {
      // Its ancestors are walked, which must come to an end.
      contextElement: isPlain(holder) ? holder : document.documentElement,
      getBoundingClientRect: () => union(rects()),
      getClientRects: rects,
    };
    function rects(): DOMRect[] {
      const found = rectsOf(mark);
      // A mention that the page has taken away leaves the card where it was.
      if (found.length > 0) known = found;
      return known;
    }
    const place = async () => {
      if (rectsOf(mark).length === 0 && !holder.isConnected) onLost();
      const { x, y } = await computePosition(anchor, this.element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          inline(at ?? {}),
          offset(GAP),
          flip({ padding: EDGE }),
          shift({ padding: EDGE }),
          size({
            padding: EDGE,
            apply: ({ availableHeight, availableWidth, elements }) => {
              elements.floating.style.setProperty(
                '--room',
                `${Math.floor(Math.max(availableHeight, 120))}px`,
              );
              elements.floating.style.setProperty('--width', `${Math.floor(availableWidth)}px`);
            },
          }),
        ],
      });
      this.element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    };
    this.unfollow = autoUpdate(anchor, this.element, () => void place());
  }

  hide(): void {
    this.unfollow?.();
    this.unfollow = null;
    if (this.element.matches(':popover-open')) this.element.hidePopover();
  }

  /** Where it is in the viewport; null when closed. */
  box(): Box | null {
    return this.isOpen ? this.element.getBoundingClientRect() : null;
  }

  /** Where the focus is inside, if it is. */
  get focused(): Element | null {
    return this.host.root.activeElement;
  }
}

function union(rects: readonly DOMRect[]): DOMRect {
  if (rects.length === 0) return new DOMRect(0, 0, 0, 0);
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
