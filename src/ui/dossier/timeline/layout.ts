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
  /** Where the scale ends and what lies outside begins. */
  edges: number[];
  rows: Mark[][];
  ticks: Tick[];
}

/** Lays the rows out over the room there is. Null where nothing has a day. */
export function layOut(rows: readonly Row[], covers: Dossier['covers'], { width, em }: Room): Layout | null {
  const days = daysWithin(rows, covers);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const some = (lies: (at: number) => boolean) =>
    rows.some(({ moments }) => moments.some(({ at }) => lies(at)));
  const left = some((at) => at < first) ? (100 * OUTSIDE) / width : 0;
  const right = some((at) => at > last) ? (100 * OUTSIDE) / width : 0;
  const inner = 100 - left - right;
  const scale = scaleOf(days, (width * inner) / 100, APART);
  if (!scale) return null;
  return {
    scale,
    edges: [...(left > 0 ? [left] : []), ...(right > 0 ? [100 - right] : [])],
    rows: rows.map((row, i) =>
      cellsOf(row, scale).map((cell) => ({
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
