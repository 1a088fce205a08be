import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Kept } from '../../src/browser/library/schema';
import { harbour } from '../brief/harbour';
import { Written } from '../brief/small';
import { madeArticle, type Named } from '../corpus/articles';

/** What stands in each table that is derived from a library, told short. */
export interface Derived {
  /** `VERSION` of the database. */
  version: number;
  tables: Record<string, { rows: number; hash: string }>;
}

export const GOLDEN = new URL('./library.golden.json', import.meta.url);
export const readGolden = (): Derived => JSON.parse(readFileSync(GOLDEN, 'utf8'));

/** What the reader gave, or what stands beside it: all other tables are derived, those too that are yet to come. */
const GIVEN = [
  ...['articles', 'readings', 'corrections', 'aside', 'feeds', 'meta', 'trash'],
  ...['incoming', 'incomingReadings'],
];

const CAST: readonly Named[] = [
  'person:Ann Lee=Lee',
  'person:Bob Lee=Lee',
  'person:Mira Okafor=Okafor',
  'person:Kenji Aramaki=Aramaki',
  'person:荒巻健二=荒巻',
  'person:Lee',
  'organisation:Port Authority',
  'organisation:Harbour Board=HB',
  'place:Lund',
  'place:Okafor',
  'other:Night Ferry',
];

const day = (i: number): string => `2024-0${1 + (i % 9)}-${String(10 + (i % 19))}`;
const words = (i: number): string =>
  Array.from({ length: 12 }, (_, k) => `word${(i * 31 + k * k * 7) % 211}`).join(' ');

/** Articles with Readings that no reader has made: they are the same whatever is changed in reading. */
function articles(count: number, lot: string): Kept[] {
  return Array.from({ length: count }, (_, i) => {
    const named = [...new Set([i, i * i + 1, i * 3 + 5].map((n) => CAST[n % CAST.length]!))];
    const made = madeArticle(`${lot}-${i}`, words(i), named, i % 7 === 0 ? null : day(i));
    Object.assign(made.article, {
      title: `Lamp ${i} of the ${lot} pier`,
      ...(i % 3 && { publisher: `Courier ${i % 4}`, url: `https://courier.example/${lot}/${i}` }),
    });
    return { ...made, version: 1 };
  });
}

/** One with roles, a quotation and events. */
const written = (): Kept => {
  const { leaf: article, reading } = new Written(
    'written',
    ['Harbour Minister Ann Lee met Kenji Aramaki on Friday.', '"It stays open," Lee said.'],
    '2024-06-07',
    { origin: 'saved', title: 'It stays open', author: 'Ines Faro' },
  )
    .name('a', 'person', 'Ann Lee')
    .name('a', 'person', 'Lee', 1)
    .name('k', 'person', 'Kenji Aramaki')
    .role('a', 'Harbour Minister')
    .quote(1, 'a', 'direct', 'It stays open,', 'said', 'Lee')
    .event(0, '2024-06-07', 'a', 'k')
    .summary(0);
  const named = { kind: 'person' as const, aliases: [] };
  reading.entities.push({ ...named, id: 'a', name: 'Ann Lee', aliases: ['Lee'] });
  reading.entities.push({ ...named, id: 'k', name: 'Kenji Aramaki' });
  return { article, reading, version: 1 };
};

/** A browser whose extension brings the made corpus along. */
function browse(): void {
  const runtime = { id: 'nameplate', getURL: (path: string) => path };
  Object.assign(globalThis, {
    chrome: { runtime },
    fetch: async () => new Response(JSON.stringify(harbour)),
  });
  Date.now = () => 1_000;
}

/** Takes a small made library in, changes it in every way that asks no reader, and gives what is derived from it then. */
export async function derivedNow(): Promise<Derived> {
  browse();
  const { addArticles, correct, removeArticles } = await import('../../src/browser/library/change');
  const { VERSION } = await import('../../src/browser/library/schema');
  const { everything } = await import('../browser/library');
  // more than one segment of what search reads
  await addArticles(articles(90, 'north'));
  await addArticles([...articles(40, 'south'), written()]);
  await correct({
    say: 'two',
    a: { kind: 'person', name: 'Ann Lee' },
    b: { kind: 'person', name: 'Bob Lee' },
  });
  await correct({ say: 'called', a: { kind: 'person', name: 'Kenji Aramaki' }, name: 'Captain Aramaki' });
  await addArticles(
    articles(3, 'south').map(({ article, ...one }) => ({ ...one, article: { ...article, title: 'Anew' } })),
  );
  await removeArticles(['north-1', 'north-80', 'south-7']);
  const tables = Object.entries(await everything(GIVEN)).map(([table, rows]) => [
    table,
    { rows: rows.length, hash: hashOf(rows) },
  ]);
  return { version: VERSION, tables: Object.fromEntries(tables) };
}

/** The same for the same rows, in whatever order the fields of each were put. */
const hashOf = (rows: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(plain(rows)))
    .digest('hex')
    .slice(0, 16);

function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map || value instanceof Set) return [value.constructor.name, ...[...value].map(plain)];
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    const bytes = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    return [value.constructor.name, Buffer.from(bytes).toString('base64')];
  }
  if (value === null || typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    throw new Error(`${value.constructor.name} in a row is not told here`);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, of]) => [key, plain(of)]));
}

/** The tables whose rows are others than the golden ones. */
export const changedTables = (golden: Derived, now: Derived): string[] =>
  [...new Set([...Object.keys(golden.tables), ...Object.keys(now.tables)])].filter(
    (table) => golden.tables[table]?.hash !== now.tables[table]?.hash,
  );

/** What is to be done where the golden file and what is derived now do not go together; null where they do. */
export function toBeDone(golden: Derived, now: Derived): string | null {
  const changed = changedTables(golden, now);
  if (now.version === golden.version && changed.length === 0) return null;
  const rewrite = '`npm run golden:library` notes how things stand.';
  if (now.version !== golden.version)
    return `VERSION is ${now.version} and no longer ${golden.version}: ${rewrite}`;
  return (
    `What is derived from a library is no longer what it was (${changed.join(', ')}), but VERSION is still ${now.version}: ` +
    'libraries that are there already would keep the old rows beside new ones. ' +
    `Raise VERSION in src/browser/library/schema.ts, which has them made anew; then ${rewrite}`
  );
}
