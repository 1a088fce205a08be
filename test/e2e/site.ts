import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('./pages/', import.meta.url));

/** A local news site: the made pages of `pages/`, and one as long as wished. */
export interface Site {
  /** A page's address; `host` gives the same page under another origin. */
  url(path: string, host?: 'localhost'): string;
  /** Answers of a case's own, by path. */
  routes: Map<string, RequestListener>;
  /** What was asked for since the start, as paths. */
  asked: string[];
  close(): void;
}

/** A page of about `kilobytes` kB in paragraphs, with one name known to the corpus near its end. */
export function longPage(kilobytes: number): string {
  const filler =
    'The harbour office posts the tides at six, and the clerks read them aloud to anyone who waits by the gate. ' +
    'Nets are counted twice, ropes once, and the weather is blamed for whatever is missing after that. ';
  const paragraphs: string[] = [];
  for (let written = 0; written < kilobytes * 1024; written += filler.length * 3) {
    paragraphs.push(`<p>${paragraphs.length + 1}. ${filler.repeat(3)}</p>`);
  }
  const last = '<p id="end">At the very end, Prime Minister Shigeru Ishiba thanked Ryosei Akazawa.</p>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A very long page</title></head>
<body><main><h1>A very long page</h1>${paragraphs.join('\n')}${last}</main></body></html>`;
}

const GIVEN = ['Anna', 'Maria', 'Peter', 'Thomas', 'Helen', 'Martin', 'Laura', 'Robert', 'Julia', 'Simon'];
const FAMILIES = {
  known: ['Veldrane', 'Corbisto', 'Hallgrun', 'Mirvasen', 'Toskelby', 'Brendaxo', 'Wulfarin', 'Pelstran'],
  unknown: ['Dranevel', 'Stocorbi', 'Grunhall', 'Vasenmir', 'Kelbytos', 'Daxobren', 'Farinwul', 'Stranpel'],
};

/** Full names that no bundled article has: those of the article `cast.html`, or as many like them of nobody. */
export const madeNames = (of: keyof typeof FAMILIES): string[] =>
  GIVEN.flatMap((given) => FAMILIES[of].map((family) => `${given} ${family}`));

/** An article that says something of each of the known made names. */
function castPage(): string {
  const said = madeNames('known').map(
    (name, i) =>
      `<p>${name}, a captain from the ${i % 2 ? 'north' : 'south'} quay, said on Tuesday that the nets of boat ${i + 1} were mended, and that nobody had asked who paid for the rope. The clerk wrote it down and called for the next one.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every captain was heard at the harbour meeting</title>
<meta property="og:site_name" content="The Harbour Courier"></head>
<body><main><article><h1>Every captain was heard at the harbour meeting</h1><p><time datetime="2025-05-06">6 May 2025</time></p><p>Prime Minister Shigeru Ishiba was told of it in Tokyo.</p>${said.join('\n')}</article></main></body></html>`;
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** As strict policies as real sites have; the extension must live with them. */
const POLICIES: Record<string, string> = {
  'traps.html': "default-src 'none'",
  'strict.html': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox",
};

/** Serves the site on this machine's loopback address and nowhere else. */
export async function startSite(): Promise<Site> {
  const asked: string[] = [];
  const routes: Site['routes'] = new Map();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(pathname);
    const route = routes.get(pathname);
    if (route) {
      route(request, response);
      return;
    }
    response.setHeader('cache-control', 'no-store');
    const [, name, type] = /^\/([a-z-]+\.([a-z]+))$/.exec(pathname) ?? [];
    try {
      const body =
        name === 'long.html'
          ? longPage(Number(searchParams.get('kb') ?? 500))
          : name === 'cast.html'
            ? castPage()
            : readFileSync(join(PAGES, name!), 'utf8').replaceAll(
                '{{port}}',
                String(request.socket.localPort),
              );
      response.setHeader('content-type', TYPES[type!]!);
      const policy = POLICIES[name!];
      if (policy) response.setHeader('content-security-policy', policy);
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    routes,
    url: (path, host) => `http://${host ?? '127.0.0.1'}:${port}/${path}`,
    close: () => server.close(),
  };
}
