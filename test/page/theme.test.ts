import { describe, expect, it } from 'vitest';
import { luminance, parseColour } from '../../src/page/theme';

describe('colours of a page', () => {
  it('reads what browsers compute', () => {
    expect(parseColour('rgb(255, 0, 10)')).toEqual([255, 0, 10, 1]);
    expect(parseColour('rgba(0, 0, 0, 0)')).toEqual([0, 0, 0, 0]);
    expect(parseColour('rgb(1 2 3 / 0.5)')).toEqual([1, 2, 3, 0.5]);
    expect(parseColour('color(srgb 1 0 0.5)')).toEqual([255, 0, 127.5, 1]);
    expect(parseColour('oklch(0.5 0.1 20)')).toBeNull();
    expect(parseColour('transparent')).toBeNull();
  });

  it('knows dark from light by the luminance of WCAG', () => {
    expect(luminance([255, 255, 255, 1])).toBeCloseTo(1);
    expect(luminance([0, 0, 0, 1])).toBe(0);
    expect(luminance([119, 119, 119, 1])).toBeCloseTo(0.184, 2);
  });
});
