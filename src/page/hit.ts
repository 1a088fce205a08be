import type { PageMark } from './marks';
import { holderOf, isOn } from './rects';
import type { Point } from './towards';

/** Above this many mentions in one element the caret is asked first which of them may be meant. */
const MANY = 6;

/**
 * The mention under the pointer. The event's innermost element (also inside open shadow trees) narrows it to the
 * mentions that are drawn in that very element, which most moves find none of; the mention's own rectangles decide,
 * since a caret question snaps to the nearest text.
 */
export function markAt(
  point: Point,
  target: EventTarget | null,
  byElement: ReadonlyMap<Element, readonly PageMark[]>,
): PageMark | null {
  if (!(target instanceof Element)) return null;
  let candidates = byElement.get(target) ?? [];
  if (candidates.length > MANY) {
    const caret = caretAt(point);
    if (caret?.node.nodeType === 3) {
      candidates = candidates.filter(({ ranges }) =>
        ranges.some(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer === caret.node && startOffset <= caret.offset && caret.offset <= endOffset,
        ),
      );
    }
  }
  return candidates.find((mark) => isOn(mark, point)) ?? null;
}

/** The text under the pointer and where in it; what is nearest where there is none. */
export function caretAt({ x, y }: Point): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint(x, y);
  return position && { node: position.offsetNode, offset: position.offset };
}

/** The drawn mentions by the elements that hold a part of them. */
export function indexByElement(marks: readonly PageMark[]): Map<Element, PageMark[]> {
  const index = new Map<Element, PageMark[]>();
  for (const mark of marks) {
    const holders = new Set(mark.ranges.map(({ startContainer }) => holderOf(startContainer)));
    for (const element of holders) {
      if (!element) continue;
      const list = index.get(element);
      if (list) list.push(mark);
      else index.set(element, [mark]);
    }
  }
  return index;
}
