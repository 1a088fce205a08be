import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/extract/dates';
import { civil, dayNumber, dayValue, isoWeek, mondayOf, weekday } from '../../src/extract/dates/calendar';
import { prepare } from '../../src/extract/document';

/** "surface → value" of every date in a text, read on Tuesday 2025-04-22 unless told otherwise. */
function dates(text: string, published: string | null = '2025-04-22'): string[] {
  const doc = prepare({
    id: 'a',
    text,
    published: { date: published, basis: published ? 'editor' : 'none' },
    origin: 'imported',
  });
  return findDates(doc).map(({ start, end, value }) => `${text.slice(start, end)} → ${value}`);
}

describe('findDates', () => {
  it.each([
    ['She left on Tuesday.', 'Tuesday → 2025-04-22'],
    ['She left on Monday morning.', 'Monday morning → 2025-04-21'],
    ['She left on Wednesday.', 'Wednesday → 2025-04-16'],
    ['She left last Tuesday.', 'last Tuesday → 2025-04-15'],
    ['She will leave on Friday.', 'Friday → 2025-04-25'],
    ['Talks are scheduled for Wednesday.', 'Wednesday → 2025-04-23'],
    ['She will speak on Tuesday.', 'Tuesday → 2025-04-22'],
    ['She leaves next Friday.', 'next Friday → 2025-04-25'],
    ['He said Friday that she would stay.', 'Friday → 2025-04-18'],
    ['The offer had been due to expire Friday.', 'Friday → 2025-04-18'],
    ['They met on Thursday of last week.', 'Thursday of last week → 2025-04-17'],
    ['It was Friday, March 14.', 'Friday, March 14 → 2025-03-14'],
    ['She left yesterday.', 'yesterday → 2025-04-21'],
    ['They came the day before yesterday.', 'the day before yesterday → 2025-04-20'],
    ['The ministers meet Friday.', 'Friday → 2025-04-25'],
    ['The ministers did not meet Friday.', 'Friday → 2025-04-18'],
    ['The index is near the record high set on Aug. 6.', 'Aug. 6 → 2024-08-06'],
    ['She speaks tomorrow.', 'tomorrow → 2025-04-23'],
    ['She spoke last night.', 'last night → 2025-04-21'],
    ['She spoke this morning.', 'this morning → 2025-04-22'],
  ])('tells days from words: %s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  it.each([
    ['It began on April 2.', 'April 2 → 2025-04-02'],
    ['It began on Dec. 30.', 'Dec. 30 → 2024-12-30'],
    ['It will be held on December 30.', 'December 30 → 2025-12-30'],
    ['It began on 2 April 2024.', '2 April 2024 → 2024-04-02'],
    ['It began on the 2nd of April, 2024.', '2nd of April, 2024 → 2024-04-02'],
    ['It began on 2024-04-02.', '2024-04-02 → 2024-04-02'],
    ['It began on 4/22/2024.', '4/22/2024 → 2024-04-22'],
    ['It began in March.', 'March → 2025-03'],
    ['It began last October.', 'last October → 2024-10'],
    ['It began in June last year.', 'June last year → 2024-06'],
    ['It began in early May 2023.', 'early May 2023 → 2023-05'],
    ['It began in 1998.', '1998 → 1998'],
    ['It began in nineteen ninety-eight.', 'nineteen ninety-eight → 1998'],
    ['It began in the 1990s.', 'the 1990s → 199'],
    ['It began in the late nineties.', 'the late nineties → 199'],
    ['It began in the 20th century.', 'the 20th century → 19'],
  ])('tells calendar dates: %s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  it.each([
    ['It fell last week.', 'last week → 2025-W16'],
    ['It falls next week.', 'next week → 2025-W18'],
    ['It fell earlier this month.', 'earlier this month → 2025-04'],
    ['It falls next month.', 'next month → 2025-05'],
    ['It ends before the end of the month.', 'the end of the month → 2025-04'],
    ['It comes later in the month.', 'later in the month → 2025-04'],
    ['It fell this year.', 'this year → 2025'],
    ['It fell two years ago.', 'two years ago → 2023'],
    ['It fell ten days ago.', 'ten days ago → 2025-04-12'],
    ['It fell a month ago.', 'a month ago → 2025-03'],
    ['It fell years ago.', 'years ago → PAST_REF'],
    ['It fell over the weekend.', 'the weekend → 2025-W16-WE'],
    ['It fell last summer.', 'last summer → 2024-SU'],
    ['It fell in the first quarter.', 'the first quarter → 2025-Q1'],
    ['It fell in the fourth quarter of 2023.', 'the fourth quarter of 2023 → 2023-Q4'],
    ['It fell in Q3 2024.', 'Q3 2024 → 2024-Q3'],
    ['It rose in recent months.', 'recent months → PAST_REF'],
  ])('tells periods: %s', (text, date) => {
    expect(dates(text)).toEqual([date]);
  });

  it('takes a month that something runs until, or is still to come in, as the next', () => {
    expect(dates('The bank extended the loan through January.', '2025-10-30')).toEqual(['January → 2026-01']);
    expect(dates('It would be paid at an unspecified time in January.', '2025-10-30')).toEqual([
      'January → 2026-01',
    ]);
    expect(dates('The bank extended the loan in January.', '2025-10-30')).toEqual(['January → 2025-01']);
  });

  it('counts across the end of a year', () => {
    expect(dates('She left on Monday and comes back next week.', '2025-01-02')).toEqual([
      'Monday → 2024-12-30',
      'next week → 2025-W02',
    ]);
    expect(dates('It opened in December and shut last month.', '2025-01-02')).toEqual([
      'December → 2024-12',
      'last month → 2024-12',
    ]);
  });

  it('tells both ends of a range', () => {
    expect(dates('It ran in 2017-2021, and from March 3 to April 5.')).toEqual([
      '2017 → 2017',
      '2021 → 2021',
      'March 3 → 2025-03-03',
      'April 5 → 2025-04-05',
    ]);
    expect(dates('Open January 23 - March 9 2014.')).toEqual([
      'January 23 → 2014-01-23',
      'March 9 2014 → 2014-03-09',
    ]);
  });

  it('compares with the quarter that the text is about', () => {
    expect(dates('It earned $3 million in the first quarter, up from $2 million a year earlier.')).toEqual([
      'the first quarter → 2025-Q1',
      'a year earlier → 2024-Q1',
    ]);
  });

  it('leans on the day told before', () => {
    expect(dates('They met on April 2. The next day, Ito left.')).toEqual([
      'April 2 → 2025-04-02',
      'The next day → 2025-04-03',
    ]);
  });

  it('finds no date in what only looks like one', () => {
    for (const text of [
      'The pause is for 90 days.',
      'He may march on in may.',
      'Some 2000 people and 1998 troops came.',
      'April Jones met August Cole.',
      'They fall each Friday, every March, on Monday nights.',
      'It costs $1999 or 2.5 percent, 12/25.',
      'She is 30 years old.',
    ])
      expect(dates(text)).toEqual([]);
  });

  it('leaves out what needs a day that the article has not', () => {
    expect(dates('On Tuesday and on April 2 they met, last week, yesterday and in 2024.', null)).toEqual([
      '2024 → 2024',
    ]);
  });

  it('counts from the day that the text states at its head, when that is near the one given', () => {
    expect(dates('Tuesday, June 19, 2018\n\nYesterday, she left.', '2018-06-18')).toEqual([
      'Tuesday, June 19, 2018 → 2018-06-19',
      'Yesterday → 2018-06-18',
    ]);
  });
});

