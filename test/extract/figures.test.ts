import { describe, expect, it } from 'vitest';
import { findProse } from '../../src/extract/boilerplate';
import { findDates } from '../../src/extract/dates';
import { prepare } from '../../src/extract/document';
import { findFigures } from '../../src/extract/figures';

/** [value, unit, what is measured, surface] of every figure. */
function figures(text: string) {
  const doc = prepare({
    id: 'a',
    text,
    published: { date: '2025-04-22', basis: 'editor' },
    origin: 'imported',
  });
  return findFigures(doc, findDates(doc), findProse(doc)).map(({ start, end, value, unit, of }) => [
    value,
    unit,
    of && text.slice(of.start, of.end),
    text.slice(start, end),
  ]);
}

describe('findFigures', () => {
  it.each([
    ['They imposed tariffs on cars of 24 percent.', [24, 'percent', 'tariffs on cars', '24 percent']],
    ['A 10% baseline tariff is due.', [10, 'percent', 'baseline tariff', '10%']],
    ['Some 41.5 per cent of voters stayed home.', [41.5, 'percent', 'voters', '41.5 per cent']],
    ['Exports rose 5 percent.', [5, 'percent', 'Exports', '5 percent']],
    ['The rate fell by 25 basis points.', [25, 'basis points', 'rate', '25 basis points']],
  ])('reads shares: %s', (text, figure) => {
    expect(figures(text)).toEqual([figure]);
  });

  it.each([
    ['It gave $3.5 million in aid.', [3_500_000, 'USD', 'aid', '$3.5 million']],
    ['It costs the state €2bn a year.', [2_000_000_000, 'EUR/year', 'costs the state', '€2bn a year']],
    ['A budget of 300 billion yen was passed.', [300_000_000_000, 'JPY', 'budget', '300 billion yen']],
    ['He paid a HK$1,200 fine.', [1200, 'HKD', 'fine', 'HK$1,200']],
  ])('reads money: %s', (text, figure) => {
    expect(figures(text)).toEqual([figure]);
  });

  it.each([
    [
      'It pays for 54,000 US military personnel in Japan.',
      [54_000, 'personnel', 'US military personnel in Japan', '54,000 US military personnel'],
    ],
    ['The vote drew two million voters.', [2_000_000, 'voters', 'voters', 'two million voters']],
    ['About 1,200 people in Oslo marched.', [1200, 'people', 'people in Oslo', '1,200 people']],
    ['The duties have been paused for 90 days.', [90, 'days', 'duties have been paused', '90 days']],
  ])('reads counts and lengths of time: %s', (text, figure) => {
    expect(figures(text)).toEqual([figure]);
  });

  it('takes a word for what it is, whatever the language of the program calls so', () => {
    expect(figures('They lost the title to a constructor. Ferrari won 6 constructor titles.')).toEqual([
      [6, 'titles', 'constructor titles', '6 constructor titles'],
    ]);
  });

  it('reads both ends of a range', () => {
    expect(figures('Prices rose by 5 to 10 percent.').map(([value, unit]) => [value, unit])).toEqual([
      [5, 'percent'],
      [10, 'percent'],
    ]);
    expect(figures('It will cost $3-4 million.').map(([value]) => value)).toEqual([3_000_000, 4_000_000]);
  });

  it('takes neither dates nor names nor scores for figures', () => {
    for (const text of [
      'They met on April 22, 2025, and in 2017.',
      'Sweden won 1 – 0, and Oslo 3-2.',
      'The 22nd fair opened at 9.30.',
      'Ann Cole, 19, flew the F-16.',
      'Boeing 737 jets fly there.',
      'The 20-year-old saw the two countries.',
      'She is 30 years old.',
      'It was No. 10 of Article 9.',
    ])
      expect(figures(text)).toEqual([]);
  });
});
