import { IS_FIREFOX } from './rects';

/** Sizes that advertisements are sold in, in CSS pixels (those of the Interactive Advertising Bureau, and what they grew from). */
const SOLD = new Set(
  '300x250 336x280 250x250 200x200 180x150 728x90 970x90 970x250 468x60 234x60 320x50 300x50 320x100 160x600 120x600 300x600 300x1050 125x125'.split(
    ' ',
  ),
);
/** Narrower or lower than this in CSS pixels nothing can be read: a counter of visits, a frame that is not shown. */
const NARROW = 50;
const LOW = 20;

/**
 * Whether this frame may be asked for its size. Firefox runs content scripts in an empty frame while the page around it
 * still waits for its style sheets, and to ask then shows that page without them.
 */
let mayAsk = !IS_FIREFOX;

/**
 * Whether this document stands in a frame that is not for reading: an advertisement's, or one that cannot be seen, as
 * none can before it has been laid out.
 */
export function isAside(): boolean {
  if (window === window.top) return false;
  if (!mayAsk) return true;
  const { innerWidth: width, innerHeight: height } = window;
  return width < NARROW || height < LOW || SOLD.has(`${width}x${height}`);
}

/** Calls once, when the frame has been given a size that something can be read at. Gives the way to stop waiting. */
export function whenReadable(then: () => void): () => void {
  const ending = new AbortController();
  const look = () => {
    // There is a layout now.
    mayAsk = true;
    if (ending.signal.aborted || isAside()) return;
    ending.abort();
    then();
  };
  window.addEventListener('resize', look, { signal: ending.signal, passive: true });
  // A frame that was laid out for the first time is not told that it has a size now: no size came before.
  const observer = new ResizeObserver(look);
  const root: Element | null = document.documentElement;
  if (root) observer.observe(root);
  ending.signal.addEventListener('abort', () => observer.disconnect());
  return () => ending.abort();
}
