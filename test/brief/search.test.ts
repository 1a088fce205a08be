import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/brief/lines';
import { createSearch } from '../../src/brief/search';
import { harbour } from './harbour';

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

  it('answers nothing to nothing, and to anything without falling over', () => {
    for (const query of ['', '   ', '"', '\ud800', '***', 'x'.repeat(10_000), 'zzzzqqqq']) {
      expect(search(query).passages).toEqual([]);
    }
  });
});
