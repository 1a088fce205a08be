import { describe, expect, it } from 'vitest';
import { colours, contrast, type Declaration, declarations, declarationsOf, mix } from './style';

const THEMES = ['light', 'dark'] as const;

/** What text stands on what: WCAG 2.2 AA asks for 4.5. */
const TEXT: Record<string, readonly string[]> = {
  paper: ['ink', 'soft', 'accent', 'now', 'bad'],
  raised: ['ink', 'soft', 'accent'],
  sunken: ['ink', 'soft'],
  'accent-wash': ['ink', 'soft', 'accent'],
  'bad-wash': ['ink', 'bad', 'accent'],
  mark: ['ink', 'accent'],
  quote: ['ink', 'accent'],
  accent: ['on-accent'],
  ink: ['paper'],
};

/** What is drawn on what and means something: 3. */
const DRAWN: Record<string, readonly string[]> = {
  paper: ['edge', 'accent', 'now', 'bad'],
  raised: ['edge', 'accent'],
};

describe.each(THEMES)('in %s', (theme) => {
  const all = colours();
  const of = (name: string) => all[name]![theme];
  const short = (pairs: Record<string, readonly string[]>, least: number) =>
    Object.entries(pairs).flatMap(([ground, fronts]) =>
      fronts
        .map((front) => `${front} on ${ground}: ${contrast(of(front), of(ground)).toFixed(2)}`)
        .filter((told) => Number(told.split(': ')[1]) < least),
    );

  it('every text can be read', () => {
    expect(short(TEXT, 4.5)).toEqual([]);
  });

  it('every border and drawing that means something can be seen', () => {
    expect(short(DRAWN, 3)).toEqual([]);
  });

  it('the cells of the matrix and the button that is pointed at can be read', () => {
    for (const part of [0.1, 0.45])
      expect(contrast(of('ink'), mix(of('accent'), part, of('paper')))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-accent'), mix(of('accent'), 0.88, of('ink')))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the type scale', () => {
  const steps = declarations()
    .filter(({ file, property }) => file === 'theme.css' && /^--np-\d+$/.test(property))
    .map(({ value }) => Number(/^calc\(([\d.]+) \* var\(--np-unit\)\)$/.exec(value)?.[1]));

  it('goes up by half a minor third, then by whole ones', () => {
    expect(steps).toHaveLength(10);
    for (const [i, step] of steps.entries()) {
      if (i === 0) continue;
      const up = i <= 6 ? Math.sqrt(1.2) : 1.2;
      expect(step / steps[i - 1]!).toBeCloseTo(up, 3);
    }
  });
});

/** Sizes and spaces off the scale and the grid that have a reason. */
const EXCEPTIONS: readonly { file: string; value: string; why: string }[] = [
  { file: 'dossier/print.css', value: '10.5pt', why: 'paper is measured in points' },
];
const isExcepted = ({ file, value }: Declaration) =>
  EXCEPTIONS.some((one) => one.file === file && one.value === value);

const SPACE = /^(?:margin|padding|gap|row-gap|column-gap|border-spacing)(?:-[a-z-]+)?$/;
/** Hairlines, and half a step between a word and what belongs to it. */
const HAIR = [0, 1, 2];

const offScale = (all: Declaration[]) =>
  all.filter(
    ({ property, value }) =>
      (property === 'font-size' && !/^(?:var\(--np-\d+\)|inherit)$/.test(value)) ||
      (property === 'font' && !/^(?:\d+ )?var\(--np-\d+\) \/ [\d.]+ var\(--np-\w+\)$|^inherit$/.test(value)),
  );

const offGrid = (all: Declaration[]) =>
  all.filter(
    ({ property, value }) =>
      SPACE.test(property) &&
      [...value.matchAll(/(-?[\d.]+)(px|rem|em|pt|ch)\b/g)].some(([, size, unit]) => {
        const px = Math.abs(Number(size)) * (unit === 'rem' ? 16 : 1);
        return (unit !== 'px' && unit !== 'rem') || (px % 4 !== 0 && !HAIR.includes(px));
      }),
  );

describe('the style sheets', () => {
  const told = (all: Declaration[]) =>
    all
      .filter((one) => !isExcepted(one))
      .map(({ file, selector, property, value }) => `${file}: ${selector} { ${property}: ${value} }`);

  it('set no size of text that is not on the scale', () => {
    expect(told(offScale(declarations()))).toEqual([]);
  });

  it('keep margins, paddings and gaps to the grid of 4 px', () => {
    expect(told(offGrid(declarations()))).toEqual([]);
  });

  it('have every exception that is allowed', () => {
    const off = [...offScale(declarations()), ...offGrid(declarations())];
    for (const { file, value } of EXCEPTIONS)
      expect(off.some((one) => one.file === file && one.value === value)).toBe(true);
  });

  it('are measured: what is off the scale or the grid is found', () => {
    const css =
      'p { font-size: 14px; margin: 4px 5px } @media print { b { font: 13px / 1 serif; gap: 1em } }';
    const all = declarationsOf('made.css', css);
    expect(offScale(all).map(({ value }) => value)).toEqual(['14px', '13px / 1 serif']);
    expect(offGrid(all).map(({ value }) => value)).toEqual(['4px 5px', '1em']);
  });
});
