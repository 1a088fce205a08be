import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chunk } from '../../src/page/chunk';
import type { PageChunk } from '../../src/page/gather';
import { type Neighbours, Places, positionsBy } from '../../src/page/places';

/** A chunk of blocks of the given lengths; its nodes are never asked for more than who they are. */
function chunkOf(lengths: number[]): PageChunk {
  const chunk = new Chunk<object>();
  for (const length of lengths) {
    chunk.add({}, 'x'.repeat(length));
    chunk.separate();
  }
  return chunk as unknown as PageChunk;
}

const between =
  (before: number, after: number): (() => Neighbours) =>
  () => ({ before, after, next: null });

describe('places of text that comes', () => {
  const bound = fc.oneof(fc.constant(null), fc.integer({ min: -1e6, max: 1e6 }));

  it('lie between the marks around it, and grow (any lengths and neighbours)', () => {
    fc.assert(
      fc.property(
        bound,
        fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 1e6 })),
        fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (low, gap, chunks) => {
          const before = low ?? Number.NEGATIVE_INFINITY;
          const after = gap === null ? Number.POSITIVE_INFINITY : (low ?? 0) + gap;
          const places = new Places(between(before, after));
          let last = before;
          for (const lengths of chunks) {
            const chunk = chunkOf(lengths);
            const of = places.of(chunk)!;
            const positionOf = positionsBy(of);
            for (let at = 0; at < chunk.length; at++) {
              const position = positionOf(at);
              expect(position).toBeGreaterThan(last);
              expect(position).toBeLessThan(after);
              last = position;
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are refused where there is no room left between two marks', () => {
    let [before, after] = [0, 1];
    let told = 0;
    for (; told < 1_000; told++) {
      const place = new Places(between(before, after)).of(chunkOf([30]))?.[0];
      if (!place) break;
      expect(place.from).toBeGreaterThan(before);
      expect(place.from + 30 * place.step).toBeLessThan(after);
      [before, after] = [place.from + 10 * place.step, place.from + 11 * place.step];
    }
    expect(told).toBeGreaterThan(5);
    expect(told).toBeLessThan(1_000);
  });
});
