import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Correction } from '../../../src/corpus/join/types';
import { LIMITS } from '../../../src/corpus/limits';
import { done } from '../../../src/corpus/work';
import { loadModel } from '../../../src/extract/model';
import { readArticle } from '../../../src/extract/read';
import type { Article } from '../../../src/extract/types';
import { everything, fresh, madeBundle } from '../library';

const model = loadModel(readFileSync(new URL('../../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../../src/browser/assets', () => ({ readingModel: async () => model }));
const shipped = madeBundle([]);
vi.mock('../../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { importFiles } = await import('../../../src/browser/import/run');
const { gatherAnswers } = await import('../../../src/browser/saving');
const { keptAfter, keptCorrections } = await import('../../../src/browser/library/kept');
const { listOwn } = await import('../../../src/browser/library/list');
const { assemblePart, PART_TABLES } = await import('../../../src/browser/library/part');
const { rowsOfLibrary } = await import('../../../src/browser/library/spotting-rebuild');
const { closeLibrary, reading: readingOf } = await import('../../../src/browser/library/database');

const answers = gatherAnswers(
  async () => null,
  async () => {},
);
const bring = (name: string, text: string | Uint8Array<ArrayBuffer>) =>
  importFiles(
    [new File([text], name)],
    (batch) => answers.take(batch, {}),
    () => {},
    new AbortController().signal,
    async () => 0,
  );

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
const TEXT =
  'Odalys Brannigan, the lamplighter of the pier, said on Tuesday that Constructor Prototype would pay. "We wait," Constructor Prototype said.';
const sound = (id: string): Article => ({
  id,
  text: TEXT,
  published: { date: '2025-05-07', basis: 'stated' },
  origin: 'imported',
});
/** JSON that has these keys as they stand, `__proto__` among them. */
const raw = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;

/** What nobody sends who means well. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    'x'.repeat(3_000),
    '\0',
    '\u202egnp.exe',
    '\ud800',
    '\udfff\ud800',
  ),
  fc.constantFrom(...NAMES, 'javascript:alert(1)', '<script>alert(1)</script>', '2025-02-31', '9999-99-99'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const FIELDS = [
  'id',
  'text',
  'title',
  'publisher',
  'author',
  'agency',
  'licence',
  'url',
  'published',
  'origin',
  'from',
];
const key = fc.oneof(
  fc.constantFrom(...FIELDS, ...NAMES, 'article', 'reading', 'added', 'correction'),
  fc.string(),
);
const value = (depth: number): fc.Arbitrary<unknown> =>
  depth === 0
    ? strange
    : fc.oneof(
        strange,
        fc
          .array(fc.tuple(key, value(depth - 1)), { maxLength: 5 })
          .map((entries) => JSON.parse(raw(entries))),
      );
/** An article with one or more of its fields spoilt; or a line that is anything. */
const line = fc.oneof(
  fc
    .record({ spoilt: fc.array(fc.tuple(key, value(2)), { minLength: 1, maxLength: 4 }), pair: fc.boolean() })
    .map(({ spoilt, pair }) => {
      const article = raw([...Object.entries(sound('a')), ...spoilt]);
      return pair ? `{"article":${article},"reading":{"entities":[{"id":"__proto__"}]},"added":5}` : article;
    }),
  fc.array(fc.tuple(key, value(2)), { maxLength: 5 }).map(raw),
  fc
    .tuple(fc.constantFrom('one', 'two', 'called', '__proto__'), value(2), value(2))
    .map(([say, a, b]) => JSON.stringify({ correction: { say, a, b, name: b } })),
  fc.jsonValue().map((any) => JSON.stringify(any)),
  fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\n', ' ')),
);

const LINE_FIELDS = ['title', 'publisher', 'author', 'agency', 'licence'] as const;
/** What has come in is within the limits, and all that is made of it can be made. */
async function isSound(): Promise<void> {
  const kept = await keptAfter(null, 1_000);
  for (const { article, reading } of kept) {
    expect(article.id.length).toBeLessThanOrEqual(LIMITS.id);
    expect(article.id in Object.prototype).toBe(false);
    if (article.url !== undefined) expect(article.url).toMatch(/^https?:\/\//i);
    const { date } = article.published;
    if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    for (const field of LINE_FIELDS) expect(article[field]?.length ?? 0).toBeLessThanOrEqual(LIMITS[field]);
    expect(Object.keys(article).filter((name) => NAMES.includes(name))).toEqual([]);
    // nothing that was read is the file's: it is read here
    expect(reading).toEqual(readArticle(article, model));
  }
  for (const { correction } of await keptCorrections())
    for (const name of [correction.a.name, 'b' in correction ? correction.b.name : correction.name])
      expect(name.length).toBeLessThanOrEqual(LIMITS.name);
  const ids = kept.map(({ article }) => article.id);
  const asked = { entities: [], articles: ids, everyone: true };
  const { broken } = await readingOf(PART_TABLES, (turn) => assemblePart(turn, asked));
  expect(broken).toEqual([]);
  done((await rowsOfLibrary()).builder.build('0'));
  await listOwn({});
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

describe('whatever a file holds', () => {
  it('lines are taken in or told by number, and the library stays sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        await fresh(closeLibrary);
        const report = await bring('hostile.jsonl', `${lines.join('\n')}\n${JSON.stringify(sound('good'))}`);
        expect(report.is).toBe('done');
        for (const { code, values } of report.problems) {
          expect(code).not.toBe('other');
          expect(values[0]).toBe('hostile.jsonl');
        }
        const { added, updated, same, corrected, problems, more } = report;
        expect(added + updated + same).toBeGreaterThan(0);
        expect(added + updated + same + corrected + problems.length + more).toBeLessThanOrEqual(
          lines.length + 1,
        );
        await isSound();
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('a pack is taken in or refused whole, with one line, and the library is as it was', async () => {
    const { compile } = await import('../../../src/corpus/compile');
    const pairs = ['one', 'two'].map((id) => ({
      article: sound(id),
      reading: readArticle(sound(id), model),
    }));
    const right: Correction[] = [{ say: 'called', a: { kind: 'person', name: 'A' }, name: 'B' }];
    const pack = compile(pairs, [], right);
    const paths = pathsOf(pack).filter((path) => path[0] !== 'index');
    await fc.assert(
      fc.asyncProperty(fc.nat(), value(2), fc.boolean(), async (at, bad, drop) => {
        await fresh(closeLibrary);
        await bring('good.jsonl', JSON.stringify(sound('mine')));
        const before = await everything();
        const path = paths[at % paths.length]!;
        const report = await bring('hostile.json', JSON.stringify(spoilt(pack, path, bad, drop)));
        if (report.added + report.updated + report.same + report.corrected === 0) {
          expect(report.problems).toHaveLength(1);
          expect(report.problems[0]!.code).not.toBe('other');
          expect(await everything()).toEqual(before);
        }
        await isSound();
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it.each([
    ['lists in lists without end', '['.repeat(200_000)],
    ['lists in lists that end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects in objects', `${'{"article":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    [
      'an article with depths in a field',
      `${JSON.stringify(sound('a')).slice(0, -1)},"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ],
    [
      'a correction with depths',
      `{"correction":{"say":"one","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
    ],
    ['a pack with depths', `{"schemaVersion":1,"articles":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a version as deep', `{"schemaVersion":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a version to come', '{"schemaVersion":99,"articles":[]}'],
    ['NULs', 'a\0b\0c'],
    [
      'a day that there is not',
      JSON.stringify({ article: { ...sound('a'), published: { date: '2025-02-31', basis: 'stated' } } }),
    ],
  ])('%s is refused with a clear line', async (_, text) => {
    await fresh(closeLibrary);
    for (const name of ['hostile.jsonl', 'hostile.json']) {
      const report = await bring(name, text);
      expect(report).toMatchObject({ is: 'done', added: 0, corrected: 0 });
      expect(report.problems).toHaveLength(1);
      expect(report.problems[0]!.code).not.toBe('other');
      expect(JSON.stringify(report.problems).length).toBeLessThan(400);
    }
    expect(await keptAfter(null, 10)).toEqual([]);
  });

  it.each(NAMES.slice(0, 5))(
    'an article with the id %s is refused, and one that speaks of it is read',
    async (id) => {
      await fresh(closeLibrary);
      const text = `${id} Brannigan spoke. ${TEXT.replaceAll('Constructor', id)}`;
      const report = await bring(
        'hostile.jsonl',
        [sound(id), { ...sound('fine'), text, title: id }].map((one) => JSON.stringify(one)).join('\n'),
      );
      expect(report).toMatchObject({ added: 1, problems: [{ code: 'lineDamaged' }] });
      await isSound();
    },
  );
});

type Path = (string | number)[];
function pathsOf(given: unknown, path: Path = []): Path[] {
  if (typeof given !== 'object' || given === null) return [path];
  const inside = Object.entries(given).flatMap(([name, one]) =>
    pathsOf(one, [...path, Array.isArray(given) ? Number(name) : name]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

function spoilt(given: unknown, path: Path, bad: unknown, drop: boolean): unknown {
  const copy = structuredClone(given);
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  const last = path.at(-1)!;
  if (drop) delete at[last];
  else at[last] = bad;
  return copy;
}
