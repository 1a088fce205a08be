import type { Mark, Requests } from '../browser/messages';
import type { Place } from '../link/types';
import type { Span } from '../text/span';
import type { PageChunk } from './gather';
import { isSame, isThere, judge, type Kept, make, nodesOf, overlap, stillSays } from './mention';
import { precedes } from './order';
import { type Neighbours, positionsBy } from './places';
import { textsIn } from './standing';

export type { PageMark } from './mention';

/** A chunk whose mentions are here, or are awaited. */
interface Told {
  /** The turn of the newest answer. */
  turn: number;
  marks: Map<number, Kept>;
}

/** A chunk's text as it was sent. */
export interface Source {
  chunk: PageChunk;
  places: readonly Place[];
}

export type Gone = { chunk: number; spans: Span[] }[];
export type Answer = Omit<NonNullable<Requests['spot']['answer']>, 'own'>;

/** The mentions of one frame in page order, and what the background has yet to hear of them. */
export class MarkStore {
  /** The settled mentions by position, and others until they are swept out. */
  private list: Kept[] = [];
  private unswept = false;
  private readonly doubtful = new Set<Kept>();
  private readonly told = new Map<number, Told>();
  /** By each text node that they lie in. */
  private byNode = new WeakMap<Node, Kept[]>();
  private readonly gone = new Map<number, Span[]>();
  private shown: readonly Kept[] | null = null;

  /** Every mention whose score is above the threshold, in page order. */
  get all(): readonly Kept[] {
    this.shown ??= this.mentions().filter((mark) => mark.marked);
    return this.shown;
  }

  /** Every mention, those below the threshold among them. */
  mentions(): readonly Kept[] {
    const settled = this.settled();
    if (this.doubtful.size === 0) return settled;
    return [...settled, ...this.doubtful].sort(byPosition);
  }

  /**
   * Takes an answer of the background. A mention already here only changes its mind; new ones need the text as it was
   * sent, and are left out where the page says something else there by now. Gives whether what is to be seen has
   * changed, and the nodes that must be read again: of a chunk whose text is gone a mention has another extent now.
   */
  put({ turn, chunks }: Answer, sources: ReadonlyMap<number, Source>): { changed: boolean; again: Node[] } {
    let changed = false;
    const again: Node[] = [];
    const fresh: Kept[] = [];
    this.sweep();
    for (const { chunk, marks } of chunks) {
      const source = sources.get(chunk);
      const told = this.told.get(chunk) ?? { turn: -1, marks: new Map<number, Kept>() };
      // Answers may come out of order; the newest holds.
      if (turn <= told.turn || (told.turn < 0 && !source)) continue;
      told.turn = turn;
      const left = new Set(told.marks.values());
      const unknown: Mark[] = [];
      for (const mark of marks) {
        const known = told.marks.get(mark.start);
        if (known?.end === mark.end) {
          changed = judge(known, mark) || changed;
          left.delete(known);
        } else unknown.push(mark);
      }
      for (const mark of left) {
        changed ||= mark.marked;
        mark.marked = false;
        if (source) this.drop(mark, false);
        else if (unknown.some(({ start, end }) => start < mark.end && mark.start < end))
          again.push(mark.ranges[0]!.startContainer);
      }
      const positionOf = source && positionsBy(source.places);
      for (const mark of source && positionOf ? unknown : []) {
        const { start, end } = mark;
        const known = this.place(mark, source!.chunk);
        if (!known) {
          this.noteGone(chunk, start, end);
          continue;
        }
        Object.assign(known, { chunk, start, end, position: positionOf!(start), state: 'settled' });
        told.marks.set(start, known);
        fresh.push(known);
        changed = judge(known, mark) || changed;
      }
      if (told.marks.size > 0) this.told.set(chunk, told);
    }
    this.insert(fresh);
    this.shown = null;
    return { changed, again };
  }

  /** The mentions that lie in a text node, some of them at least. */
  in(node: Node): readonly Kept[] {
    return this.byNode.get(node) ?? [];
  }

  /** The mentions that a rewritten text node no longer says; they are dropped. */
  check(node: Node): readonly Kept[] {
    const broken = this.in(node).filter((mark) => !stillSays(mark));
    for (const mark of broken) this.drop(mark);
    return broken;
  }

  /** The mentions in a text node are read again: those not found again when it comes to `settle` are dropped. */
  doubt(node: Node): void {
    for (const mark of this.in(node)) {
      if (mark.state !== 'settled') continue;
      this.leaveChunk(mark);
      this.makeDoubtful(mark);
    }
  }

