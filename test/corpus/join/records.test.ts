import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../src/corpus/join/records';

describe('the record of a row', () => {
  it('is one for all rows of a name, and of a word', () => {
    const name = ['n:m:jane doe', 'g:m:jane doe', 'c:m:jane doe', 'b:person:jane-doe'];
    expect(new Set(name.map(recordOf))).toEqual(new Set(['x:jane doe']));
    expect(recordOf('k:last:doe')).toBe(recordOf('n:s:doe'));
  });

  it('is one for the persons of an article that belong to nobody', () => {
    expect(recordOf('l:article\0person:doe')).toBe(recordOf('l:article\0person:roe'));
  });

  it('is its own for lists, which grow, and where a name has no letters', () => {
    for (const key of ['s:n:m:jane doe\x000\x003', 'w:p:doe', 'd:12', 'r:', 'n:s:!?', 'n:'])
      expect(recordOf(key)).toBe(key);
  });
});
