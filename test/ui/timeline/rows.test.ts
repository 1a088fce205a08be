import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventLine, QuoteLine, Source } from '../../../src/brief/types';
import { numberOf } from '../../../src/ui/dossier/timeline/calendar';
import { nextMark } from '../../../src/ui/dossier/timeline/keys';
import { cellsOf, daysWithin, rowsOf } from '../../../src/ui/dossier/timeline/rows';
import { scaleOf } from '../../../src/ui/dossier/timeline/scale';

const line = (articleId: string, publisher: string | null, start: number) => ({
  runs: [{ text: 'x' }],
  provenance: { articleId, span: { start, end: start + 1 } },
  publisher,
  published: { date: '2024-05-10', basis: 'stated' as const },
});
const event = (articleId: string, publisher: string | null, date: string, start = 0): EventLine => ({
  ...line(articleId, publisher, start),
  date,
  precision: 'day',
});
const quote = (articleId: string, publisher: string | null, date: string | null): QuoteLine => ({
  ...line(articleId, publisher, 50),
  date,
  kind: 'direct',
});
const source = (articleId: string, agency: string | null) => ({ articleId, agency }) as Source;

describe('rowsOf', () => {
  it('has a row for each outlet, or agency where no outlet is known, the one that tells most first', () => {
    const rows = rowsOf({
      events: [event('a', 'The Quay', '2024-05-09'), event('b', null, '2024-05-01')],
      quotes: [quote('c', null, '2024-05-03'), quote('b', null, '2024-04-30'), quote('c', null, null)],
      sources: [source('a', null), source('b', 'Wire'), source('c', null)],
    });
    expect(rows.map(({ source: outlet, moments }) => [outlet, moments.map(({ day }) => day)])).toEqual([
      ['Wire', ['2024-04-30', '2024-05-01']],
      ['The Quay', ['2024-05-09']],
      [null, ['2024-05-03']],
    ]);
  });

  it('leaves a day that is none out', () => {
    expect(rowsOf({ events: [event('a', 'Q', 'someday')], quotes: [], sources: [] })).toEqual([]);
  });
});

describe('daysWithin', () => {
  const rows = rowsOf({
    events: ['1945-08-15', '2024-05-01', '2024-05-09'].map((day, i) => event('a', 'Q', day, i)),
    quotes: [],
    sources: [],
  });

  it('keeps to the days that the library covers, with some room', () => {
    const days = daysWithin(rows, { from: '2024-05-01', to: '2024-05-10' });
    expect(days).toEqual([numberOf('2024-05-01'), numberOf('2024-05-09')]);
    const scale = scaleOf(days, 400, 24)!;
    expect(cellsOf(rows[0]!, scale).map(({ where }) => where)).toEqual(['before', 'within', 'within']);
  });

  it('takes all where none is near, or the library has no day', () => {
    expect(daysWithin(rows, { from: '1800-01-01', to: '1800-01-02' })).toHaveLength(3);
    expect(daysWithin(rows, { from: null, to: null })).toHaveLength(3);
  });
});

describe('cellsOf', () => {
  it('loses no moment and holds each once, in the order of time', () => {
    const day = fc
      .integer({ min: 18_000, max: 20_500 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 250, max: 900 }),
        (days, width) => {
          const [row] = rowsOf({
            events: days.map((one, i) => event('a', 'Q', one, i)),
            quotes: [],
            sources: [],
          });
          const scale =
            scaleOf(row!.moments.map(({ at }) => at).slice(3, 40), width, 24) ?? scaleOf([0], width, 24)!;
          const cells = cellsOf(row!, scale);
          expect(cells.flatMap(({ moments }) => moments)).toEqual(row!.moments);
          expect(new Set(cells.map(({ where, start }) => `${where}${start}`)).size).toBe(cells.length);
        },
      ),
    );
  });
});

describe('nextMark', () => {
  const mark = (row: number, at: number) => ({ row, at });
  const rows = [
    [mark(0, 10), mark(0, 50), mark(0, 90)],
    [mark(1, 45), mark(1, 80)],
  ];
  const go = (from: { row: number; at: number }, key: string) => nextMark(rows, from, key)?.at;

  it('goes along a row and to the nearest of the next', () => {
    const [first, second, third] = rows[0]!;
    expect(go(first!, 'ArrowRight')).toBe(50);
    expect(go(first!, 'ArrowLeft')).toBeUndefined();
    expect(go(first!, 'End')).toBe(90);
    expect(go(third!, 'Home')).toBe(10);
    expect(go(second!, 'ArrowDown')).toBe(45);
    expect(go(third!, 'ArrowDown')).toBe(80);
    expect(go(rows[1]![0]!, 'ArrowUp')).toBe(50);
    expect(go(second!, 'ArrowUp')).toBeUndefined();
    expect(go(second!, 'a')).toBeUndefined();
  });
});
