/** What browsers give a popup at most, in CSS pixels. */
const MOST = 600;
/** Below this a popup is still growing. */
const LEAST = 240;
/** The same across: 800 px, the most that browsers give, at 400 % zoom. */
const LEAST_ACROSS = 200;
/** Under this height head and foot leave too little between them, and scroll along. */
const LOW = 400;
/** How long the browser is left to resize the popup before its height counts as all there is, in milliseconds. */
const SETTLED = 200;

/**
 * Keeps the popup within a small or zoomed screen: where the browser has given less room than the popup asked for,
 * `--room` and `--across` on the root are that room, and `data-low` says that head and foot scroll along. The window
 * follows its content, so the room is only read once it has come to rest, and never grows out of a viewport unit.
 */
export function fitToRoom(window: Window): void {
  const { documentElement: root } = window.document;
  let timer = 0;
  const look = () => {
    const { innerHeight, innerWidth } = window;
    if (innerHeight >= MOST) root.style.removeProperty('--room');
    else if (innerHeight >= LEAST && root.scrollHeight > innerHeight) {
      root.style.setProperty('--room', `${innerHeight}px`);
      root.toggleAttribute('data-low', innerHeight < LOW);
    }
    if (innerWidth >= LEAST_ACROSS && root.scrollWidth > innerWidth)
      root.style.setProperty('--across', `${innerWidth}px`);
  };
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, SETTLED);
  };
  window.addEventListener('resize', later);
  new ResizeObserver(later).observe(window.document.body);
}
