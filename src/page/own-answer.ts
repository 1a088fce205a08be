import type { Mark } from '../browser/messages';

/** The marks of a chunk. */
export interface Marked {
  chunk: number;
  marks: Mark[];
}

/** What marks have in common, told once. */
type Common = Omit<Mark, 'start' | 'end'>;
/** Of each chunk its number, and of each mark of it in order how far it begins from the one before, its length and what it is: the index of that. */
type Packed = [common: Common[], chunks: number[][]];

/**
 * Marks as one string of this length (a multiple of it where they are too many), so that a page's thread that is handed it
 * has the same to do whether there are many marks or none, as long as it is not unpacked.
 */
export function packed(chunks: readonly Marked[], length: number): string {
  const indices = new Map<string, number>();
  const common: Common[] = [];
  const rows = chunks.map(({ chunk, marks }) => {
    const row = [chunk];
    let before = 0;
    for (const { start, end, ...what } of marks) {
      const key = JSON.stringify(what);
      const index = indices.get(key) ?? common.push(what) - 1;
      indices.set(key, index);
      row.push(start - before, end - start, index);
      before = start;
    }
    return row;
  });
  const text = JSON.stringify([common, rows] satisfies Packed);
  return text.padEnd(length * Math.ceil(text.length / Math.max(1, length)));
}

/** What was packed. */
export function unpacked(text: string): Marked[] {
  const [common, chunks] = JSON.parse(text) as Packed;
  return chunks.map(([chunk, ...row]) => {
    const marks: Mark[] = [];
    let start = 0;
    for (let i = 0; i < row.length; i += 3) {
      start += row[i]!;
      marks.push({ start, end: start + row[i + 1]!, ...common[row[i + 2]!]! });
    }
    return { chunk: chunk!, marks };
  });
}
