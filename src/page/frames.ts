import type { Box, Point } from './towards';
import type { Size } from './words';

/** A frame smaller than this, in its CSS pixels, would cut a card off. */
const ROOM: Size = { width: 400, height: 480 };

/** Whether this window is a frame in which a card has no room. */
export const isCramped = (): boolean =>
  window !== window.top && (window.innerWidth < ROOM.width || window.innerHeight < ROOM.height);

/** How places inside a frame are places around it: `outward` of a frame's element, given the size of the viewport in it. */
interface Mapping {
  scale: number;
  left: number;
  top: number;
}

function outward(frame: Element, { width }: Size): Mapping {
  const box = frame.getBoundingClientRect();
  const { clientLeft, clientTop, clientWidth, offsetWidth } = frame as HTMLElement;
  const style = getComputedStyle(frame);
  const [left, top, right] = [style.paddingLeft, style.paddingTop, style.paddingRight].map(Number.parseFloat);
  // The page may show the frame larger or smaller than it is laid out.
  const drawn = offsetWidth > 0 ? box.width / offsetWidth : 1;
  const inside = (clientWidth - left! - right!) * drawn;
  return {
    scale: width > 0 ? inside / width : 1,
    left: box.left + (clientLeft + left!) * drawn,
    top: box.top + (clientTop + top!) * drawn,
  };
}

const map = ({ x, y }: Point, { scale, left, top }: Mapping): Point => ({
  x: left + x * scale,
  y: top + y * scale,
});

const mapped = (box: Box, by: Mapping): Box => {
  const [start, end] = [map({ x: box.left, y: box.top }, by), map({ x: box.right, y: box.bottom }, by)];
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
};

/** Places in a frame as places around it. */
export const outOf = (frame: Element, size: Size, boxes: readonly Box[]): Box[] => {
  const by = outward(frame, size);
  return boxes.map((box) => mapped(box, by));
};

/** A place around a frame as one in it. */
export function into(frame: Element, size: Size, box: Box): Box {
  const { scale, left, top } = outward(frame, size);
  return mapped(box, { scale: 1 / scale, left: -left / scale, top: -top / scale });
}

/** Where this window is among the top one's frames, and how places in it are places in that frame. */
export interface Standing {
  index: number;
  size: Size;
  boxes(boxes: readonly Box[]): Box[];
}

/**
 * Finds which of the top window's own frames this one is, or is in. A window may be asked for its frames by number and
 * they may be compared, whatever their origins, and no script of a page hears of it. Null where it cannot be found: in a
 * frame of a shadow tree, or below another origin's frame.
 */
export function standing(): Standing | null {
  const { top } = window;
  if (!top || window === top) return null;
  const steps: { frame: Element; size: Size }[] = [];
  let at: Window = window;
  while (at.parent !== top) {
    const frame = frameElementOf(at);
    if (!frame) return null;
    steps.push({ frame, size: sizeOf(at) });
    at = at.parent;
  }
  for (let index = 0; index < top.length; index++)
    if (top[index] === at)
      return {
        index,
        size: sizeOf(at),
        boxes: (boxes) => steps.reduce((now, { frame, size }) => outOf(frame, size, now), [...boxes]),
      };
  return null;
}

/** The element in this document that shows the window's frame of a number. */
export function frameAt(index: number): Element | null {
  const wanted = window[index];
  const all = document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object, embed');
  return (wanted && [...all].find(({ contentWindow }) => contentWindow === wanted)) ?? null;
}

const sizeOf = ({ innerWidth: width, innerHeight: height }: Window): Size => ({ width, height });

/** A window's frame in its parent; null where that is another origin's. */
function frameElementOf(of: Window): Element | null {
  try {
    return of.frameElement;
  } catch {
    return null;
  }
}
