import type { Dossier } from '../../../brief/types';
import type { Room } from '../../parts/room';
import { cellsOf, daysWithin, type Row } from './rows';
import { placeOf, type Scale, scaleOf } from './scale';
import { type Tick, ticksOf } from './ticks';
import type { Mark } from './track';
import { amountText, sourceText, tickText, whenText } from './words';

/** Between the middles of two marks, in CSS pixels: a finger's smallest target (WCAG 2.5.8). */
const APART = 24;
/** Room for what lies before or after the scale, in CSS pixels. */
const OUTSIDE = 28;

/** Where everything of the picture stands, in percent of the track. */
export interface Layout {
  scale: Scale;
  rows: Mark[][];
  ticks: Tick[];
}

/** Lays the rows out over the room there is. Null where nothing has a day. */
export function layOut(rows: readonly Row[], covers: Dossier['covers'], { width, em }: Room): Layout | null {
  const days = daysWithin(rows, covers);
  const isWhole = days.length === rows.reduce((sum, { moments }) => sum + moments.length, 0);
  const scale = scaleOf(days, isWhole ? width : width - 2 * OUTSIDE, APART);
  if (!scale) return null;
  const cells = rows.map((row) => cellsOf(row, scale));
  const side = (where: 'before' | 'after') =>
    cells.some((row) => row.some((cell) => cell.where === where)) ? (100 * OUTSIDE) / width : 0;
  const [left, right] = [side('before'), side('after')];
  const inner = 100 - left - right;
  return {
    scale,
    rows: cells.map((row, i) =>
      row.map((cell) => ({
        id: `mark-${i}-${cell.where}-${cell.start}`,
        row: i,
        cell,
        at:
          cell.where === 'before'
            ? left / 2
            : cell.where === 'after'
              ? 100 - right / 2
              : left + inner * placeOf(cell.start, scale),
        name: `${whenText(cell, scale)}, ${sourceText(rows[i]!)}: ${amountText(cell)}`,
      })),
    ),
    ticks: ticksOf(scale, (width / em) * (inner / 100), tickText).map(({ at, label, text }) => ({
      at: left + inner * at,
      label: left + inner * label,
      text,
    })),
  };
}
