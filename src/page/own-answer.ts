import type { Mark } from '../browser/messages';

/** The marks of a chunk. */
export interface Marked {
  chunk: number;
  marks: Mark[];
}

/** What marks have in common, told once. */
type Common = Omit<Mark, 'start' | 'end'>;
/** Of each chunk its number, and of each mark of it in order start, end and what it is: the index of that. */
type Packed = [common: Common[], chunks: number[][]];

/**
 * Marks as one short string of at least this length, so that a page's thread that is handed it has the same to do whether
 * there are many marks or none, as long as it is not unpacked.
 */
export function packed(chunks: readonly Marked[], least: number): string {
  const indices = new Map<string, number>();
  const common: Common[] = [];
  const rows = chunks.map(({ chunk, marks }) => {
    const row = [chunk];
    for (const { start, end, ...what } of marks) {
      const key = JSON.stringify(what);
      const index = indices.get(key) ?? common.push(what) - 1;
      indices.set(key, index);
      row.push(start, end, index);
    }
    return row;
  });
  return JSON.stringify([common, rows] satisfies Packed).padEnd(least);
}

/** What was packed. */
export function unpacked(text: string): Marked[] {
  const [common, chunks] = JSON.parse(text) as Packed;
  return chunks.map(([chunk, ...row]) => {
    const marks: Mark[] = [];
    for (let i = 0; i < row.length; i += 3)
      marks.push({ start: row[i]!, end: row[i + 1]!, ...common[row[i + 2]!]! });
    return { chunk: chunk!, marks };
  });
}
