import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each room of the house may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/text': [],
  'src/extract': ['src/text'],
  'src/corpus': ['src/text', 'src/extract'],
  'src/link': ['src/text', 'src/extract', 'src/corpus'],
  'src/brief': ['src/text', 'src/extract', 'src/corpus', 'src/link'],
  'src/feeds': ['src/text'],
  // `page` and `ui` know only the types of the core (checked below)
  'src/page': ['src/text', 'src/extract', 'src/corpus', 'src/link', 'src/brief', 'src/browser'],
  'src/ui': ['src/text', 'src/extract', 'src/corpus', 'src/link', 'src/brief', 'src/feeds', 'src/browser'],
};
const PURE = ['src/text', 'src/extract', 'src/corpus', 'src/link', 'src/brief', 'src/feeds'];
const TYPES_ONLY = ['src/page', 'src/ui'];
const GLOBALS =
  /\b(?:document\.|window\.|browser\.|chrome\.|process\.|navigator\.|localStorage\b|indexedDB\b|fetch\()/;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;
  return [...code.matchAll(pattern)].map((match) => {
    const target = (match[2] ?? match[3])!;
    const to = target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');

describe('the house', () => {
  const imports = sources('src').flatMap(importsOf);

  it('is read at all', () => {
    expect(imports.length).toBeGreaterThan(20);
  });

  it('imports one way: text ← extract ← corpus ← link ← brief', () => {
    const wrong = imports.filter(({ from, to }) => {
      const allowed = ALLOWED[roomOf(from)];
      return allowed && to.startsWith('src/') && roomOf(to) !== roomOf(from) && !allowed.includes(roomOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('lets page and ui know only the types of the core', () => {
    const core = [...PURE, 'src/browser'].filter((room) => room !== 'src/text');
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => TYPES_ONLY.includes(roomOf(from)) && core.includes(roomOf(to)) && !typeOnly,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps node, the DOM and the browser out of the pure rooms', () => {
    const outside = imports.filter(
      ({ from, to }) => PURE.includes(roomOf(from)) && /^(?:node:|wxt|@wxt-dev|preact)/.test(to),
    );
    expect(outside).toEqual([]);
    const code = (file: string) =>
      readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(PURE.flatMap(sources).filter((file) => GLOBALS.test(code(file)))).toEqual([]);
  });

  it('has no circle of imports', () => {
    const next = new Map<string, string[]>();
    const files = new Set(sources('src'));
    for (const { from, to } of imports) {
      const file = [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((name) => files.has(name));
      if (file) next.set(from, [...(next.get(from) ?? []), file]);
    }
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const other of next.get(file) ?? []) {
        const found = circle(other, [...path, file]);
        if (found) return found;
      }
      done.add(file);
      return null;
    };
    expect([...files].map((file) => circle(file, [])).filter(Boolean)).toEqual([]);
  });
});
