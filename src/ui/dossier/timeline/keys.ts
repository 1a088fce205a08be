import type { Mark } from './track';

/** The mark that a key goes to from another: along its row, or to the nearest of the row above or below. */
export function nextMark<Placed extends Pick<Mark, 'row' | 'at'>>(
  rows: readonly (readonly Placed[])[],
  from: Placed,
  key: string,
): Placed | undefined {
  const row = rows[from.row] ?? [];
  const i = row.indexOf(from);
  if (key === 'ArrowRight') return row[i + 1];
  if (key === 'ArrowLeft') return row[i - 1];
  if (key === 'Home') return row[0];
  if (key === 'End') return row.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const other = rows[from.row + (key === 'ArrowDown' ? 1 : -1)] ?? [];
  return [...other].sort((a, b) => Math.abs(a.at - from.at) - Math.abs(b.at - from.at))[0];
}
