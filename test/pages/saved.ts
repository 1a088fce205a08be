import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** Saved pages of real sites, where they stand beside the project. They stay there: nothing of them is copied here. */
const SAVED = new URL('../../../shared/data/pages/', import.meta.url);
const ENDING = '.html.gz';

/** The names of the saved pages, those of one wanted part of a name only. Throws where none are at hand. */
export function savedPages(only = ''): string[] {
  if (!existsSync(SAVED))
    throw new Error(`the saved pages are not at hand: ${SAVED.pathname} is missing, and nothing was checked`);
  const names = readdirSync(SAVED)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  return names.filter((name) => name.includes(only));
}

export interface SavedSite {
  url(name: string): string;
  close(): void;
}

/** Serves each saved page on this machine's loopback address with the scripts that stand in it; all else is "not found". */
export async function serveSaved(): Promise<SavedSite> {
  const names = new Set(savedPages());
  const server = createServer((request, response) => {
    const name = /^\/([^/]+)\/$/.exec(decodeURIComponent(request.url ?? ''))?.[1];
    response.setHeader('cache-control', 'no-store');
    if (name !== undefined && names.has(name)) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(gunzipSync(readFileSync(new URL(`${name}${ENDING}`, SAVED))));
    } else response.writeHead(404, { 'content-type': 'text/plain' }).end('not saved');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}/`,
    close: () => server.close(),
  };
}
