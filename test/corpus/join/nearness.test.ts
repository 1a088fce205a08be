import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Nearness } from '../../../src/corpus/join/nearness';
import { likeness, type Standing, standingOf } from '../../../src/corpus/join/subject';

/** How near one cluster is to another, by comparing every article of the one with every one of the other. */
function plainNearness(
  own: readonly Standing[],
  other: readonly Standing[],
  without: readonly number[],
): number {
  const best = own.map((x) =>
    Math.max(
      0,
      ...other.map((y) => (x.articleId === y.articleId ? 1 : likeness(x.subject, y.subject, without))),
    ),
  );
  return best.sort((x, y) => y - x)[Math.floor(best.length / 4)] ?? 0;
}

const WORDS = 'quay tariff ferry grain keeper lamp tide vote bench harbour salt net'.split(' ');
const subject = fc
  .dictionary(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 1024 }), { maxKeys: 9 })
  .map((weights) => {
    const all = Object.entries(weights);
    const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return all.map(([word, weight]): [string, number] => [word, Math.round((1024 * weight) / length) / 1024]);
  });
const standings = fc
  .array(fc.record({ articleId: fc.integer({ min: 0, max: 30 }).map(String), subject }), { maxLength: 12 })
  .map((all) => all.map(standingOf));

it('nearness is to the bit what comparing each article with each other comes to, however many they are', () => {
  const termOf = (word: string) => standingOf({ articleId: '', subject: [[word, 1]] }).subject.terms[0]!;
  const without = fc.uniqueArray(fc.constantFrom(...WORDS).map(termOf), { maxLength: 2 });
  const seen = { between: 0, none: 0 };
  fc.assert(
    fc.property(
      standings,
      fc.array(standings, { minLength: 1, maxLength: 4 }),
      without,
      (own, others, not) => {
        const nearness = new Nearness(own, not);
        for (const other of others) {
          const near = plainNearness(own, other, not);
          expect(nearness.to(other)).toBe(near);
          expect([...nearness.each(other)]).toEqual(own.map((one) => plainNearness([one], other, not)));
          seen[near > 0 && near < 1 ? 'between' : 'none']++;
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(seen.between, seen.none)).toBeGreaterThan(50);
});
