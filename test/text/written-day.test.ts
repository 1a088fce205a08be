import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDay } from '../../src/text/written-day';

describe('a day as it is written', () => {
  it.each([
    ['2025-04-22', '2025-04-22'],
    ['2025-04-22T23:30:00Z', '2025-04-22'],
    ['2025-04-22T00:10:00+09:00', '2025-04-22'],
    ['2025-4-2 06:30', '2025-04-02'],
    ['2025/04/22', '2025-04-22'],
    ['20250422', '2025-04-22'],
    ['20250422T063000Z', '2025-04-22'],
    ['Tue, 22 Apr 2025 06:30:00 +0900', '2025-04-22'],
    ['22 April 2025', '2025-04-22'],
    ['Published on April 22nd, 2025 at 6 p.m.', '2025-04-22'],
    ['the 3rd of Sept. 2024', '2024-09-03'],
    ['Apr. 9, 2025', '2025-04-09'],
    ['2025年4月22日（火） 6時30分', '2025-04-22'],
    ['令和7年4月22日', '2025-04-22'],
    ['2025년 4월 22일', '2025-04-22'],
    ['22/04/2025', '2025-04-22'],
    ['4/22/2025', '2025-04-22'],
    ['22.04.2025', '2025-04-22'],
  ])('%s', (text, day) => {
    expect(writtenDay(text)).toBe(day);
  });

  it.each([
    '',
    'yesterday',
    '04/05/2025',
    '2025-02-30',
    '31 April 2025',
    '2025-13-01',
    '0001-01-01',
    'April 2025',
    'call 2025-04-221',
    'in 1745312400',
    'decimal 22 2025',
  ])('is none in “%s”', (text) => {
    expect(writtenDay(text)).toBeNull();
  });

  it('is the same day in every way of writing it', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ');
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 5 }), (when, way) => {
        const iso = when.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
        const name = months[month - 1]!;
        const written = [
          when.toISOString(),
          when.toUTCString(),
          `${day} ${name} ${year}`,
          `${name} ${day}, ${year}`,
          `${name.slice(0, 3)} ${day} ${year}`,
          `${year}年${month}月${day}日`,
        ][way]!;
        expect(writtenDay(`Posted: ${written}`)).toBe(iso);
      }),
    );
  });
});
