import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_SEPARATOR, FOLDED_UNITS, fold, UNIT_CLASSES, UnitClass } from '../../src/text/fold';

describe('fold', () => {
  it('makes case, diacritics, full width and typographic variants one', () => {
    expect(fold('  Recep  Tayyip ERDOĞAN’s “Al‑Sisi” ')).toBe('recep tayyip erdogan\'s "al-sisi"');
    expect(fold('ＮＡＴＯ')).toBe('nato');
    expect(fold('Jose\u0301 Mu\u00f1oz')).toBe('jose munoz');
  });

  it('leaves out what is invisible and keeps scripts without case', () => {
    expect(fold('Ishi\u00adba\u200b')).toBe('ishiba');
    expect(fold('石破茂　首相')).toBe('石破茂 首相');
  });

  it('folds every unit once and for all, to a unit that is no space', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 65536; code++) {
      const plain = FOLDED_UNITS[code]!;
      const spaced = UNIT_CLASSES[code] === UnitClass.space || UNIT_CLASSES[code] === UnitClass.barrier;
      if (FOLDED_UNITS[plain] !== plain || (!spaced && UNIT_CLASSES[plain] === UnitClass.space))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
    expect(fold('\u0149')).toBe("'");
    expect(fold('O\u02bcNeill')).toBe("o'neill");
    expect(fold('a\u1fefb \u037a')).toBe("a'b \u037a");
  });

  it('is idempotent on any string', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => {
        const text = String.fromCharCode(...units);
        return fold(fold(text)) === fold(text);
      }),
    );
  });

  it('classes the block separator and line breaks as barriers', () => {
    for (const unit of [BLOCK_SEPARATOR, '\n', '\r', '\u2028'])
      expect(UNIT_CLASSES[unit.charCodeAt(0)]).toBe(UnitClass.barrier);
    expect(FOLDED_UNITS['É'.charCodeAt(0)]).toBe('e'.charCodeAt(0));
  });
});
