import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, numberOf, startOf } from '../../../src/ui/dossier/timeline/calendar';
import { placeOf, scaleOf } from '../../../src/ui/dossier/timeline/scale';
import { emOf, ticksOf } from '../../../src/ui/dossier/timeline/ticks';

const days = fc.array(fc.integer({ min: -30_000, max: 30_000 }), { minLength: 1, maxLength: 60 });
const width = fc.integer({ min: 200, max: 1400 });
const APART = 24;

describe('scaleOf', () => {
  it('marks single days where there is room for them, else the next larger part of the calendar', () => {
    const week = ['2025-04-16', '2025-04-22'].map(numberOf);
    expect(scaleOf(week, 264, APART)).toMatchObject({ unit: 'day', from: week[0], to: week[1]! + 1 });
    const year = ['2024-05-02', '2025-04-22'].map(numberOf);
    expect(scaleOf(year, 1400, APART)!.unit).toBe('week');
    const scale = scaleOf(year, 320, APART)!;
    expect([scale.unit, dayOf(scale.from), dayOf(scale.to)]).toEqual(['month', '2024-05-01', '2025-05-01']);
  });

  it('has one day in the middle and none for no day', () => {
    const scale = scaleOf([5], 300, APART)!;
    expect(placeOf(5, scale)).toBe(0.5);
    expect(scaleOf([], 300, APART)).toBeNull();
  });

  it('keeps marks apart, in the order of time and on the track', () => {
    fc.assert(
      fc.property(days, width, (given, wide) => {
        const scale = scaleOf(given, wide, APART)!;
        const starts = [...new Set(given.map((day) => startOf(day, scale.unit)))].sort((a, b) => a - b);
        const places = starts.map((day) => placeOf(day, scale) * wide);
        places.forEach((place, i) => {
          expect(place).toBeGreaterThan(0);
          expect(place).toBeLessThan(wide);
          // months and leap years differ by some days
          if (i > 0 && scale.unit !== 'century')
            expect(place - places[i - 1]!).toBeGreaterThanOrEqual(APART * 0.9);
        });
      }),
    );
  });
});

describe('ticksOf', () => {
  const write = (day: string, unit: string) => (unit === 'year' ? day.slice(0, 4) : day);

  it('has every day where there is room, fewer where there is not', () => {
    const scale = scaleOf(['2025-04-18', '2025-04-22'].map(numberOf), 600, APART)!;
    expect(ticksOf(scale, 60, write).map(({ text }) => text.slice(8))).toEqual([
      '18',
      '19',
      '20',
      '21',
      '22',
    ]);
    expect(ticksOf(scale, 20, write).map(({ text }) => text.slice(8))).toEqual(['18', '20', '22']);
    expect(ticksOf(scale, 12, write).map(({ text }) => text.slice(8))).toEqual(['18']);
  });

  it('never lets two labels touch or leave the axis', () => {
    fc.assert(
      fc.property(days, width, (given, wide) => {
        const scale = scaleOf(given, wide, APART)!;
        const em = wide / 12;
        const ticks = ticksOf(scale, em, write);
        expect(ticks.length).toBeGreaterThan(0);
        let right = 0;
        for (const { label, text, at } of ticks) {
          expect(text).toBe(
            write(
              dayOf(Math.floor(scale.from + at * (scale.to - scale.from))),
              text.length === 4 ? 'year' : 'day',
            ),
          );
          const [start, end] = [label * em - emOf(text) / 2, label * em + emOf(text) / 2];
          expect(start).toBeGreaterThanOrEqual(right - 1e-6);
          expect(end).toBeLessThanOrEqual(em + 1e-6);
          expect(at >= 0 && at <= 1).toBe(true);
          right = end + 0.5;
        }
      }),
    );
  });
});