describe('days named by what happens on them', () => {
  it('dates an occasion wherever it is named, by the date set beside it once', () => {
    expect(
      dates('Opening night, April 11, drew a crowd. The play, new at opening night, has been cut since.'),
    ).toEqual(['Opening night → 2025-04-11', 'April 11 → 2025-04-11', 'opening night → 2025-04-11']);
    expect(dates('The harbour votes on election day. Nobody knows when election day is.')).toEqual([]);
  });

  it('counts numbered days from the one that is dated', () => {
    expect(
      dates(
        'Day two of the games\n\nYesterday, day two of the 2025 Harbour Games, it rained. Day five is dry.',
      ),
    ).toEqual([
      'Day two → 2025-04-21',
      'Yesterday → 2025-04-21',
      'day two of the 2025 → 2025-04-21',
      'Day five → 2025-04-24',
    ]);
  });

  it('leaves out an occasion whose dates disagree', () => {
    expect(dates('Opening night, April 11, was dull. Opening night, April 14, was not.')).toEqual([
      'April 11 → 2025-04-11',
      'April 14 → 2025-04-14',
    ]);
  });

  it.each([
    ['They met on April 12, the day before the storm.', ['April 12 → 2025-04-12', 'the day → 2025-04-12']],
    [
      'They played on Monday. In the last match of the day, Lee won.',
      ['Monday → 2025-04-21', 'the day → 2025-04-21'],
    ],
    ['Today is the eighth day of the strike.', ['Today → 2025-04-22', 'the eighth day → 2025-04-22']],
    ['Saturday was the third day of the strike.', ['Saturday → 2025-04-19', 'the third day → 2025-04-19']],
    ['They met on Friday. That night, it burnt.', ['Friday → 2025-04-18', 'That night → 2025-04-18']],
  ])('tells %s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe('"today" in direct speech', () => {
  it('is the day before where the article tells of it', () => {
    expect(dates('Lee won yesterday. Lee said, "I played well today."')).toEqual([
      'yesterday → 2025-04-21',
      'today → 2025-04-21',
    ]);
    expect(dates('Lee won last week. Lee said, “I play today.”')).toContain('today → 2025-04-22');
  });

  it('does not move the day that the narration leans on', () => {
    expect(dates('They left on Friday. “We rest today,” Lee said. The next day it rained.')).toContain(
      'The next day → 2025-04-19',
    );
  });
});

describe('calendar', () => {
  it('agrees with Date in every day it is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const { year, month, day } = civil(days);
        return (
          dayNumber(year, month, day) === days &&
          dayValue(days) === date.toISOString().slice(0, 10) &&
          weekday(days) === (date.getUTCDay() + 6) % 7
        );
      }),
    );
  });

  it('numbers weeks as ISO 8601 does', () => {
    expect(isoWeek(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(isoWeek(dayNumber(2025, 4, 22))).toEqual({ year: 2025, week: 17 });
    expect(dayValue(mondayOf(2025, 1))).toBe('2024-12-30');
  });
});
