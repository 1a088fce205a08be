import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSlots, numberOfId, packTexts, textAt } from '../../src/corpus/sections';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('\ud83d', '\ude00', 'a', 'é', '石', '\u0000')).map((units) => units.join('')),
);

describe('texts in two parts', () => {
  it('are read back, halves of surrogate pairs as U+FFFD', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const [bytes, starts] = packTexts(texts);
        expect(bytes.length).toBe(starts[texts.length]);
        expect(texts.map((_, i) => textAt(bytes, starts, i))).toEqual(texts.map((one) => one.toWellFormed()));
      }),
    );
  });

  it('are found again as ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (ids, other) => {
        const [bytes, starts] = packTexts(ids);
        const slots = idSlots(ids);
        for (const id of [...ids, other]) expect(numberOfId(bytes, starts, slots, id)).toBe(ids.indexOf(id));
      }),
    );
  });
});
