/** What browsers give a popup at most, in CSS pixels. */
const MOST = 600;
/** Below this a popup is still growing. */
const LEAST = 240;
/** How long the browser is left to resize the popup before its height counts as all there is, in milliseconds. */
const SETTLED = 200;

/**
 * Keeps the popup's head and foot in view on a low screen: where the browser has given less room than the popup asked
 * for, `--room` on the root is that room. The window follows its content, so the room is only read once it has come to
 * rest, and never grows out of a viewport unit.
 */
export function fitToRoom(window: Window): void {
  const { documentElement: root } = window.document;
  let timer = 0;
  const look = () => {
    const { innerHeight } = window;
    if (innerHeight >= MOST) root.style.removeProperty('--room');
    else if (innerHeight >= LEAST && root.scrollHeight > innerHeight) {
      root.style.setProperty('--room', `${innerHeight}px`);
    }
  };
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, SETTLED);
  };
  window.addEventListener('resize', later);
  new ResizeObserver(later).observe(window.document.body);
}
