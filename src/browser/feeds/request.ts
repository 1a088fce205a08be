import { hostOfAddress, webAddress } from '../../feeds/address';
import { retryAfterOf } from '../../feeds/schedule';
import { Failure } from '../problem';
import { isAllowed } from './allowed';
import { listenForRedirect, type Redirect } from './redirects';

/** What is asked for, and how much of it is taken. */
export interface Asked {
  address: string;
  accept: string;
  /** In bytes. */
  most: number;
  etag?: string | null;
  modified?: string | null;
  /** The hosts that the reader has allowed. */
  hosts: readonly string[];
  signal?: AbortSignal;
}

export interface Answer {
  /** Where it came from in the end. */
  address: string;
  /** The same, as far as it was sent on for good. */
  lasting: string;
  /** 200 or 304. */
  status: 200 | 304;
  bytes: Uint8Array<ArrayBuffer>;
  type: string | null;
  header(name: string): string | null;
}

/** A failure that tells how it stands with the next try. */
export class RequestFailure extends Failure {
  /** In minutes. */
  retryAfter: number | null = null;
  /** Where it is sent on to, on a host that is not allowed. */
  elsewhere: string | null = null;
}

/** What a request needs of the browser; tests have their own. */
export interface Net {
  fetch(address: string, how: RequestInit): Promise<Response>;
  listenForRedirect(address: string): { told(): Promise<Redirect | null>; stop(): void };
  /** Whether the browser lets the extension ask this host. */
  isAllowed(host: string): Promise<boolean>;
  /** For a whole answer with its redirects, in milliseconds. */
  patience: number;
}

const BROWSER: Net = {
  fetch: (address, how) => fetch(address, how),
  listenForRedirect,
  isAllowed,
  patience: 20_000,
};
const MOST_REDIRECTS = 5;

/**
 * The one place of the extension that asks other people's servers. It asks hosts that the reader has allowed and
 * no other, without cookies, without a referrer and past the browser's cache, takes so much and waits so long; a redirect is
 * followed hop by hop. Rejects with a `RequestFailure`.
 */
export async function request(asked: Asked, net: Net = BROWSER): Promise<Answer> {
  const clock = AbortSignal.timeout(net.patience);
  const signal = asked.signal ? AbortSignal.any([clock, asked.signal]) : clock;
  let [address, lasting, permanent] = [asked.address, asked.address, true];
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const host = hostOfAddress(address);
    if (!asked.hosts.includes(host)) throw elsewhere(address, host);
    if (!(await net.isAllowed(host))) throw new RequestFailure('feedForbidden', [host]);
    const redirect = net.listenForRedirect(address);
    try {
      const response = await net.fetch(address, howTo(asked, signal));
      if (!isRedirect(response)) return { ...(await taken(response, asked.most, host)), address, lasting };
      const next = await redirect.told();
      const to = next && webAddress(next.to, address);
      if (!to) throw new RequestFailure('feedCircle', [host]);
      permanent &&= next.permanent;
      address = to;
      if (permanent) lasting = to;
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (asked.signal?.aborted) throw error;
      throw new RequestFailure(clock.aborted ? 'feedSlow' : 'feedUnreachable', [host], String(error));
    } finally {
      redirect.stop();
    }
  }
  throw new RequestFailure('feedCircle', [hostOfAddress(asked.address)]);
}

const howTo = ({ accept, etag, modified }: Asked, signal: AbortSignal): RequestInit => ({
  signal,
  headers: {
    accept,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  },
  redirect: 'manual',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
});

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);

async function taken(
  response: Response,
  most: number,
  host: string,
): Promise<Omit<Answer, 'address' | 'lasting'>> {
  const header = (name: string) => response.headers.get(name);
  const { status } = response;
  if (status !== 200 && status !== 304) {
    await response.body?.cancel();
    const failure = new RequestFailure(status === 410 ? 'feedGone' : 'feedStatus', [host, String(status)]);
    failure.retryAfter = retryAfterOf(header('retry-after'), Date.now());
    throw failure;
  }
  const bytes = status === 304 ? new Uint8Array() : await bytesOf(response, most, host);
  return { status, bytes, type: header('content-type'), header };
}

/** The body, as long as it is not too long; of a longer one nothing more is taken. */
async function bytesOf(response: Response, most: number, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader?.cancel();
      throw new RequestFailure('feedLarge', [host, String(most / 1e6)]);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function elsewhere(address: string, host: string): RequestFailure {
  const failure = new RequestFailure('feedElsewhere', [host]);
  failure.elsewhere = address;
  return failure;
}
