import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/brief/lines';
import { createSearch } from '../../src/brief/search';
import { harbour } from './harbour';
import { corpusOf, Written } from './small';

const search = createSearch(harbour);
const marked = (query: string) =>
  search(query).passages.map(({ line, marks }) =>
    marks.map(({ start, end }) => textOf(line).slice(start, end)),
  );

describe('createSearch', () => {
  it('finds a word by its beginning and marks the word', () => {
    expect(marked('reop')).toEqual([['reopened']]);
  });

  it('forgives a misspelt word', () => {
    expect(marked('bridje')[0]).toEqual(['bridge']);
  });

  it('prefers passages that hold every word', () => {
    expect(marked('cranes old')).toEqual([['cranes', 'old']]);
  });

  it('finds entities by any of their names, and their passages by a name no article uses', () => {
    const found = search('荒巻');
    expect(found.entities.map(({ entity }) => entity)).toEqual(['ken']);
    expect(found.passages.length).toBeGreaterThan(0);
    expect(search('okaf').entities[0]).toMatchObject({ entity: 'mira', name: 'Mira Okafor' });
  });

  it('tells a sentence once, however many outlets print it', () => {
    const line = 'The lighthouse of Brekke went dark on Sunday.';
    const twice = corpusOf(
      [],
      [new Written('one', [line], '2024-01-08'), new Written('two', [`${line} `], '2024-01-09')],
    );
    expect(createSearch(twice)('lighthouse').passages.map((hit) => textOf(hit.line).trim())).toEqual([line]);
  });

  it('answers nothing to nothing, and to anything without falling over', () => {
    for (const query of ['', '   ', '"', '\ud800', '***', 'x'.repeat(10_000), 'zzzzqqqq']) {
      expect(search(query).passages).toEqual([]);
    }
  });
});
