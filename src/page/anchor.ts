import type { PageMark } from './marks';
import { elementOf, rectsOf } from './rects';
import type { Box } from './towards';

/** What a card stands beside. */
export interface Anchor {
  /** The element that it is in, whose background and writing the card goes by. */
  holder: Element;
  /** Its client rectangles, one a line and piece of text; none while it is not there. */
  rects(): Box[];
}

/** A mention as what a card stands beside; null where its text is in no element. */
export function anchorOf(mark: PageMark): Anchor | null {
  const holder = elementOf(mark);
  return holder && { holder, rects: () => rectsOf(mark) };
}
