import type { Mark } from '../browser/messages';
import { caretAt } from './hit';
import type { PageMark } from './marks';
import { isSame, isThere, judge, type Kept, make, nodesOf } from './mention';
import { precedes } from './order';
import { unpacked } from './own-answer';
import type { OwnSide } from './own-side';
import { OwnTexts } from './own-texts';
import { isOn } from './rects';
import { Rest } from './rest';
import type { Point } from './towards';

/** Of more texts than this in an element the caret is asked which one is meant. */
const FEW = 6;

/**
 * The mentions that the reader's library alone explains. A page must not find out by the time it takes whether there are
 * any, so the answers are only kept until the reader asks, and what they come to is made out then, and each time anew:
 * under the pointer, where it has come to rest, or all, for the keys and the popup.
 */
export class OwnMarks implements OwnSide {
  readonly texts: OwnTexts;
  /** The mentions that were made out, by the node and place they begin at: one that is made out again is the same object. */
  private known = new WeakMap<Node, Map<number, Kept>>();

  private readonly rest: Rest;

  /** `again` is told of nodes to be read again, `look` that the pointer has rested since a time. */
  constructor(
    private readonly kinds: readonly Mark['kind'][],
    again: (nodes: readonly Node[]) => void,
    look: (since: number) => void,
  ) {
    this.texts = new OwnTexts(again);
    this.rest = new Rest(look);
  }

  among(others: readonly Kept[]): readonly Kept[] {
    const own = this.in();
    return own.length === 0 ? others : [...others, ...own].sort(inPage);
  }

  at(
    point: Point,
    target: EventTarget | null,
    late: PageMark | null,
    asked: readonly PageMark[] | true,
  ): PageMark | null {
    if (!(target instanceof Element)) return null;
    const isAsked = asked === true || this.rest.isOver || asked.some((it) => isOn(it, point));
    if (!isAsked) this.rest.begin(point, target);
    return isAsked ? (late ?? this.under(point, target)) : null;
  }

  reject(entity: string, surface: string): void {
    for (const [mark, made] of this.made())
      if (made.entity === entity && made.surface === surface) mark.marked = made.marked = false;
  }

  stop(): void {
    this.rest.end();
    this.texts.clear();
    this.known = new WeakMap();
  }

  private under(point: Point, target: Element): PageMark | null {
    const texts = textsAt(point, target);
    const marks = texts.flatMap((text) => this.in(text));
    return marks.find((mark) => this.kinds.includes(mark.kind) && isOn(mark, point)) ?? null;
  }

  /** The visible mentions in a text node, or all. */
  in(node?: Text): readonly Kept[] {
    return [...this.made(node)].map(([, made]) => made).filter(({ marked }) => marked);
  }

  /** The marks of a text node, or all, with the mentions that the page still says; what was read last holds. */
  private *made(node?: Text): Generator<[Mark, Kept]> {
    this.lookInto();
    const readings = new Map<Node, number>();
    for (const { chunk, source, reading, told } of [...this.texts.sents].reverse()) {
      const nodes = source?.chunk.nodes ?? [];
      const at = node ? nodes.indexOf(node) : 0;
      if (!source || at < 0) continue;
      for (const it of nodes) if (!readings.has(it)) readings.set(it, reading);
      const from = node ? source.chunk.starts[at]! : 0;
      const to = (node && source.chunk.starts[at + 1]) ?? source.chunk.length;
      for (const mark of told.get(chunk)?.marks ?? []) {
        const made = mark.start < to && mark.end > from ? make(mark, source.chunk) : null;
        if (!made || !isThere(made) || nodesOf(made).some((it) => readings.get(it) !== reading)) continue;
        const known = this.same(made);
        Object.assign(known, { chunk, start: mark.start, end: mark.end });
        judge(known, mark);
        yield [mark, known];
      }
    }
  }

  /** Unpacks the answers that were not yet; the newest about a chunk holds. */
  private lookInto(): void {
    for (const sent of this.texts.sents) {
      const { turn, told } = sent;
      for (const { chunk, marks } of sent.own ? unpacked(sent.own) : [])
        if (turn > (told.get(chunk)?.turn ?? -1)) told.set(chunk, { turn, marks });
      sent.own = '';
    }
  }

  private same(made: Kept): Kept {
    const { startContainer: node, startOffset } = made.ranges[0]!;
    const others = this.known.get(node) ?? new Map<number, Kept>();
    const known = others.get(startOffset);
    if (known && isSame(known, made)) return known;
    this.known.set(node, others.set(startOffset, made));
    return made;
  }
}

function inPage(a: Kept, b: Kept): number {
  const [one, other] = [a.ranges[0]!, b.ranges[0]!];
  if (one.startContainer === other.startContainer) return one.startOffset - other.startOffset;
  return precedes(one.startContainer, other.startContainer) ? -1 : 1;
}

/** The texts right in an element; of many the one under the pointer. */
function textsAt(point: Point, target: Element): Text[] {
  const texts = [...target.childNodes].filter((node) => node.nodeType === 3) as Text[];
  if (texts.length <= FEW) return texts;
  const node = caretAt(point)?.node;
  return texts.filter((text) => text === node);
}
