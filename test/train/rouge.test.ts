import { describe, expect, it } from 'vitest';
import { rouge } from '../../src/train/rouge';

describe('rouge', () => {
  it('is the F of the n-grams that two texts share', () => {
    expect(rouge('The harbour is shut.', 'the harbour is SHUT', 1)).toBe(1);
    expect(rouge('the harbour is shut', 'the harbour was open', 1)).toBeCloseTo(0.5);
    expect(rouge('the harbour is shut', 'the harbour was open', 2)).toBeCloseTo(1 / 3);
  });

  it('counts a repeated n-gram as often as both have it', () => {
    expect(rouge('no no no', 'no', 1)).toBeCloseTo(0.5);
  });

  it('is 0 where nothing is shared or nothing is there', () => {
    expect(rouge('harbour', 'mill', 1)).toBe(0);
    expect(rouge('', '', 2)).toBe(0);
  });
});
