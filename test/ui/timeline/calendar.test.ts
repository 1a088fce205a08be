import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, dayOf, middleOf, numberOf, startOf, UNITS } from '../../../src/ui/dossier/timeline/calendar';

const number = fc.integer({ min: -700_000, max: 200_000 });
const unit = fc.constantFrom(...UNITS);

describe('the calendar of the timeline', () => {
  it('knows where weeks, months, quarters, years, decades and centuries begin', () => {
    const starts = UNITS.map((one) => dayOf(startOf(numberOf('2025-05-22'), one)));
    expect(starts).toEqual([
      '2025-05-22',
      '2025-05-19',
      '2025-05-01',
      '2025-04-01',
      '2025-01-01',
      '2020-01-01',
      '2000-01-01',
    ]);
    expect(dayOf(startOf(numberOf('0079-08-24'), 'year'))).toBe('0079-01-01');
  });

  it('holds every day in the unit that begins at or before it and ends after it', () => {
    fc.assert(
      fc.property(number, unit, (day, one) => {
        const start = startOf(day, one);
        const end = after(start, one);
        expect(start <= day && day < end).toBe(true);
        expect(startOf(start, one)).toBe(start);
        expect(startOf(end, one)).toBe(end);
        expect(startOf(end - 1, one)).toBe(start);
      }),
    );
  });

  it('puts a month in its middle', () => {
    expect(dayOf(middleOf('2025-04-01', 'month'))).toBe('2025-04-15');
    expect(dayOf(middleOf('2025-04-16', 'day'))).toBe('2025-04-16');
  });
});
