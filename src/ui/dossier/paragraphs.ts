import type { Run } from '../../brief/types';
import type { Span } from '../../text/span';

/** A stretch of a paragraph, all of it within the passage or none of it. */
export interface Stretch {
  start: number;
  inPassage: boolean;
  runs: Run[];
}

/** A line of the article with something on it. */
export interface Paragraph {
  start: number;
  stretches: Stretch[];
}

/**
 * An article's runs as paragraphs, one for each line of the text that is not blank, cut where the passage begins and
 * ends. Joined with their line breaks the stretches are the text, verbatim.
 */
export function paragraphsOf(runs: readonly Run[], passage: Span | null): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | null = null;
  let at = 0;
  for (const { text, entity } of runs) {
    for (const piece of cut(text, at, passage)) {
      const { start } = piece;
      if (piece.text === '\n') {
        current = null;
        continue;
      }
      if (!current) {
        current = { start, stretches: [] };
        paragraphs.push(current);
      }
      const inPassage = passage !== null && passage.start <= start && start < passage.end;
      const run: Run = entity === undefined ? { text: piece.text } : { text: piece.text, entity };
      const last = current.stretches.at(-1);
      if (last && last.inPassage === inPassage) last.runs.push(run);
      else current.stretches.push({ start, inPassage, runs: [run] });
    }
    at += text.length;
  }
  return paragraphs.filter(({ stretches }) =>
    stretches.some((stretch) => stretch.runs.some(({ text }) => text.trim() !== '')),
  );
}

/** A run's text in pieces: line breaks alone, and cuts at the passage's ends. `offset` is where the run begins. */
function cut(text: string, offset: number, passage: Span | null): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) pieces.push({ text: text.slice(from, to), start: offset + from });
    from = to;
  };
  const ends = passage ? [passage.start - offset, passage.end - offset] : [];
  for (let i = 0; i < text.length; i++) {
    if (ends.includes(i)) close(i);
    if (text[i] !== '\n') continue;
    close(i);
    close(i + 1);
  }
  close(text.length);
  return pieces;
}
