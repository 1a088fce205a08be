/** An address of the web without its fragment; null for anything else, and for one that carries a password. */
export function webAddress(text: string, base?: string): string | null {
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = '';
  return url.href;
}

/** The host that the reader allows or does not; ports are one, as in a browser's own permissions. */
export const hostOfAddress = (address: string): string => new URL(address).hostname;

/** The browser's patterns for what a host has, one for each scheme as in the manifest. */
export const patternsOf = (host: string): string[] => [`http://${host}/*`, `https://${host}/*`];

/**
 * The address of a feed as somebody types or pastes it: `feed:` and a missing scheme are forgiven. Null where it is none.
 */
export function feedAddress(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/(?!https?:)|(?=https?:)|\/\/(?=https?:))/i, (all) =>
      /\/\/$/.test(all) ? 'https://' : '',
    );
  if (!text || /\s/.test(text) || text.length > 2_000) return null;
  const address = webAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return address && /[.:]|^localhost$/.test(hostOfAddress(address)) ? address : null;
}
