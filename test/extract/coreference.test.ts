import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';

const model = loadModel(
  new Uint8Array(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url))),
);

const read = (text: string) =>
  readArticle({ id: 't', text, published: { date: null, basis: 'none' }, origin: 'imported' }, model);

describe('resolveCoreference', () => {
  it('holds its promises for any text', () => {
    const word = fc.constantFrom(
      'Ada',
      'Bo',
      'he',
      'her',
      '. ',
      'met',
      '“',
      '"',
      '\n',
      'the',
      'Minister',
      '’s',
      ',',
      'said',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const { entities, mentions } = read(text);
          const ids = new Set(entities.map((e) => e.id));
          expect(ids.size).toBe(entities.length);
          mentions.forEach((m, i) => {
            expect(text.slice(m.start, m.end)).toBe(m.surface);
            if (m.entity !== null) expect(ids.has(m.entity)).toBe(true);
            if (i > 0) expect(m.start).toBeGreaterThanOrEqual(mentions[i - 1]!.end);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
