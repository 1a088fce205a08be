import type { PageMark } from './marks';
import { elementOf, rectsOf } from './rects';
import { themeBehind } from './theme';
import type { Box } from './towards';
import type { Writing } from './words';

/** What a card stands beside. */
export interface Anchor {
  /** The element that it is in. */
  holder: Element;
  readonly writing: Writing;
  /** Its client rectangles, one a line and piece of text; none while it is not there. */
  rects(): Box[];
}

/** How the text in an element is written. */
function writingOf(element: Element): Writing {
  const { direction, writingMode } = getComputedStyle(element);
  const vertical = !writingMode.startsWith('horizontal');
  return {
    theme: themeBehind(element),
    rtl: direction === 'rtl' && !vertical,
    vertical,
    titled: element.closest('[title]:not([title=""])') !== null,
  };
}

/** A mention as what a card stands beside; null where its text is in no element. */
export function anchorOf(mark: PageMark): Anchor | null {
  const holder = elementOf(mark);
  return (
    holder && {
      holder,
      get writing() {
        return writingOf(holder);
      },
      rects: () => rectsOf(mark),
    }
  );
}
