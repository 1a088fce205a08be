import { counted, dayText, listText, rangeText, t } from '../../text';
import { after, dayOf, type Unit } from './calendar';
import type { Cell, Row } from './rows';
import type { Scale } from './scale';

/** A unit of the calendar in words. */
export function unitText(start: string, unit: Unit, end: string): string {
  if (unit === 'day' || unit === 'month' || unit === 'year') return dayText(start, unit);
  return rangeText(start, end, unit === 'week' ? 'day' : unit === 'quarter' ? 'month' : 'year');
}

/** The words of a tick of the axis: only where its unit begins. */
export const tickText = (day: string, unit: Unit): string =>
  dayText(
    day,
    unit === 'day' || unit === 'week' ? 'day' : unit === 'month' || unit === 'quarter' ? 'month' : 'year',
  );

/** When a cell's moments were. */
export function whenText({ start, where, moments }: Cell, scale: Scale): string {
  const [one] = moments;
  if (one && moments.every(({ day, precision }) => day === one.day && precision === one.precision))
    return dayText(one.day, one.precision);
  if (where === 'before') return t('timeline.before', dayText(dayOf(scale.from)));
  if (where === 'after') return t('timeline.after', dayText(dayOf(scale.to - 1)));
  return unitText(dayOf(start), scale.unit, dayOf(after(start, scale.unit) - 1));
}

/** The outlet of a row. */
export const sourceText = ({ source }: Row): string => source ?? t('dossier.unknownOutlet');

/** How much a cell holds. */
export function amountText({ moments }: Cell): string {
  const events = moments.filter(({ is }) => is === 'event').length;
  const said = moments.length - events;
  return listText([
    ...(events > 0 ? [counted('timeline.events', events)] : []),
    ...(said > 0 ? [counted('timeline.said', said)] : []),
  ]);
}
