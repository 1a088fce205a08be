import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import { checkCurated, checkPair, PackError, parseCorpus } from '../../src/corpus/pack';

const schema = JSON.parse(
  readFileSync(new URL('../../src/corpus/corpus.schema.json', import.meta.url), 'utf8'),
);

let json: string;
beforeAll(() => {
  json = JSON.stringify(corpusOfSeeds());
});

/** The pack with one place in it changed. */
function broken(change: (corpus: ReturnType<typeof JSON.parse>) => void): string {
  const corpus = JSON.parse(json);
  change(corpus);
  return JSON.stringify(corpus);
}

function errorOf(run: () => unknown): PackError {
  try {
    run();
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a pack', () => {
  it('is read back as it was, and agrees with the schema', () => {
    expect(JSON.stringify(parseCorpus(json))).toBe(json);
    const valid = new Ajv({ strict: true }).compile(schema);
    expect(valid(JSON.parse(json)), JSON.stringify(valid.errors?.[0])).toBe(true);
  });

  it.each<[string, string, (corpus: ReturnType<typeof JSON.parse>) => void]>([
    [
      'schemaVersion',
      'this version of Nameplate reads 1',
      (c) => {
        c.schemaVersion = 99;
      },
    ],
    [
      'schemaVersion',
      'not a Nameplate corpus',
      (c) => {
        delete c.schemaVersion;
      },
    ],
    [
      'entities[2].kind',
      'not one of person, organisation, place, other',
      (c) => {
        c.entities[2].kind = 'robot';
      },
    ],
    [
      'articles[1].text',
      'is missing',
      (c) => {
        delete c.articles[1].text;
      },
    ],
    [
      'articles[0].published.date',
      'not a day',
      (c) => {
        c.articles[0].published.date = '22.4.2025';
      },
    ],
    [
      'readings[0].mentions[0].start',
      'not an offset',
      (c) => {
        c.readings[0].mentions[0].start = -4;
      },
    ],
  ])('with %s at fault is told from a good one by the reader and by the schema', (path, reason, change) => {
    const text = broken(change);
    const error = errorOf(() => parseCorpus(text));
    expect(error.path).toBe(path);
    expect(error.message).toContain(reason);
    expect(new Ajv().compile(schema)(JSON.parse(text))).toBe(false);
  });

  it.each<[string, string, (corpus: ReturnType<typeof JSON.parse>) => void]>([
    [
      'entities[1].id',
      'twice',
      (c) => {
        c.entities[1].id = c.entities[0].id;
      },
    ],
    [
      'readings',
      '1 of them for 2 articles',
      (c) => {
        c.readings.pop();
      },
    ],
    [
      'readings[0].mentions[0].entity',
      'none of the entities',
      (c) => {
        c.readings[0].mentions[0].entity = 'ghost';
      },
    ],
    [
      'readings[1].sentences[0]',
      'no span',
      (c) => {
        c.readings[1].sentences[0].end = 1e6;
      },
    ],
    [
      'gazetteer',
      'shorter than its header',
      (c) => {
        c.gazetteer = 'AAAA';
      },
    ],
  ])('whose %s does not fit the rest is told', (path, reason, change) => {
    const error = errorOf(() => parseCorpus(broken(change)));
    expect(error.path).toBe(path);
    expect(error.message).toContain(reason);
  });

  it('with a gazetteer of another version has it made anew', () => {
    const older = broken((c) => {
      const image = Buffer.from(c.gazetteer, 'base64');
      image.writeUInt32LE(1, 4);
      c.gazetteer = image.subarray(0, 400).toString('base64');
    });
    expect(JSON.stringify(parseCorpus(older))).toBe(json);
  });

  it('that is no JSON, or no object, is told', () => {
    expect(errorOf(() => parseCorpus('{"schemaVersion":')).message).toContain('not JSON');
    expect(errorOf(() => parseCorpus('[]')).message).toContain('not an object');
  });
});

describe('a curated list', () => {
  it('names the entry at fault', () => {
    const good = { id: 'a', kind: 'place', name: 'Oslo', aliases: [] };
    expect(checkCurated([good])).toEqual([good]);
    expect(errorOf(() => checkCurated([good, { ...good, name: '' }])).path).toBe('[1].name');
    expect(errorOf(() => checkCurated([good, good])).message).toContain('twice');
    expect(errorOf(() => checkCurated({})).message).toContain('not a list');
  });
});

describe('a pair of article and Reading', () => {
  it('is refused where the Reading tells of another text', () => {
    const { articles, readings } = JSON.parse(json);
    const pair = { article: articles[0], reading: readings[0] };
    expect(checkPair(pair)).toEqual(pair);
    expect(errorOf(() => checkPair({ ...pair, article: { ...articles[0], text: 'short' } })).path).toMatch(
      /^reading\./,
    );
  });
});
