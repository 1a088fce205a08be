import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/extract/model';

const file = new Uint8Array(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));

describe('the reader model', () => {
  const { lexicon } = loadModel(file);

  it('knows given names and who bears them', () => {
    expect(lexicon.givenNameGender('Shigeru')).toBe('male');
    expect(lexicon.givenNameGender('Annalena')).toBe('female');
    expect(lexicon.givenNameGender('glass')).toBeNull();
    expect(lexicon.isGivenName('Donald')).toBe(true);
    expect(lexicon.isSurname('Kishida')).toBe(true);
  });

  it('knows common words, places and demonyms', () => {
    expect(lexicon.isCommonWord('glass')).toBe(true);
    expect(lexicon.isCommonWord('Ishiba')).toBe(false);
    expect(lexicon.frequency('the')).toBe(15);
    expect(lexicon.frequency('Akazawa')).toBe(0);
    expect(lexicon.isPlace('South Korea')).toBe(true);
    expect(lexicon.isPlace('Tokyo')).toBe(true);
    expect(lexicon.isCountry('Japan')).toBe(true);
    expect(lexicon.countryOf('Japanese')).toBe('Japan');
    expect(lexicon.isDemonym('glass')).toBe(false);
    expect(lexicon.phrase('European Union')).toBe('organisation');
    expect(lexicon.phrase('European')).toBeNull();
  });

  it('refuses what is no model, and says why', () => {
    expect(() => loadModel(new Uint8Array(0))).toThrow(/empty/);
    expect(() => loadModel(file.subarray(0, 5))).toThrow(/only 5 bytes/);
    expect(() => loadModel(new TextEncoder().encode('<!doctype html>'))).toThrow(/no reader model/);
    expect(() => loadModel(file.subarray(0, file.length - 10))).toThrow(/damaged/);
    const broken = file.slice();
    broken[1000]! ^= 1;
    expect(() => loadModel(broken)).toThrow(/damaged/);
  });
});
