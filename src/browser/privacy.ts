import type { Shelf } from './library/answer';
import { readOptions } from './options';

/**
 * What may be told where a tab is: in a private window only what came along, unless the reader has asked for the
 * library there too.
 */
export async function shelfFor(tab: { incognito?: boolean } | undefined): Promise<Shelf> {
  if (!tab?.incognito) return 'all';
  return (await readOptions()).privately ? 'all' : 'bundled';
}