  /** The same for all the text nodes below a node, those too that the reading leaves out. */
  doubtIn(root: Node): void {
    if (this.list.length > 0) for (const text of textsIn(root)) this.doubt(text);
  }

  /** Drops the doubtful mentions that were not found again; true if one of them was to be seen. */
  settle(): boolean {
    return this.dropAll([...this.doubtful]);
  }

  /** Drops the mentions that are no longer in the page; true if one of them was to be seen. */
  dropAway(): boolean {
    return this.dropAll([...this.list, ...this.doubtful].filter((mark) => !isThere(mark)));
  }

  /** Of which mentions the background has not heard yet that they are gone; it is to be told now. */
  takeGone(): Gone {
    const gone = [...this.gone].map(([chunk, spans]) => ({ chunk, spans }));
    this.gone.clear();
    return gone;
  }

  get anyGone(): boolean {
    return this.gone.size > 0;
  }

  /** The background knows the page no longer: all is doubtful. */
  forget(): void {
    for (const mark of this.settled()) this.makeDoubtful(mark);
    this.told.clear();
    this.gone.clear();
  }

  /** The settled mentions around a node. */
  around(node: Node): Neighbours {
    const list = this.settled();
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(list[middle]!.ranges[0]!.startContainer, node)) low = middle + 1;
      else high = middle;
    }
    const next = list[low] ?? null;
    return {
      before: list[low - 1]?.position ?? Number.NEGATIVE_INFINITY,
      after: next?.position ?? Number.POSITIVE_INFINITY,
      next: next && next.ranges[0]!.startContainer,
    };
  }

  /** "Not this person": these mentions are marked no longer. */
  reject(entity: string, surface: string): void {
    for (const mark of this.mentions())
      if (mark.entity === entity && mark.surface === surface) mark.marked = false;
    this.shown = null;
  }

  clear(): void {
    this.list = [];
    this.doubtful.clear();
    this.told.clear();
    this.gone.clear();
    this.byNode = new WeakMap();
    this.shown = null;
  }

  private settled(): readonly Kept[] {
    this.sweep();
    return this.list;
  }

  private sweep(): void {
    if (this.unswept) this.list = this.list.filter(({ state }) => state === 'settled');
    this.unswept = false;
  }

  /** The mention of a mark: the one that was there before if it was only read again, so that it stays as it is drawn. */
  private place(mark: Mark, source: PageChunk): Kept | undefined {
    const made = make(mark, source);
    if (!made) return undefined;
    for (const other of this.in(made.ranges[0]!.startContainer)) {
      if (other.state === 'doubtful' && isSame(other, made)) {
        this.doubtful.delete(other);
        return other;
      }
      // Read twice: the newer reading holds.
      if (other.state === 'settled' && overlap(other, made)) this.drop(other);
    }
    for (const node of nodesOf(made)) {
      const others = this.byNode.get(node);
      if (others) others.push(made);
      else this.byNode.set(node, [made]);
    }
    return made;
  }

  private insert(fresh: Kept[]): void {
    // Runs in order, which a sort only merges.
    if (fresh.length > 0) this.list = [...this.list, ...fresh].sort(byPosition);
  }

  private makeDoubtful(mark: Kept): void {
    mark.state = 'doubtful';
    this.doubtful.add(mark);
    this.unswept = true;
    this.shown = null;
  }

  private dropAll(marks: readonly Kept[]): boolean {
    for (const mark of marks) this.drop(mark);
    return marks.some(({ marked }) => marked);
  }

  /** With `tell` the background hears that it is gone; else only its extent is another. */
  private drop(mark: Kept, tell = true): void {
    if (mark.state === 'settled') this.leaveChunk(mark, tell);
    mark.state = 'dropped';
    this.doubtful.delete(mark);
    for (const node of nodesOf(mark)) {
      const left = this.in(node).filter((other) => other !== mark);
      if (left.length > 0) this.byNode.set(node, left);
      else this.byNode.delete(node);
    }
    this.unswept = true;
    this.shown = null;
  }

  private leaveChunk({ chunk, start, end }: Kept, tell = true): void {
    const told = this.told.get(chunk);
    told?.marks.delete(start);
    if (told?.marks.size === 0) this.told.delete(chunk);
    if (tell) this.noteGone(chunk, start, end);
  }

  private noteGone(chunk: number, start: number, end: number): void {
    const spans = this.gone.get(chunk);
    if (spans) spans.push({ start, end });
    else this.gone.set(chunk, [{ start, end }]);
  }
}

const byPosition = (a: Kept, b: Kept): number => a.position - b.position;
