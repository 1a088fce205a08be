/**
 * The one element that is added to a page. It is a plain `div` (a custom element's name could be defined by the page,
 * whose `ElementInternals` would then hand out the closed shadow root), has no box of its own (one would end a line in
 * what a reader selects and copies), and all that is shown stands in its closed shadow root, so that the page's scripts
 * see neither what is in it nor how large it is.
 */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /**
   * Puts the element into the page: into a modal dialog or what fills the screen if the node is in one, since all
   * else is inert then, or out of the reach of assistive technology.
   */
  attach(near: Node | null): void;
  remove(): void;
}

// The property comes from the style sheet that the manifest injects: when the extension is removed, the browser takes that
// sheet away, and what is shown with it, also where it leaves the script no time to clear up (Firefox).
const STYLE =
  ':host{all:initial!important;display:var(--nameplate-shown,none)!important}@media print{:host{display:none!important}}';

export function createHost(): Host {
  const element = document.createElement('div');
  element.setAttribute('data-nameplate', '');
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  root.append(style);
  return {
    element,
    root,
    attach(near) {
      const parent = topmostAround(near) ?? document.documentElement;
      if (element.parentNode !== parent) parent.append(element);
    },
    remove: () => element.remove(),
  };
}

function topmostAround(node: Node | null): Element | null {
  const start = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
  return start?.closest('dialog:modal, :fullscreen') ?? null;
}
