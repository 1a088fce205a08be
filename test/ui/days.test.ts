import { describe, expect, it } from 'vitest';
import { calendarDays, periodsOf } from '../../src/ui/dossier/days';

const days = (value: string) => {
  const period = calendarDays(value);
  return period && [period.from, period.to, period.unit];
};

describe('the days of an article', () => {
  it('are those of the TIMEX3 values that have a place in the calendar', () => {
    expect(days('2025-04-22')).toEqual(['2025-04-22', '2025-04-22', 'day']);
    expect(days('2025-04-22T10:00')).toEqual(['2025-04-22', '2025-04-22', 'day']);
    expect(days('2025-W17')).toEqual(['2025-04-21', '2025-04-27', 'week']);
    expect(days('2020-W53')).toEqual(['2020-12-28', '2021-01-03', 'week']);
    expect(days('2025-02')).toEqual(['2025-02-01', '2025-02-28', 'month']);
    expect(days('2025-Q2')).toEqual(['2025-04-01', '2025-06-30', 'quarter']);
    expect(days('1945')).toEqual(['1945-01-01', '1945-12-31', 'year']);
    for (const none of ['PAST_REF', '202', '2025-SU', '2025-13-40', 'XXXX-04', ''])
      expect([none, days(none)]).toEqual([none, null]);
  });

  it('come in the order of the calendar, each once, those without a place last', () => {
    const periods = periodsOf([
      { start: 0, end: 3, value: '2025-04-22' },
      { start: 5, end: 8, value: 'PRESENT_REF' },
      { start: 9, end: 12, value: '2025-04-18' },
      { start: 20, end: 23, value: '2025-04-22' },
    ]);
    expect(periods.map(({ days: found, places }) => [found?.from, places.map(({ start }) => start)])).toEqual(
      [
        ['2025-04-18', [9]],
        ['2025-04-22', [0, 20]],
        [undefined, [5]],
      ],
    );
  });
});
