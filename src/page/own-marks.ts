import type { Mark, Requests } from '../browser/messages';
import { caretAt } from './hit';
import { type Gone, MarkStore, type PageMark, type Source } from './marks';
import { isSame, judge, type Kept, make, nodesOf, stillSays } from './mention';
import { type Marked, unpacked } from './own-answer';
import type { OwnSide } from './own-side';
import type { Neighbours } from './places';
import { isOn } from './rects';
import type { Point } from './towards';

/** The longest that is worked on end, and the least that the page must have left to itself for it, in milliseconds. */
const SLICE = 4;
/** Marks taken in between two looks at the clock. */
const PART = 100;
/** Of more than this that waits, as on a page that is never at rest, nothing is kept, and the page is read anew. */
const MOST = 2_000;

/** Of more texts than this in an element the caret is asked which one is meant. */
const FEW = 6;

/** An answer that is not yet taken in. */
interface Waiting {
  turn: number;
  own: string;
  /** What was unpacked of it so far: nothing or all. */
  chunks: Marked[] | null;
  /** The chunk that was asked about. */
  chunk: number;
  sources: ReadonlyMap<number, Source>;
}

/** A step of work; an answer takes several. */
type Job = { answer: Waiting | null; steps: Iterator<unknown> };

/**
 * The mentions that the reader's library alone explains. A page must not find out by the time it takes whether there are
 * any, so whatever happens to them is only noted, at the same cost with or without, and done when the page leaves its
 * thread to itself, or when the reader asks for more than what is under the pointer. That is made out on its own.
 */
export class OwnMarks implements OwnSide {
  private readonly store = new MarkStore();
  private jobs: Job[] = [];
  /** The nodes to be looked at by the last job, if it does that and no more. */
  private rewritten: Set<Node> | null = null;
  private asked = 0;

  /**
   * `again` is told of nodes to be read again, and of mentions that the background has yet to hear are gone; `anew` when the
   * page is to be read as one that the background has not seen. No more than `most` steps of work wait.
   */
  constructor(
    private readonly kinds: readonly Mark['kind'][],
    private readonly again: (nodes: readonly Node[]) => void,
    private readonly anew: () => void,
    private readonly most = MOST,
  ) {}

  put(
    { turn, own }: NonNullable<Requests['spot']['answer']>,
    chunk: number,
    sources: ReadonlyMap<number, Source>,
  ): void {
    if (own === '') return;
    const answer: Waiting = { turn, own, chunks: null, chunk, sources };
    this.add(this.taking(answer), answer);
  }

  /** Does something to the store of these mentions in its turn. */
  later(work: (store: MarkStore) => void): void {
    this.add(once(() => work(this.store)));
  }

  /** A text node says something else now. */
  check(node: Node): void {
    if (this.rewritten) {
      this.rewritten.add(node);
      return;
    }
    const nodes = new Set([node]);
    this.later((store) => {
      for (const node of nodes) store.check(node);
    });
    // not where that was too much
    if (this.jobs.length > 0) this.rewritten = nodes;
  }

  /** Visible mentions with these among them, in page order: as the reader asks for them, so that what waits is done. */
  among(others: readonly Kept[]): readonly Kept[] {
    while (this.jobs.length > 0) this.step();
    const own = this.store.all;
    return own.length === 0 ? others : [...others, ...own].sort((a, b) => a.position - b.position);
  }

  /** The one under the pointer; the object of the `known` that is the same, if there is one. */
  at(
    point: Point,
    target: EventTarget | null,
    known: readonly (PageMark | null | undefined)[],
  ): PageMark | null {
    if (!(target instanceof Element)) return null;
    const found = textsAt(point, target)
      .flatMap((text) => this.in(text))
      .find((mark) => this.kinds.includes(mark.kind) && isOn(mark, point));
    // What was made out on its own may be taken in by now.
    return (
      known.find((it) => it && found && it.entity === found.entity && isSame(it, found)) ?? found ?? null
    );
  }

