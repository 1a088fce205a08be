import { Failure } from '../problem';

/** A line longer than this, in UTF-16 units, is no article's. */
const LONGEST = 40_000_000;

/** A line of a file: its number from 1, and how much of the file it and those before it are, in bytes (nearly so, where not all is ASCII). */
export interface FileLine {
  number: number;
  text: string;
  read: number;
}

/**
 * The lines of a UTF-8 file, one after the other, so that a large one never stands in memory whole. Rejects with a
 * `Failure` where it is no UTF-8, or a line has no end.
 */
export async function* linesOf(file: File): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Failure('notText', [file.name]);
    }
  };
  let number = 0;
  let read = 0;
  let parts: string[] = [];
  let length = 0;
  const reader = file.stream().getReader();
  try {
    for (let end = false; !end; ) {
      const { done, value } = await reader.read();
      end = done;
      const bytes = value?.length ?? 0;
      const text = decoded(value);
      let at = 0;
      for (const [i, piece] of text.split('\n').entries()) {
        if (i > 0) {
          // browsers read megabytes at once: how far one is in them is told too
          const line = read + Math.round((bytes * at) / text.length);
          yield { number: ++number, text: parts.join(''), read: line };
          parts = [];
          length = 0;
        }
        parts.push(piece);
        length += piece.length;
        at += piece.length + 1;
        if (length > LONGEST) throw new Failure('fileLarge', [file.name, String(LONGEST / 1e6)]);
      }
      read += bytes;
    }
    if (length > 0) yield { number: ++number, text: parts.join(''), read };
  } finally {
    await reader.cancel().catch(() => {});
  }
}
