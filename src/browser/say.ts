import type { Host } from '../page/host';

/** A screen reader listens to a live region only some time after it has come, in milliseconds. */
const HEARD = 150;
/** It is left no longer than it takes to be read, in milliseconds. */
const GONE = 10_000;

const STYLE = 'position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

/** Says something aloud to whoever uses a screen reader, inside the host's closed shadow root. */
export function sayIn(host: Host, text: string): void {
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.style.cssText = STYLE;
  host.root.append(region);
  host.attach(document.activeElement);
  setTimeout(() => {
    region.textContent = text;
  }, HEARD);
  setTimeout(() => region.remove(), GONE);
}
