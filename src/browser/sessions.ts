import type { PageSpotter } from '../link/page';
import type { LinkedMention } from '../link/types';
import type { Knowledge } from './knowledge';
import type { Mark, Rejection } from './messages';

/** A frame's page while the worker is awake; a frame has one at a time. */
interface Session {
  page: string;
  all: PageSpotter;
  /** By the bundled corpus alone; null where that is all there is. */
  bundled: PageSpotter | null;
  /** By chunk, the spans that the bundled corpus alone marks. */
  open: Map<number, Set<string>>;
  kinds: Map<string, Mark['kind']>;
}

/** Where a page is read: its frame, and the document in it. */
export interface Place {
  tab: number;
  frame: number;
  page: string;
  host: string;
}

const sessions = new Map<string, Session>();
const keyOf = ({ tab, frame }: Pick<Place, 'tab' | 'frame'>): string => `${tab}:${frame}`;
const spanOf = ({ start, end }: { start: number; end: number }): string => `${start}:${end}`;

/**
 * Spots a chunk of a page. Null if the page began before the worker did: then its evidence is not here. What the
 * reader's library alone accounts for is told apart (`own`) by spotting with the bundled corpus too, so that what the
 * page may see hangs on nothing of the reader's.
 */
export function spotChunk(
  knowledge: Knowledge,
  place: Place,
  chunk: number,
  text: string,
  rejected: readonly Rejection[],
): { chunk: number; marks: Mark[] }[] | null {
  const key = keyOf(place);
  let session = sessions.get(key);
  if (session?.page !== place.page) {
    if (chunk !== 0) return null;
    session = begin(knowledge, place, rejected);
    sessions.set(key, session);
  }
  if (session.bundled)
    for (const answer of session.bundled.add(chunk, text))
      session.open.set(answer.chunk, new Set(answer.mentions.filter((m) => m.marked).map(spanOf)));
  const { open, bundled, kinds } = session;
  return session.all.add(chunk, text).map((answer) => ({
    chunk: answer.chunk,
    marks: answer.mentions.map((mention) =>
      markOf(mention, kinds, bundled !== null && !open.get(answer.chunk)?.has(spanOf(mention))),
    ),
  }));
}

/** Forgets the pages of a closed tab, or of all tabs when the knowledge has changed. */
export function endSessions(tab?: number): void {
  for (const key of sessions.keys()) if (tab === undefined || key.startsWith(`${tab}:`)) sessions.delete(key);
}

function begin(knowledge: Knowledge, { page, host }: Place, rejected: readonly Rejection[]): Session {
  const options = { host, rejected };
  const { spotter, bundled, corpus } = knowledge;
  return {
    page,
    all: spotter.page(options),
    bundled: bundled === spotter ? null : bundled.page(options),
    open: new Map(),
    kinds: new Map(corpus.entities.map(({ id, kind }) => [id, kind])),
  };
}

function markOf(mention: LinkedMention, kinds: Session['kinds'], own: boolean): Mark {
  const { start, end, entity, because, marked } = mention;
  return { start, end, entity, kind: kinds.get(entity) ?? 'other', because, marked, own };
}
