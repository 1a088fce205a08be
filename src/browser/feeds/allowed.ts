import { browser } from 'wxt/browser';
import { patternsOf } from '../../feeds/address';
import type { Feed } from '../../feeds/types';
import { Failure } from '../problem';

/**
 * The browser's permissions for asking these hosts. Those for marking pages mostly hold them already, and then the browser
 * shows nothing; what binds is the reader's own word, kept with the feed (`Feed.hosts`). Without `webRequest` nobody
 * could tell where a server sends one on before one has gone there.
 */
const wanted = (hosts: readonly string[]) => ({
  permissions: ['webRequest' as const],
  // What a manifest of version 2 (Firefox's) names once and for all can neither be asked for nor withdrawn.
  origins: browser.runtime.getManifest().manifest_version === 2 ? [] : hosts.flatMap(patternsOf),
});

/** Asks the browser, and where it has been kept from it the reader; to be called while a click is being handled. */
export async function allow(hosts: readonly string[]): Promise<void> {
  if (!(await browser.permissions.request(wanted(hosts))))
    throw new Failure('feedRefused', [hosts.join(', ')]);
}

/** Whether the browser still lets the extension ask this host. */
export const isAllowed = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: patternsOf(host) });

/** Gives back what no feed needs any more. What came with the extension itself the browser keeps. */
export async function giveBack(gone: Feed, left: readonly Feed[]): Promise<void> {
  const needed = new Set(left.flatMap(({ hosts }) => hosts));
  const hosts = gone.hosts.filter((host) => !needed.has(host));
  const remove = (what: Parameters<typeof browser.permissions.remove>[0]) =>
    browser.permissions.remove(what).catch(() => false);
  await Promise.all(hosts.map((host) => remove({ origins: patternsOf(host) })));
  if (left.length === 0) await remove({ permissions: ['webRequest'] });
}
