import type { PageSpotter } from '../link/page';
import type { LinkedMention, PageChange, SpottedMention } from '../link/types';
import { packed } from '../page/own-answer';
import type { Knowledge } from './knowledge';
import type { Mark, Rejection, Requests } from './messages';
import type { Options } from './options';

/** A frame's page while the worker is awake; a frame has one at a time. */
interface Session {
  page: string;
  /** Grows with each answer. */
  turn: number;
  all: PageSpotter;
  /** By the bundled corpus alone; null where that is all there is. */
  bundled: PageSpotter | null;
  /** By chunk, start → end of the spans that the bundled corpus alone marks. */
  open: Map<number, Map<number, number>>;
  /** By chunk, the spans that the bundled corpus alone has had a candidate at since the chunk came (`spanOf`). */
  known: Map<number, Set<string>>;
}

/** Where a page is read: its frame, and the document in it. */
export interface Place {
  tab: number;
  frame: number;
  page: string;
  host: string;
}

/** So many pages are kept, those asked for last; one that is forgotten is told again when it changes. */
const MOST = 60;

const sessions = new Map<string, Session>();
const keyOf = ({ tab, frame }: Pick<Place, 'tab' | 'frame'>): string => `${tab}:${frame}`;

/**
 * Spots a chunk of a page. Null if the page is not known here: then its evidence is not either. What the reader's
 * library alone accounts for is told apart (`own`) by spotting with the bundled corpus too, so that what the page may
 * see hangs on nothing of the reader's; of what the bundled corpus does not even weigh, the page's thread gets one string
 * that it need not look into (but where the reader wants that underlined too).
 */
export function spotChunk(
  knowledge: Knowledge,
  place: Place,
  { chunk, text, ...change }: { chunk: number; text: string } & PageChange,
  { rejected, ownMarks }: Pick<Options, 'rejected' | 'ownMarks'>,
): Requests['spot']['answer'] {
  const key = keyOf(place);
  let session = sessions.get(key);
  if (session?.page !== place.page) {
    if (chunk !== 0) return null;
    session = begin(knowledge, place, rejected);
  }
  sessions.delete(key);
  sessions.set(key, session);
  if (sessions.size > MOST) sessions.delete(sessions.keys().next().value!);

  const { all, bundled, open, known } = session;
  const answers = new Map(all.add(chunk, text, change).map((it) => [it.chunk, it.mentions]));
  for (const answer of bundled?.add(chunk, text, change) ?? []) {
    open.delete(answer.chunk);
    const marked = answer.mentions.filter((mention) => mention.marked);
    if (marked.length > 0) open.set(answer.chunk, spansOf(marked));
    if (answer.chunk === chunk) known.delete(chunk);
    // more evidence may give a candidate another extent
    const spans = known.get(answer.chunk) ?? new Set();
    if (answer.mentions.length > 0) known.set(answer.chunk, spans);
    for (const mention of answer.mentions) spans.add(spanOf(mention));
    if (!answers.has(answer.chunk)) answers.set(answer.chunk, all.mentions(answer.chunk));
  }
  for (const { chunk: of } of change.gone ?? [])
    if (bundled?.mentions(of).length === 0) {
      open.delete(of);
      known.delete(of);
    }
  const isOwn = (of: number, { start, end }: LinkedMention) =>
    bundled !== null && open.get(of)?.get(start) !== end;
  const isAside = (of: number, mention: LinkedMention) => !known.get(of)?.has(spanOf(mention));
  const marksOf = (wanted: (aside: boolean) => boolean) =>
    [...answers].map(([id, mentions]) => ({
      chunk: id,
      marks: mentions
        .filter((mention) => wanted(isAside(id, mention)))
        .map((mention) => markOf(mention, isOwn(id, mention))),
    }));
  const turn = ++session.turn;
  if (bundled === null || ownMarks) return { turn, chunks: marksOf(() => true), own: '' };
  return {
    turn,
    chunks: marksOf((aside) => !aside),
    own: packed(
      marksOf((aside) => aside),
      // names packed so take less, but where hardly anything else stands between them
      LEAST_OWN + Math.ceil(text.length / 2),
    ),
  };
}

/** So long is what is packed at least, in UTF-16 units: a few names of a short text take more than half of it. */
const LEAST_OWN = 1_000;

/** Forgets the pages of a closed tab, or of all tabs when the knowledge has changed. */
export function endSessions(tab?: number): void {
  for (const key of sessions.keys()) if (tab === undefined || key.startsWith(`${tab}:`)) sessions.delete(key);
}

function begin(knowledge: Knowledge, { page, host }: Place, rejected: readonly Rejection[]): Session {
  const options = { host, rejected };
  const { spotter, bundled } = knowledge;
  return {
    page,
    turn: 0,
    all: spotter.page(options),
    bundled: bundled === spotter ? null : bundled.page(options),
    open: new Map(),
    known: new Map(),
  };
}

const spanOf = ({ start, end }: LinkedMention): string => `${start}:${end}`;

const spansOf = (mentions: readonly LinkedMention[]): Map<number, number> =>
  new Map(mentions.map(({ start, end }) => [start, end]));

function markOf({ start, end, entity, kind, because, marked }: SpottedMention, own: boolean): Mark {
  return { start, end, entity, kind, because, marked, own };
}
