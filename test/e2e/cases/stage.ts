import type { Driver, Tab } from '../drivers/types';
import type { Site } from '../site';

/** What every case works with: one browser, one local site, and the tabs to close when the case is over. */
export interface Stage {
  driver: Driver;
  site: Site;
  tabs: Tab[];
  /** Opens a made page ("news.html") or a whole address, and closes it after the case. */
  open(address: string): Promise<Tab>;
}

/** Finds the one element that the extension adds to a page. */
export const HOST = '[data-nameplate]';
