import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Emissions } from '../../src/extract/names/emissions';
import { LABELS } from '../../src/extract/names/labels';
import { emit } from '../../src/extract/names/tagger';

const SLOTS = 100;
const weight = fc.integer({ min: -128, max: 127 });
const table = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: SLOTS - 1 }),
    fc.array(weight, { minLength: LABELS, maxLength: LABELS }),
  ),
  { selector: ([slot]) => slot, maxLength: 60 },
);

it('adds up what the plain table of weights adds up to', () => {
  fc.assert(
    fc.property(table, fc.array(fc.integer({ min: 0, max: SLOTS - 1 }), { maxLength: 96 }), (rows, asked) => {
      rows.sort(([a], [b]) => a - b);
      const dense = new Int8Array(SLOTS * LABELS);
      const emissions = new Emissions(
        SLOTS,
        Uint32Array.from(rows, ([slot]) => slot),
      );
      rows.forEach(([slot, weights], rank) => {
        weights.forEach((w, label) => {
          dense[slot * LABELS + label] = w;
          emissions.set(rank, label, w);
        });
      });
      const slots = Int32Array.from(asked);
      const [wanted, found] = [new Float32Array(LABELS), new Float32Array(LABELS + 1).fill(9)];
      emit(dense, slots, slots.length, wanted, 0);
      emissions.sum(slots, slots.length, found, 1);
      expect(Array.from(found)).toEqual([9, ...wanted]);
    }),
  );
});

it('keeps the halves of a word apart at the extremes', () => {
  const emissions = new Emissions(1, Uint32Array.of(0));
  for (let label = 0; label < LABELS; label++) emissions.set(0, label, label % 2 ? 127 : -128);
  const scores = new Float32Array(LABELS);
  emissions.sum(new Int32Array(96), 96, scores, 0);
  expect(Array.from(scores)).toEqual(Array.from({ length: LABELS }, (_, y) => 96 * (y % 2 ? 127 : -128)));
});
