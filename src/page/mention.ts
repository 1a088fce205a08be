import type { Mark } from '../browser/messages';
import type { PageChunk } from './gather';

/** A mention on the page. Its ranges are static (one a text node), so that they cost the page's changes nothing. */
export interface PageMark {
  entity: string;
  kind: Mark['kind'];
  surface: string;
  because: string[];
  /** Found only with the reader's library: never to be seen by the page's scripts. */
  own: boolean;
  /** Above the threshold. One below may rise when more of the page has been read. */
  marked: boolean;
  ranges: StaticRange[];
}

/** A mention with what is known of it besides. */
export interface Kept extends PageMark {
  /** How the background knows it. */
  chunk: number;
  start: number;
  end: number;
  /** Grows in page order. */
  position: number;
  /** Doubtful while it is read again. */
  state: 'settled' | 'doubtful' | 'dropped';
}

/** Gives a mention what the background says of it now; true if that is to be seen. */
export function judge(known: Kept, { entity, kind, because, own, marked }: Mark): boolean {
  const changed = known.marked !== marked || (marked && (known.own !== own || known.kind !== kind));
  Object.assign(known, { entity, kind, because, own, marked });
  return changed;
}

/** The mention of a mark in a chunk's text; null where the page says something else there by now. */
export function make(mark: Mark, source: PageChunk): Kept | null {
  const found = source.locate(mark);
  if (!found) return null;
  const ranges: StaticRange[] = [];
  let surface = '';
  for (const { node, start, end } of found) {
    const text = node.data.slice(start, end);
    const at = mark.start + surface.length;
    // The page may have changed the node since: then the observer brings it again.
    if (node.ownerDocument !== document || !says(text, source.text.slice(at, at + end - start))) return null;
    surface += text;
    ranges.push(
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  }
  const { entity, kind, because, own, start, end } = mark;
  const known = { chunk: -1, start, end, position: 0, state: 'settled' as const };
  return { entity, kind, because, own, marked: false, ranges, surface, ...known };
}

const SPACE = /\s/g;

/** Whether a text is the one that was sent, in which white space may have become spaces. */
const says = (text: string, sent: string): boolean =>
  text === sent || (text.length === sent.length && text.replace(SPACE, ' ') === sent.replace(SPACE, ' '));

/** Whether the page's text is still that of the mention. */
export function stillSays({ ranges, surface }: PageMark): boolean {
  let at = 0;
  return ranges.every(({ startContainer, startOffset, endOffset }) => {
    const { data } = startContainer as Text;
    const length = endOffset - startOffset;
    at += length;
    return data.slice(startOffset, endOffset) === surface.slice(at - length, at);
  });
}

/** Whether a mention is in the page, all of it. */
export const isThere = ({ ranges }: PageMark): boolean =>
  ranges.every(({ startContainer: node }) => node.isConnected && node.ownerDocument === document);

/** The text nodes that a mention lies in. */
export const nodesOf = ({ ranges }: PageMark): Node[] => ranges.map(({ startContainer }) => startContainer);

/** Whether two mentions are of the same place and text. */
export const isSame = (a: PageMark, b: PageMark): boolean =>
  a.surface === b.surface &&
  a.ranges.length === b.ranges.length &&
  a.ranges.every((range, i) => {
    const other = b.ranges[i]!;
    return range.startContainer === other.startContainer && range.startOffset === other.startOffset;
  });

/** Whether two mentions begin in one text node and share some of it. */
export function overlap(a: PageMark, b: PageMark): boolean {
  const [one, other] = [a.ranges[0]!, b.ranges[0]!];
  return (
    one.startContainer === other.startContainer &&
    one.startOffset < other.endOffset &&
    other.startOffset < one.endOffset
  );
}
