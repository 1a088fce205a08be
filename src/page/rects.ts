import type { PageMark } from './marks';
import { type Box, inBox, type Point } from './towards';

/** One live range for all questions of geometry, parked between them: each live range slows the page's own changes. */
let range: Range | null = null;

/** The client rectangles of a mention, one a line and text node; none where it is not rendered or has changed. */
export function rectsOf(mark: PageMark): DOMRect[] {
  range ??= document.createRange();
  const rects: DOMRect[] = [];
  for (const { startContainer, startOffset, endOffset } of mark.ranges) {
    if (!startContainer.isConnected || (startContainer as Text).length < endOffset) return [];
    range.setStart(startContainer, startOffset);
    range.setEnd(startContainer, endOffset);
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
  }
  range.setStart(document, 0);
  range.collapse(true);
  return rects;
}

/** The element that holds the start of a mention. */
export function elementOf(mark: PageMark): Element | null {
  return mark.ranges[0]!.startContainer.parentElement;
}

/** Whether a mention can be seen at all: rendered, and not made invisible. */
export function isVisible(mark: PageMark): boolean {
  const element = elementOf(mark);
  return element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false;
}

/** Slack around a mark's rectangles for the pointer, in CSS pixels. */
const SLACK = 1;

/** Whether a point of the viewport is on a mention. */
export const isOn = (mark: PageMark, point: Point): boolean =>
  rectsOf(mark).some((rect) => inBox(point, rect as Box, SLACK));