  /** The visible mentions in a text node as far as is known, taken in or not. */
  in(node: Text): readonly Kept[] {
    const waiting = this.jobs.flatMap(({ answer }) => answer ?? []).reverse();
    const source = waiting.find((it) => it.sources.get(it.chunk)?.chunk.nodes.includes(node));
    const newest = (chunk: number) =>
      waiting.flatMap((it) => chunksOf(it)).find((it) => it.chunk === chunk)?.marks;
    const marks = source
      ? madeIn(node, source, newest(source.chunk) ?? [])
      : this.store.in(node).filter((known) => {
          const told = newest(known.chunk);
          const mark = told?.find(({ start, end }) => start === known.start && end === known.end);
          if (mark) judge(known, mark);
          return !told || mark;
        });
    return marks.filter((mark) => mark.marked && stillSays(mark));
  }

  /** What is around a node of others and of these, as far as they are taken in. */
  around(node: Node, others: Neighbours): Neighbours {
    const own = this.store.around(node);
    return {
      ...(own.after < others.after ? own : others),
      before: Math.max(own.before, others.before),
    };
  }

  get anyGone(): boolean {
    return this.jobs.length === 0 && this.store.anyGone;
  }

  /** What waits may be of another reading of the page: nothing is told before it is done. */
  takeGone(others: Gone): Gone {
    return this.anyGone ? [...others, ...this.store.takeGone()] : others;
  }

  stop(): void {
    if (this.asked) cancelIdleCallback(this.asked);
    this.forget();
  }

  private forget(): void {
    this.jobs = [];
    this.rewritten = null;
    this.store.clear();
  }

  private add(steps: Iterator<unknown>, answer: Waiting | null = null): void {
    this.rewritten = null;
    this.jobs.push({ answer, steps });
    if (this.jobs.length > this.most) {
      // a page that never rests could time what is done at once; to read it anew takes the same with any library
      this.forget();
      this.anew();
    }
    this.ask();
  }

  private ask(): void {
    if (this.jobs.length > 0) this.asked ||= requestIdleCallback((deadline) => this.work(deadline));
    else if (this.store.anyGone) this.again([]);
  }

  private work(deadline: IdleDeadline): void {
    this.asked = 0;
    const begun = performance.now();
    if (deadline.timeRemaining() >= SLICE)
      while (this.jobs.length > 0 && performance.now() - begun < SLICE) this.step();
    this.ask();
  }

  private step(): void {
    if (!this.jobs[0]!.steps.next().done) return;
    this.jobs.shift();
    if (this.jobs.length === 0) this.rewritten = null;
  }

  private *taking(answer: Waiting): Generator<void, void, void> {
    const { turn, sources } = answer;
    for (const { chunk, marks } of chunksOf(answer)) {
      // The chunk that was asked about is new, and taken in by and by; each part is as an answer of a little later.
      const parts = chunk === answer.chunk ? Math.max(1, Math.ceil(marks.length / PART)) : 1;
      for (let part = 1; part <= parts; part++) {
        const told = { chunk, marks: part < parts ? marks.slice(0, part * PART) : marks };
        const { again, left } = this.store.put({ turn: turn - 1 + part / parts, chunks: [told] }, sources);
        // what the bundled articles explain by now is for the other store, which does not have its text any more
        if (again.length + left.length > 0) this.again([...again, ...left]);
        yield;
      }
    }
  }
}

/** The texts right in an element; of many the one under the pointer. */
function textsAt(point: Point, target: Element): Text[] {
  const texts = [...target.childNodes].filter((node) => node.nodeType === 3) as Text[];
  if (texts.length <= FEW) return texts;
  const node = caretAt(point)?.node;
  return texts.filter((text) => text === node);
}

/** Work of one step. */
const once = (work: () => void): Iterator<unknown> => ({
  next() {
    work();
    return { done: true, value: undefined };
  },
});

function chunksOf(answer: Waiting): Marked[] {
  answer.chunks ??= unpacked(answer.own);
  return answer.chunks;
}

/** The mentions of a chunk that lie in one of its nodes, and that it still says. */
function madeIn(node: Text, { chunk, sources }: Waiting, marks: Marked['marks']): Kept[] {
  const source = sources.get(chunk)!.chunk;
  const from = source.starts[source.nodes.indexOf(node)]!;
  const to = from + node.length;
  return marks.flatMap((mark) => {
    const made = mark.start < to && mark.end > from ? make(mark, source) : null;
    if (!made || !nodesOf(made).includes(node)) return [];
    judge(made, mark);
    return Object.assign(made, { chunk });
  });
}
