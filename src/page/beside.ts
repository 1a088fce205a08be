import type { Placement, VirtualElement } from '@floating-ui/dom';
import type { Anchor } from './anchor';
import { isPlain } from './nodes';
import { lineAt } from './placing';
import type { Box, Point } from './towards';
import type { Writing } from './words';

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** The one line of a mention that its card stands beside, wherever it goes: the one under the pointer, which is at `at`. */
export function referenceOf({ holder, writing, rects }: Anchor, at: Point | null): VirtualElement {
  let known = rects();
  // Where the pointer is on the mention, whose lines move with the page.
  const within = at && known[0] && { x: at.x - known[0].left, y: at.y - known[0].top };
  return {
    // Its ancestors are walked, which must come to an end.
    contextElement: isPlain(holder) ? holder : document.documentElement,
    getBoundingClientRect: () => {
      const now = rects();
      // A mention that the page has taken away leaves the card where it was.
      if (now.length > 0) known = now;
      const [first] = known;
      const point = first && within && { x: first.left + within.x, y: first.top + within.y };
      const { left, top, right, bottom } = lineAt(known, point || null, writing.vertical) ?? NOWHERE;
      return new DOMRect(left, top, right - left, bottom - top);
    },
  };
}

/**
 * Where a card stands, the best place first. The browser shows an element's title below the pointer: the card goes above,
 * so that neither covers the other. Beside a column it covers what has been read, not what goes on below the name.
 */
export function placementsFor({ titled, rtl, vertical }: Writing): [Placement, ...Placement[]] {
  if (vertical) return ['right-start', 'left-start', 'bottom-start', 'top-start'];
  const [side, other] = titled ? (['top', 'bottom'] as const) : (['bottom', 'top'] as const);
  const align = rtl ? 'end' : 'start';
  return [`${side}-${align}`, `${other}-${align}`];
}
