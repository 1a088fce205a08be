import type { Dossier, EventLine, Line, QuoteLine } from '../../../brief/types';
import type { Day, Precision } from '../../../extract/types';
import { type DayNumber, middleOf, numberOf, startOf } from './calendar';
import { type Scale, windowOf } from './scale';

/** One thing that has a day: an event or something said. */
export interface Moment {
  is: 'event' | 'said';
  day: Day;
  precision: Precision;
  /** Where it stands on the scale: the middle of its period. */
  at: DayNumber;
  line: Line;
}

/** All moments that one outlet tells. */
export interface Row {
  /** The outlet, or the agency where no outlet is known; null for neither. */
  source: string | null;
  moments: Moment[];
}

/** Moments of one row that share a unit of the scale, or lie before or after it. */
export interface Cell {
  /** First day of the unit. */
  start: DayNumber;
  where: 'within' | 'before' | 'after';
  moments: Moment[];
}

/** The events and quotations of a dossier by their outlet, the outlet that tells most first, earliest moments first. */
export function rowsOf({ events, quotes, sources }: Pick<Dossier, 'events' | 'quotes' | 'sources'>): Row[] {
  const agencies = new Map(sources.map(({ articleId, agency }) => [articleId, agency]));
  const rows = new Map<string | null, Moment[]>();
  const add = (line: EventLine | QuoteLine, is: Moment['is'], day: Day, precision: Precision) => {
    const at = middleOf(day, precision);
    if (Number.isNaN(at)) return;
    const source = line.publisher ?? agencies.get(line.provenance.articleId) ?? null;
    const moment = { is, day, precision, at, line };
    const row = rows.get(source);
    if (row) row.push(moment);
    else rows.set(source, [moment]);
  };
  for (const event of events) add(event, 'event', event.date, event.precision);
  for (const quote of quotes) if (quote.date) add(quote, 'said', quote.date, 'day');
  return [...rows]
    .map(([source, moments]) => ({ source, moments: moments.sort((a, b) => a.at - b.at) }))
    .sort((a, b) => b.moments.length - a.moments.length);
}

/** The days of all moments that belong in the picture; all of them where none lies within what the library covers. */
export function daysWithin(rows: readonly Row[], covers: Dossier['covers']): DayNumber[] {
  const days = rows.flatMap(({ moments }) => moments.map(({ at }) => at));
  const { from, to } = windowOf(covers, numberOf);
  const within = days.filter((day) => from <= day && day <= to);
  return within.length > 0 ? within : days;
}

/** A row's moments by the unit of the scale that holds them, in the order of time. */
export function cellsOf({ moments }: Row, { from, to, unit }: Scale): Cell[] {
  const cells: Cell[] = [];
  for (const moment of moments) {
    const where = moment.at < from ? 'before' : moment.at >= to ? 'after' : 'within';
    const start = where === 'within' ? startOf(moment.at, unit) : where === 'before' ? from : to;
    const last = cells.at(-1);
    if (last?.where === where && last.start === start) last.moments.push(moment);
    else cells.push({ start, where, moments: [moment] });
  }
  return cells;
}
