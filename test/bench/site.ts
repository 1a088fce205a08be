import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import {
  advertisement,
  aroundAdvertisement,
  blank,
  changing,
  longText,
  manyNodes,
  restless,
  shifting,
} from './pages';

/** Saved pages of real sites, where they stand beside the project. */
const SAVED = new URL('../../../shared/data/pages/', import.meta.url);

const MADE: Record<string, () => string> = {
  small: () => longText(5),
  medium: () => longText(100),
  '1mb': () => longText(1000),
  '5mb': () => longText(5000),
  nodes: () => manyNodes(50_000),
  changing: () => changing(500, 200),
  restless: () => restless(1000),
  blank,
  shifting: () => shifting(100),
  advertisement,
  around: aroundAdvertisement,
};

/** The pages that are measured, from this machine's loopback address. */
export interface BenchSite {
  /** "127.0.0.1:port", by which the extension is switched on and off. */
  host: string;
  /** The address of a made page by its name above. */
  made(name: string): string;
  /** The address of a saved page, whose own scripts do not run, so that what is measured is ours. */
  saved(name: string): string;
  close(): void;
}

/** Names of the saved pages, none where they are not at hand. */
export const savedNames = (): string[] => (existsSync(SAVED) ? readdirSync(SAVED).sort() : []);

/** Serves made and saved pages. */
export async function startBenchSite(): Promise<BenchSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, kind, name = ''] = pathname.split('/');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    if (kind === 'made' && MADE[name]) response.end(MADE[name]());
    else if (kind === 'saved' && savedNames().includes(name)) {
      const body = gunzipSync(readFileSync(new URL(name, SAVED)));
      response.setHeader('content-security-policy', "script-src 'none'");
      response.setHeader('content-length', body.length).end(body);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    made: (name) => `http://${host}/made/${name}`,
    saved: (name) => `http://${host}/saved/${name}`,
    close: () => server.close(),
  };
}
