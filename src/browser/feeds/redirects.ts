import { type Browser, browser } from 'wxt/browser';
import { hostOfAddress, patternsOf } from '../../feeds/address';

/** Where an answer sends the asker on, and whether for good. */
export interface Redirect {
  to: string;
  permanent: boolean;
}

/** How long the browser may take to tell of an answer that it has handed out already, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Listens for where the next request to `address` is sent on; `fetch` itself never tells, so that without this every
 * redirect would have to be followed blindly, to hosts that the reader has not allowed. Gives null where the
 * browser does not tell either.
 */
export function listenForRedirect(address: string): { told(): Promise<Redirect | null>; stop(): void } {
  let tell: (redirect: Redirect | null) => void = () => {};
  const told = new Promise<Redirect | null>((resolve) => {
    tell = resolve;
  });
  const heard = ({
    url,
    tabId,
    statusCode,
    responseHeaders,
  }: Browser.webRequest.OnHeadersReceivedDetails) => {
    if (tabId !== -1 || url.replace(/#.*$/, '') !== address) return undefined;
    const to = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
    if (to) tell({ to, permanent: statusCode === 301 || statusCode === 308 });
    return undefined;
  };
  // In Firefox it is there only while a feed is followed, see `allow`.
  const heads = browser.webRequest?.onHeadersReceived;
  heads?.addListener(heard, { urls: patternsOf(hostOfAddress(address)) }, ['responseHeaders']);
  return {
    async told() {
      const timer = setTimeout(() => tell(null), heads ? PATIENCE : 0);
      return told.finally(() => clearTimeout(timer));
    },
    stop: () => heads?.removeListener(heard),
  };
}
