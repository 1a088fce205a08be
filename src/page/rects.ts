import type { PageMark } from './marks';
import { isShown } from './nodes';
import { svgRect } from './svg-text';
import { type Box, inBox, type Point } from './towards';

/** The two browsers draw highlights, and measure text in drawings, each in its own way. */
export const IS_FIREFOX = CSS.supports('-moz-appearance', 'none');

/** One live range for all questions of geometry, parked between them: each live range slows the page's own changes. */
let range: Range | null = null;

/** The client rectangles of a mention, one a line and text node; none where it is not rendered or has changed. */
export function rectsOf(mark: PageMark): DOMRect[] {
  range ??= document.createRange();
  const rects: DOMRect[] = [];
  for (const { startContainer, startOffset, endOffset } of mark.ranges) {
    if (!startContainer.isConnected || (startContainer as Text).length < endOffset) return [];
    const drawn = IS_FIREFOX && svgRect(startContainer as Text, startOffset, endOffset);
    if (drawn) {
      rects.push(drawn);
      continue;
    }
    range.setStart(startContainer, startOffset);
    range.setEnd(startContainer, endOffset);
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
  }
  range.setStart(document, 0);
  range.collapse(true);
  return rects;
}

/** The element that a text stands in; the host's where it stands right in a shadow root. */
export function holderOf({ parentNode }: Node): Element | null {
  return parentNode?.nodeType === 11
    ? ((parentNode as Partial<ShadowRoot>).host ?? null)
    : (parentNode as Element | null);
}

/** The element that holds the start of a mention. */
export const elementOf = (mark: PageMark): Element | null => holderOf(mark.ranges[0]!.startContainer);

/** Whether a mention can be seen at all: rendered, and not made invisible. */
export function isVisible(mark: PageMark): boolean {
  const element = elementOf(mark);
  return element !== null && isShown(element);
}

/** How much the page's style enlarges an element's lengths over those of client rectangles (the CSS `zoom` around it). */
export const zoomOf = (element: Element): number => element.currentCSSZoom;

/** Slack around a mark's rectangles for the pointer, in CSS pixels. */
const SLACK = 1;

/** Whether a point of the viewport is on a mention. */
export const isOn = (mark: PageMark, point: Point): boolean =>
  rectsOf(mark).some((rect) => inBox(point, rect as Box, SLACK));
