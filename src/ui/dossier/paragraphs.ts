import type { Run } from '../../brief/types';
import type { Span } from '../../text/span';

/** Text of one kind: a name or none, within a quotation or not, within a temporal expression or not. */
export interface Piece extends Run {
  quoted?: true;
  when?: true;
}

/** A stretch of a paragraph, all of it within the passage or none of it. */
export interface Stretch {
  start: number;
  inPassage: boolean;
  pieces: Piece[];
}

/** A line of the article with something on it. */
export interface Paragraph {
  start: number;
  stretches: Stretch[];
}

/** What is marked in a text besides its names; each list in the order of the text. */
export interface Marked {
  quotes: readonly Span[];
  dates: readonly Span[];
}

/**
 * An article's runs as paragraphs, one for each line of the text that is not blank, cut where the passage and what is
 * marked begin and end. Joined with their line breaks the pieces are the text, verbatim.
 */
export function paragraphsOf(
  runs: readonly Run[],
  passage: Span | null,
  { quotes, dates }: Marked = { quotes: [], dates: [] },
): Paragraph[] {
  const inPassage = follow(passage ? [passage] : []);
  const quoted = follow(quotes);
  const when = follow(dates);
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | null = null;
  for (const { start, text, entity } of cut(runs, [...(passage ? [passage] : []), ...quotes, ...dates])) {
    if (text === '\n') {
      current = null;
      continue;
    }
    if (!current) {
      current = { start, stretches: [] };
      paragraphs.push(current);
    }
    const piece: Piece = {
      text,
      ...(entity !== undefined && { entity }),
      ...(quoted(start) && { quoted: true as const }),
      ...(when(start) && { when: true as const }),
    };
    const isIn = inPassage(start);
    const last = current.stretches.at(-1);
    if (last?.inPassage === isIn) last.pieces.push(piece);
    else current.stretches.push({ start, inPassage: isIn, pieces: [piece] });
  }
  return paragraphs.filter(({ stretches }) =>
    stretches.some(({ pieces }) => pieces.some(({ text }) => text.trim() !== '')),
  );
}

/** Tells whether a place stands within one of these spans; asked for places in the order of the text only. */
function follow(spans: readonly Span[]): (at: number) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return (at) => {
    for (let span = inOrder[next]; span && span.start <= at; span = inOrder[++next])
      end = Math.max(end, span.end);
    return at < end;
  };
}

/** Runs in pieces: line breaks alone, and cuts where a span begins or ends. */
function* cut(runs: readonly Run[], spans: readonly Span[]): Generator<Run & { start: number }> {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  let offset = 0;
  for (const { text, entity } of runs) {
    let from = 0;
    for (let i = 0; i <= text.length; i++) {
      while (cuts[next] !== undefined && cuts[next]! < offset + i) next++;
      const isBreak = text[i] === '\n';
      if (i < text.length && !isBreak && cuts[next] !== offset + i) continue;
      if (i > from) yield { text: text.slice(from, i), entity, start: offset + from };
      from = i;
      if (!isBreak) continue;
      yield { text: '\n', start: offset + i };
      from = i + 1;
    }
    offset += text.length;
  }
}
