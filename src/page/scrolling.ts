import type { PageMark } from './marks';
import { elementOf, rectsOf } from './rects';

/** Scrolls a mention to the middle of the viewport, inner boxes too; gently unless the reader wants less motion. */
export function bringIntoView(mark: PageMark, gently: boolean): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior: ScrollBehavior = gently && !calm ? 'smooth' : 'instant';
  const element = elementOf(mark);
  if (!element) return;
  const tall = element.getBoundingClientRect().height > window.innerHeight;
  if (!tall) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
    return;
  }
  // An element taller than the window: its mention's own line counts.
  const rect = rectsOf(mark)[0];
  if (rect) window.scrollBy({ top: rect.top - window.innerHeight / 2, behavior });
}
