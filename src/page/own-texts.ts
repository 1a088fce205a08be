import type { Mark, Requests } from '../browser/messages';
import type { Span } from '../text/span';
import type { Gone, Source } from './marks';
import type { Marked } from './own-answer';
import { OwnPlaces } from './own-places';
import type { OwnTextsSide } from './own-side';
import type { Neighbours } from './places';
import { textsIn } from './standing';

/** By chunk, what the newest answer says of it, of those that were looked into. */
type Told = Map<number, { turn: number; marks: Mark[] }>;

/** A chunk as it was sent, with the answer that came of it. */
export interface Sent {
  chunk: number;
  turn: number;
  /** The answer as it came; empty when it has been looked into. */
  own: string;
  /** Null where no text was sent, or none of it is there any more. */
  source: Source | null;
  /** Its length then. */
  length: number;
  /** Grows from reading to reading of the page. */
  reading: number;
  told: Told;
  /** The spans that the bundled articles have a candidate at, which are kept elsewhere (`keyOf`). */
  elsewhere: Set<number>;
}

/** More than this is not kept, in UTF-16 units of texts and answers, unless more than one in `SHARE` is of text still there. */
const MOST = 8_000_000;
const SHARE = 4;
/** As much as an answer about no text is taken for. */
const LEAST = 1_000;

/**
 * The texts that were sent to be spotted, with the answers as they came, kept true to the page as it changes. The
 * background is told of texts that are gone, not of mentions. Nothing here hangs on whether there are any.
 */
export class OwnTexts implements OwnTextsSide {
  /** In the order of the answers. */
  sents: readonly Sent[] = [];
  /** Where those of the reading that goes on begin. */
  private newest = 0;
  private reading = 0;
  private told: Told = new Map();
  /** Nodes that are read again, or there no more; and those of them that were not yet looked for in what was sent. */
  private readonly doubted = new Set<Node>();
  private readonly unsought = new Set<Node>();
  /** Nodes that say something else and are to be read again, if there is anything in them. */
  private readonly rewritten = new Set<Node>();
  private readonly gone = new Map<number, Span[]>();
  private readonly places = new OwnPlaces();
  /** Stands in a chunk for what is there no more, so that the page's nodes are not kept. */
  private readonly nothing = document.createTextNode('');

  constructor(private readonly again: (nodes: readonly Node[]) => void) {}

  put(
    { turn, own, chunks }: NonNullable<Requests['spot']['answer']>,
    chunk: number,
    sources: ReadonlyMap<number, Source>,
  ): void {
    if (own === '') return;
    const source = sources.get(chunk) ?? null;
    if (source) this.places.add(source);
    // Answers may come out of order.
    let at = this.sents.length;
    while (at > this.newest && this.sents[at - 1]!.turn > turn) at--;
    const length = source?.chunk.length ?? 0;
    const { reading, told } = this;
    const sent: Sent = { chunk, turn, own, source, length, reading, told, elsewhere: new Set() };
    this.sents = [...this.sents.slice(0, at), sent, ...this.sents.slice(at)];
    for (const of of chunks) this.note(of, of.chunk === chunk);
  }

  check(node: Node): void {
    this.rewritten.add(node);
  }

  doubt(node: Node): void {
    this.rewritten.delete(node);
    if (this.doubted.has(node)) return;
    this.places.forget(node);
    this.doubted.add(node);
    this.unsought.add(node);
  }

  doubtIn(root: Node): void {
    for (const text of textsIn(root)) this.doubt(text);
  }

  dropAway(): boolean {
    for (const node of this.sents.flatMap((sent) => this.nodesOf(sent)))
      if (!node.isConnected || node.ownerDocument !== document) this.doubt(node);
    return false;
  }

  /** What is doubted and was not sent again is there no more. */
  settle(): boolean {
    this.seek();
    for (const sent of this.sents.slice(0, this.newest)) {
      const nodes = sent.source?.chunk.nodes ?? [];
      for (let i = 0; i < nodes.length; i++) if (this.doubted.has(nodes[i]!)) nodes[i] = this.nothing;
      if (nodes.every((node) => node === this.nothing)) sent.source = null;
    }
    this.doubted.clear();
    const kept = this.sents.filter(({ told }) => told === this.told);
    // An answer may say more of what was sent before it.
    const from = kept.findIndex(({ source }) => source);
    this.drop(kept, from < 0 ? kept.length : from);
    this.begin();
    for (const node of this.rewritten) this.doubt(node);
    this.keepWithin();
    return false;
  }

  forget(): void {
    this.told = new Map();
    this.begin();
    this.unsought.clear();
    this.gone.clear();
    this.places.clear();
  }

  get anyGone(): boolean {
    this.seek();
    return this.gone.size > 0;
  }

  takeGone(): Gone {
    this.seek();
    const gone = [...this.gone].map(([chunk, spans]) => ({ chunk, spans }));
    this.gone.clear();
    return gone;
  }

  around(node: Node, others: Neighbours): Neighbours {
    return this.places.around(node, others);
  }

  clear(): void {
    this.sents = [];
    this.doubted.clear();
    this.rewritten.clear();
    this.forget();
  }

  /** What the bundled articles explain only now is for others to keep, who do not have its text any more. */
  private note({ chunk, marks }: Marked, isNew: boolean): void {
    const sent = this.sents.findLast((it) => it.chunk === chunk && it.told === this.told);
    if (!sent?.source) return;
    for (const mark of marks) {
      const span = keyOf(mark);
      if (!isNew && (!mark.marked || sent.elsewhere.has(span))) continue;
      sent.elsewhere.add(span);
      if (!isNew) this.again((sent.source.chunk.locate(mark) ?? []).map(({ node }) => node));
    }
  }

  private begin(): void {
    this.newest = this.sents.length;
    this.reading++;
  }

  private nodesOf({ source }: Sent): Text[] {
    return source ? source.chunk.nodes.filter((node) => node !== this.nothing) : [];
  }

  /** Notes as gone what was sent of the doubted nodes before. */
  private seek(): void {
    if (this.unsought.size === 0) return;
    for (const { chunk, source, told } of this.sents.slice(0, this.newest)) {
      if (!source || told !== this.told) continue;
      const { nodes, starts, length } = source.chunk;
      for (let i = 0; i < nodes.length; i++) {
        if (!this.unsought.has(nodes[i]!)) continue;
        const span = { start: starts[i]!, end: starts[i + 1] ?? length };
        const spans = this.gone.get(chunk);
        const last = spans?.at(-1);
        if (last?.end === span.start) last.end = span.end;
        else if (spans) spans.push(span);
        else this.gone.set(chunk, [span]);
      }
    }
    this.unsought.clear();
  }

  /** Has all read again, after which what is kept now goes, where most of that is there no more. */
  private keepWithin(): void {
    const size = this.sents.reduce((sum, sent) => sum + sizeOf(sent), 0);
    if (size <= MOST) return;
    const there = this.sents.flatMap((sent) => this.nodesOf(sent));
    if (size > SHARE * there.reduce((sum, { length }) => sum + length, 0)) this.again(there);
  }

  /** Keeps these but the first. */
  private drop(sents: readonly Sent[], count: number): void {
    for (const { chunk, told } of sents.slice(0, count)) told.delete(chunk);
    this.sents = sents.slice(count);
  }
}

/** A span as a number; none is as long as that. */
const keyOf = ({ start, end }: Span): number => start * 2 ** 20 + (end - start);

const sizeOf = ({ own, source, length }: Sent): number => LEAST + (own ? length : 0) + (source ? length : 0);
