import type { From } from '../../extract/types';
import { type Fact, MOST } from './facts';

/** Parameters that tell where a reader came from, and nothing of the article. */
const TRACKS =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|ref_src|ref_url|smid|cmpid|ocid|ito|at_[a-z]+|xtor|wt_mc|guce?_[a-z_]+|share|s_cid)$/i;

/** An http address without its fragment and without what only follows readers around; null for any other. */
export function cleanAddress(address: string, base?: string): string | null {
  if (address.length > MOST.url * 4) return null;
  let url: URL;
  try {
    url = new URL(address.trim(), base);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  // Firefox's content scripts see no iterator here
  const names: string[] = [];
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) if (TRACKS.test(name)) url.searchParams.delete(name);
  return url.href.length <= MOST.url ? url.href : null;
}

/** The address that an article has, as it says itself, wherever it is read. */
export interface Canonical {
  url: string;
  from: From;
}

/**
 * The article's own address. A page is believed only about its own site (with or without `www`, `m` or `amp`), since
 * another could take the place of somebody else's article, and not where it names its front page. Without an address
 * (a file) the first that the document names.
 */
export function canonicalOf(facts: readonly Fact[], address: string | null): Canonical | null {
  const here = address === null ? null : cleanAddress(address);
  for (const { value, from } of facts) {
    const url = cleanAddress(value, here ?? undefined);
    if (!url || new URL(url).pathname === '/') continue;
    if (here === null || siteOf(url) === siteOf(here)) return { url, from };
  }
  return here ? { url: here, from: 'address' } : null;
}

/** The host without the prefixes under which sites keep the same pages for other screens, and its port. */
const siteOf = (url: string): string => new URL(url).host.replace(/^(?:(?:www|m|mobile|amp|edition)\.)+/, '');
