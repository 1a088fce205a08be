import { describe, expect, it } from 'vitest';
import { type Curve, curvePicture } from '../../src/cli/curve';

const CURVES: Curve[] = [
  {
    label: 'a <set> & more',
    points: [
      { threshold: 0.2, precision: 72, recall: 96 },
      { threshold: 0.6, precision: 90, recall: 88 },
      { threshold: 0.9, precision: 98, recall: 74 },
    ],
  },
  { label: 'no marks at all', points: [] },
];

/** The numbers of an attribute of every element of a kind. */
const numbers = (picture: string, tag: string, attribute: string): number[] =>
  [...picture.matchAll(new RegExp(`<${tag} [^>]*?${attribute}="([^"]*)"`, 'g'))].map(([, value]) =>
    Number(value),
  );

describe('the picture of precision against recall', () => {
  const picture = curvePicture(CURVES, 0.61);

  it('rings the point whose threshold is in use, where its figures are on the axes', () => {
    // recall 70..100 over x 56..624, precision 70..100 over y 372..20
    expect(numbers(picture, 'circle', 'cx')[0]).toBeCloseTo(56 + (18 / 30) * 568, 0);
    expect(numbers(picture, 'circle', 'cy')[0]).toBeCloseTo(372 - (20 / 30) * 352, 0);
    expect(picture).toContain('threshold in use, 0.61');
    expect(picture).toContain(': 90.0 / 88.0');
  });

  it('draws one line through all the points of a curve, the surer the further left, and none of an empty one', () => {
    const [points] = [...picture.matchAll(/<polyline points="([^"]*)"/g)].map(([, list]) => list!.split(' '));
    expect(points).toHaveLength(3);
    const xs = points!.map((point) => Number(point.split(',')[0]));
    expect(xs).toEqual([...xs].sort((a, b) => b - a));
    expect(picture).not.toContain('no marks at all');
  });

  it('stays within its frame, escapes what it is told and knows dark', () => {
    expect(picture).toContain('a &lt;set&gt; &amp; more');
    expect(picture).toContain('prefers-color-scheme:dark');
    for (const x of [...numbers(picture, 'line', 'x1'), ...numbers(picture, 'line', 'x2')])
      expect(x >= 56 && x <= 624).toBe(true);
    expect(() => curvePicture([], 0.5)).not.toThrow();
  });
});
