import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/link/ledger';

const KEYS = ['a', 'b'];

describe('a ledger', () => {
  it('is, after any adding and taking back, what a sorted list of what is left tells', () => {
    const step = fc.record({ key: fc.constantFrom(...KEYS), position: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(30), (steps, place) => {
        const ledger = new Ledger<string, string>(2);
        let told: { key: string; position: number }[] = [];
        for (const { key, position } of steps) {
          const before = KEYS.map((k) => firstTwo(told, k).join());
          const known = told.some((t) => t.key === key && t.position === position);
          const last = told.every((t) => t.position < position);
          ledger.settle();
          if (known) ledger.remove(key, position);
          else ledger.add(key, position, `${key}${position}`, last);
          told = known
            ? told.filter((t) => t.key !== key || t.position !== position)
            : [...told, { key, position }];
          KEYS.forEach((k, i) => {
            if (firstTwo(told, k).join() !== before[i]) expect(ledger.changed.has(k)).toBe(true);
            if (k !== key) expect(ledger.changed.has(k) || ledger.moved.has(k)).toBe(false);
          });
          expect(ledger.moved.has(key)).toBe(known || !last);
        }
        for (const key of KEYS) {
          const places = told.filter((t) => t.key === key).map((t) => t.position);
          expect(ledger.firstFew(key)).toEqual(firstTwo(told, key));
          expect(ledger.first(key)).toBe(firstTwo(told, key)[0]);
          expect(ledger.has(key)).toBe(places.length > 0);
          expect(ledger.lastBefore(key, place)).toBe(Math.max(...places.filter((p) => p < place)));
        }
        expect(ledger.size).toBe(new Set(told.map((t) => t.key)).size);
      }),
    );
  });
});

function firstTwo(told: readonly { key: string; position: number }[], key: string): string[] {
  return told
    .filter((t) => t.key === key)
    .sort((a, b) => a.position - b.position)
    .slice(0, 2)
    .map((t) => `${key}${t.position}`);
}
