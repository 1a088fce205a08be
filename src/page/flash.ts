import { needsLayer } from './drawing';
import type { PageMark } from './marks';

/** The name under which the highlight is registered; `highlight.css` styles it. */
const FLASH = 'nameplate-flash';
/** How long it is seen, in milliseconds. */
const TIME = 1_600;
const STYLE = 'background:#ffd54a66;outline:2px solid #ffb300;border-radius:2px';

/** Shows for a moment where a mention is; `lay` puts boxes over its lines, for what the page must not see marked. */
export function flash(mark: PageMark, lay: (mark: PageMark, style: string) => HTMLElement[]): void {
  if (!needsLayer(mark)) {
    CSS.highlights.set(FLASH, new Highlight(...mark.ranges));
    setTimeout(unflash, TIME);
    return;
  }
  const boxes = lay(mark, STYLE);
  setTimeout(() => {
    for (const box of boxes) box.remove();
  }, TIME);
}

export const unflash = (): void => void CSS.highlights.delete(FLASH);
