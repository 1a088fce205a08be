/** Marks are chosen anew at most this often while the page moves, in milliseconds. */
const REST = 120;

/**
 * Asks for a new choice of what is drawn after everything that may bring other mentions into view: scrolling, a new
 * size, a click that opens a part of the page, an image that has come.
 */
export class Redraw {
  private readonly ending = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;

  constructor(
    private readonly draw: () => void,
    onInnerScroll: () => void,
    host: Element,
  ) {
    const options = { capture: true, passive: true, signal: this.ending.signal };
    window.addEventListener(
      'scroll',
      (event) => {
        if (event.target === host) return;
        if (event.target !== document) onInnerScroll();
        this.later();
      },
      options,
    );
    for (const type of ['resize', 'click', 'toggle', 'load', 'transitionend', 'fullscreenchange'])
      window.addEventListener(type, () => this.later(), options);
    // Not when it is hidden: nobody sees it, and a page that is closed is hidden first.
    const seen = () => document.visibilityState === 'visible' && this.later();
    document.addEventListener('visibilitychange', seen, options);
  }

  /** In the next frame. */
  ask(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  stop(): void {
    this.ending.abort();
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }

  private later(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, REST);
  }
}
