import { describe, expect, it } from 'vitest';
import { type Derived, derivedNow, readGolden, toBeDone } from './library';

const derived: Derived = {
  version: 7,
  tables: { links: { rows: 1, hash: 'a' }, search: { rows: 2, hash: 'b' } },
};

describe('what is derived from a library', () => {
  it('is what it was when the database’s version was raised last', async () => {
    expect(toBeDone(readGolden(), await derivedNow())).toBeNull();
  });

  it('may not be other rows without a new version', () => {
    const other = { ...derived, tables: { ...derived.tables, search: { rows: 2, hash: 'c' } } };
    expect(toBeDone(derived, derived)).toBeNull();
    expect(toBeDone(derived, other)).toMatch(/\(search\), but VERSION is still 7.*Raise VERSION/);
    const more = { ...derived, tables: { ...derived.tables, faces: { rows: 1, hash: 'd' } } };
    expect(toBeDone(derived, more)).toMatch(/\(faces\)/);
    expect(toBeDone(more, derived)).toMatch(/\(faces\)/);
  });

  it('is to be noted with each new version', () => {
    expect(toBeDone(derived, { ...derived, version: 8 })).toMatch(/VERSION is 8 and no longer 7/);
  });
});
