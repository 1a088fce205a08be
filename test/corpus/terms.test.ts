import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, FIXED, termsOf } from '../../src/corpus/terms';

describe('the fixed frequencies of terms', () => {
  it('weigh a name above a rare word, and that above a common one', () => {
    const [name, rare, common] = ['lindqvist', 'overture', 'government'].map(FIXED.idf);
    expect(name).toBeGreaterThanOrEqual(rare!);
    expect(rare).toBeGreaterThan(common!);
    expect(common).toBeGreaterThan(0);
  });

  it('weigh a plural as its singular', () => {
    expect(termsOf('tables')).toEqual(['table']);
    expect(FIXED.idf('table')).toBeLessThan(6);
  });

  it('give vectors of length 1 whatever the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('harbour', 'talk', 'lindqvist', 'steel'), { minLength: 1 }),
        (terms) => {
          const vector = FIXED.vector(terms);
          expect(cosine(vector, vector)).toBeCloseTo(1, 10);
        },
      ),
    );
    expect(FIXED.vector([]).size).toBe(0);
  });
});
