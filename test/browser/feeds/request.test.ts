import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Net } from '../../../src/browser/feeds/request';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { request, RequestFailure } = await import('../../../src/browser/feeds/request');

const routes: Record<string, RequestListener> = {
  '/feed': (_, response) => response.setHeader('etag', '"1"').end('a feed'),
  '/same': (_, response) => response.writeHead(304).end(),
  '/broken': (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end('later'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/large': (_, response) => {
    const more = () => response.write('x'.repeat(1000), () => !response.destroyed && setImmediate(more));
    more();
  },
  '/said-large': (_, response) => response.end('x'.repeat(5000)),
  '/slow': (_, response) => void response.write('a'),
  '/for-good': (_, response) => response.writeHead(301, { location: '/feed' }).end(),
  '/for-now': (_, response) => response.writeHead(302, { location: '/for-good' }).end(),
  '/good-then-now': (_, response) => response.writeHead(308, { location: '/for-now' }).end(),
  '/circle': (_, response) => response.writeHead(301, { location: '/circle' }).end(),
  '/nowhere': (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/away': (_, response) =>
    response.writeHead(301, { location: `http://localhost:${port}/feed?from=away` }).end(),
};
const heard: { path: string; host: string; headers: Record<string, unknown> }[] = [];
const server = createServer((asked, response) => {
  heard.push({ path: asked.url!, host: asked.headers.host!, headers: asked.headers });
  (routes[asked.url!.split('?')[0]!] ?? routes['/gone']!)(asked, response);
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** As in a browser, but that Node's `fetch` tells itself where it is sent on. */
function net(more: Partial<Net> = {}): Net {
  let last: Response | null = null;
  return {
    async fetch(address, how) {
      last = await fetch(address, how);
      return last;
    },
    listenForRedirect: () => ({
      async told() {
        const to = last?.headers.get('location');
        return to ? { to, permanent: last?.status === 301 || last?.status === 308 } : null;
      },
      stop() {},
    }),
    isAllowed: async () => true,
    patience: 5_000,
    ...more,
  };
}

const get = (path: string, more: Partial<Parameters<typeof request>[0]> = {}, by = net()) =>
  request(
    { address: `http://127.0.0.1:${port}${path}`, accept: '*/*', most: 3_000, hosts: ['127.0.0.1'], ...more },
    by,
  );
const failure = async (path: string, by?: Net, hosts?: string[]) => {
  const error = await get(path, hosts ? { hosts } : {}, by).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RequestFailure);
  return error as InstanceType<typeof RequestFailure>;
};

describe('a request of a feed', () => {
  it('gives the bytes, the headers and the address', async () => {
    const answer = await get('/feed');
    expect(new TextDecoder().decode(answer.bytes)).toBe('a feed');
    expect([answer.status, answer.header('etag'), new URL(answer.lasting).pathname]).toEqual([
      200,
      '"1"',
      '/feed',
    ]);
  });

  it('says what is known already, and nothing of the reader', async () => {
    const answer = await get('/same', { etag: '"1"', modified: 'Tue, 22 Apr 2025 08:00:00 GMT' });
    expect([answer.status, answer.bytes.length]).toEqual([304, 0]);
    const { headers } = heard.at(-1)!;
    expect(headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Tue, 22 Apr 2025 08:00:00 GMT',
    });
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('asks the browser for no credentials, no referrer, no cache, and to follow nothing by itself', async () => {
    const fetched = vi.fn(async () => new Response('x'));
    await get('/feed', {}, net({ fetch: fetched }));
    expect(fetched.mock.calls[0]).toMatchObject([
      expect.stringContaining('/feed'),
      { redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
    ]);
  });

  it('never reaches a host that is not allowed, first or by a redirect', async () => {
    const before = heard.length;
    const first = await failure('/feed', undefined, ['courier.example']);
    expect([first.problem, heard.length]).toEqual([{ code: 'feedElsewhere', values: ['127.0.0.1'] }, before]);
    const later = await failure('/away');
    expect(later.problem).toEqual({ code: 'feedElsewhere', values: ['localhost'] });
    expect(later.elsewhere).toBe(`http://localhost:${port}/feed?from=away`);
    expect(heard.slice(before).map(({ host }) => host)).toEqual([`127.0.0.1:${port}`]);
  });

  it('asks nobody where the browser does not allow it any more', async () => {
    const before = heard.length;
    const { problem } = await failure('/feed', net({ isAllowed: async () => false }));
    expect([problem.code, heard.length]).toEqual(['feedForbidden', before]);
  });

  it('follows redirects, and remembers the address as far as they are for good', async () => {
    const pathsOf = async (path: string) => {
      const { address, lasting } = await get(path);
      return [address, lasting].map((one) => new URL(one).pathname);
    };
    expect(await pathsOf('/for-good')).toEqual(['/feed', '/feed']);
    expect(await pathsOf('/for-now')).toEqual(['/feed', '/for-now']);
    expect(await pathsOf('/good-then-now')).toEqual(['/feed', '/for-now']);
  });

  it('ends in a circle, at no address of the web, and where the browser does not tell where', async () => {
    const before = heard.length;
    expect((await failure('/circle')).problem.code).toBe('feedCircle');
    expect(heard.length - before).toBe(6);
    expect((await failure('/nowhere')).problem.code).toBe('feedCircle');
    const untold = net({ listenForRedirect: () => ({ told: async () => null, stop() {} }) });
    expect((await failure('/for-good', untold)).problem.code).toBe('feedCircle');
  });

  it('takes so much and no more', async () => {
    for (const path of ['/large', '/said-large'])
      expect((await failure(path)).problem).toEqual({ code: 'feedLarge', values: ['127.0.0.1', '0.003'] });
  });

  it('tells of errors, of an answer that does not end, and of none', async () => {
    const broken = await failure('/broken');
    expect([broken.problem, broken.retryAfter]).toEqual([
      { code: 'feedStatus', values: ['127.0.0.1', '503'] },
      120,
    ]);
    expect((await failure('/gone')).problem.code).toBe('feedGone');
    expect((await failure('/slow', net({ patience: 200 }))).problem.code).toBe('feedSlow');
    const none = net({ fetch: () => Promise.reject(new TypeError('no connection')) });
    expect((await failure('/feed', none)).problem.code).toBe('feedUnreachable');
  });
});
