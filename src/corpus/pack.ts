import type { Article } from '../extract/types';
import { gazetteerOf } from './aliases';
import { fromBase64 } from './base64';
import { checkCorrection } from './corrections';
import { isOtherVersion, readGazetteer } from './gazetteer';
import { PackError } from './pack-error';
import { type Corpus, type CuratedEntity, SCHEMA_VERSION } from './types';

export { PackError } from './pack-error';

type Check = (value: unknown, path: string) => void;

const fail = (path: string, reason: string): never => {
  throw new PackError(path, reason);
};

const shown = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  // which may be as deep as the stack is
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'is a list' : 'is an object';
  const text = JSON.stringify(value) ?? String(value);
  return `is ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
};

const string: Check = (value, path) => {
  if (typeof value !== 'string') fail(path, `${shown(value)}, not a string`);
};
const filled: Check = (value, path) => {
  if (typeof value !== 'string' || value === '')
    fail(path, `${shown(value)}, not a string with something in it`);
};
const number: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) fail(path, `${shown(value)}, not a number`);
};
const offset: Check = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) fail(path, `${shown(value)}, not an offset`);
};
const oneOf =
  (...values: string[]): Check =>
  (value, path) => {
    if (!values.includes(value as string)) fail(path, `${shown(value)}, not one of ${values.join(', ')}`);
  };
const nullOr =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path);
  };
const optional =
  (check: Check): Check =>
  (value, path) => {
    if (value !== undefined) check(value, path);
  };
const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) fail(path, `${shown(value)}, not a list`);
    (value as unknown[]).forEach((item, i) => {
      check(item, `${path}[${i}]`);
    });
  };
const record =
  (fields: Record<string, Check>): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      fail(path, `${shown(value)}, not an object`);
    for (const [name, check] of Object.entries(fields))
      check((value as Record<string, unknown>)[name], path ? `${path}.${name}` : name);
  };

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** A calendar day "2025-04-22". */
export const day: Check = (value, path) => {
  if (typeof value !== 'string' || !DAY.test(value)) fail(path, `${shown(value)}, not a day like 2025-04-22`);
};
const kind = oneOf('person', 'organisation', 'place', 'other');
/** A day that there is: no 31st of February. */
const realDay: Check = (value, path) => {
  day(value, path);
  if (new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) !== value)
    fail(path, `${shown(value)}, no day`);
};
const published = record({ date: nullOr(realDay), basis: oneOf('stated', 'editor', 'none') });
const span = { start: offset, end: offset };
const spans = list(record(span));
const entity = { id: filled, kind, name: filled, aliases: list(string), wikidata: optional(string) };

const from = oneOf('structured', 'open-graph', 'meta', 'time', 'link', 'address', 'text', 'feed', 'editor');

const article = record({
  id: filled,
  text: string,
  title: optional(string),
  publisher: optional(string),
  author: optional(string),
  agency: optional(string),
  url: optional(string),
  published,
  origin: oneOf('bundled', 'saved', 'imported', 'feed'),
  licence: optional(string),
  from: optional(
    record({
      title: optional(from),
      publisher: optional(from),
      author: optional(from),
      published: optional(from),
      url: optional(from),
    }),
  ),
});

const reading = record({
  id: filled,
  published,
  sentences: spans,
  entities: list(record(entity)),
  mentions: list(
    record({
      ...span,
      surface: string,
      form: oneOf('name', 'nominal', 'pronoun'),
      kind,
      entity: nullOr(filled),
    }),
  ),
  roles: list(record({ ...span, entity: filled, text: string, asOf: nullOr(day) })),
  quotes: list(
    record({
      kind: oneOf('direct', 'mixed', 'indirect'),
      content: spans,
      cue: nullOr(record(span)),
      speaker: nullOr(record(span)),
      entity: nullOr(filled),
    }),
  ),
  dates: list(record({ ...span, value: string })),
  events: list(
    record({ ...span, date: day, precision: oneOf('day', 'week', 'month', 'year'), entities: list(filled) }),
  ),
  figures: list(record({ ...span, value: number, unit: string, of: nullOr(record(span)) })),
  summary: spans,
});

const curatedEntity = record(entity);

const corpus = record({
  articles: list(article),
  entities: list(record({ ...entity, salience: number })),
  readings: list(reading),
  index: record({}),
  gazetteer: string,
  corrections: optional(list(checkCorrection)),
  covers: record({ from: nullOr(day), to: nullOr(day) }),
});

/**
 * Checks a value read from JSON to be a Corpus of this version; a gazetteer of another version is made anew. Throws a `PackError` that names the place
 * and reason.
 */
export function checkCorpus(value: unknown): Corpus {
  record({})(value, '');
  const version = (value as { schemaVersion?: unknown }).schemaVersion;
  if (version === undefined) fail('schemaVersion', 'is missing: not a Nameplate corpus');
  if (version !== SCHEMA_VERSION)
    fail('schemaVersion', `${shown(version)}; this version of Nameplate reads ${SCHEMA_VERSION}`);
  corpus(value, '');
  const checked = value as Corpus;
  checkReferences(checked);
  try {
    const image = fromBase64(checked.gazetteer);
    // made by another version of Nameplate; all that it is made from is here
    if (isOtherVersion(image)) return { ...checked, gazetteer: gazetteerOf(checked.entities) };
    readGazetteer(image);
  } catch (error) {
    fail('gazetteer', error instanceof Error ? error.message : String(error));
  }
  return checked;
}

/** A corpus from a pack's JSON text. Throws a `PackError` that names the place and reason. */
export function parseCorpus(json: string): Corpus {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail('', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return checkCorpus(value);
}

/** Checks a value read from JSON to be a curated list. Throws a `PackError` that names the place and reason. */
export function checkCurated(value: unknown): CuratedEntity[] {
  list(curatedEntity)(value, '');
  const seen = new Set<string>();
  (value as CuratedEntity[]).forEach(({ id }, i) => {
    if (seen.has(id)) fail(`[${i}].id`, `"${id}" is there twice`);
    seen.add(id);
  });
  return value as CuratedEntity[];
}

/** Checks a value read from JSON to be an article, `path` its place. Throws a `PackError` that names the place and reason. */
export function checkArticle(value: unknown, path: string): Article {
  article(value, path);
  return value as Article;
}

/** Checks a value read from JSON to be an article with its Reading (`read --with-article`). Throws a `PackError`. */
export function checkPair(value: unknown): {
  article: Corpus['articles'][number];
  reading: Corpus['readings'][number];
} {
  record({ article, reading })(value, '');
  const pair = value as { article: Corpus['articles'][number]; reading: Corpus['readings'][number] };
  checkReading(
    pair.reading,
    pair.article.text.length,
    new Set(pair.reading.entities.map((e) => e.id)),
    'reading',
  );
  return pair;
}

function checkReferences({ articles, entities, readings }: Corpus): void {
  const ids = new Set<string>();
  entities.forEach(({ id }, i) => {
    if (ids.has(id)) fail(`entities[${i}].id`, `"${id}" is there twice`);
    ids.add(id);
  });
  if (readings.length !== articles.length)
    fail('readings', `${readings.length} of them for ${articles.length} articles`);
  readings.forEach((reading, i) => {
    if (reading.id !== articles[i]!.id)
      fail(`readings[${i}].id`, `is "${reading.id}", its article is "${articles[i]!.id}"`);
    checkReading(reading, articles[i]!.text.length, ids, `readings[${i}]`);
  });
}

function checkReading(
  reading: Corpus['readings'][number],
  length: number,
  ids: ReadonlySet<string>,
  path: string,
): void {
  const inText = ({ start, end }: { start: number; end: number }, at: string) => {
    if (start > end || end > length) fail(at, `${start}–${end} is no span of a text of ${length} units`);
  };
  const known = (id: string | null, at: string) => {
    if (id !== null && !ids.has(id)) fail(at, `"${id}" is none of the entities`);
  };
  reading.sentences.forEach((s, i) => {
    inText(s, `${path}.sentences[${i}]`);
  });
  for (const part of ['mentions', 'roles', 'quotes'] as const)
    reading[part].forEach((item, i) => {
      if ('start' in item) inText(item, `${path}.${part}[${i}]`);
      known(item.entity, `${path}.${part}[${i}].entity`);
    });
  reading.entities.forEach(({ id }, i) => {
    known(id, `${path}.entities[${i}].id`);
  });
  reading.events.forEach((event, i) => {
    inText(event, `${path}.events[${i}]`);
    for (const id of event.entities) known(id, `${path}.events[${i}].entities`);
  });
}
