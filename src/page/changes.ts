import type { Unit } from './gather';
import { nextSiblingOf, parentOf, typeOf } from './nodes';
import { precedes } from './order';
import { runAround } from './runs';
import { isOpen, Standing, textsIn } from './standing';
import { roleOf } from './tags';

/** Changes looked at between two looks at the clock. */
const STRIDE = 64;
/** Of more changes than this at once the page is read as a whole, so that what is noted stays bounded. */
const MOST = 20_000;

export interface Listener {
  /** Something has changed that may have to be read. */
  changed(): void;
  /** A text node says something else now; called before the page is drawn again. */
  rewritten(node: Node): void;
  /** The document has another root: it was opened and written anew, which takes all listeners off. */
  replaced(): void;
}

/** What is to be read again. */
export interface Changed {
  /** In page order. */
  units: Unit[];
  /** Text nodes that stand now where nothing is read. */
  unread: Text[];
}

/**
 * What has changed since the last look, as units to read again: a block that came in with all below it, and of a
 * block whose own text changed only the run of text that the change is in. Follows the document and the shadow roots
 * it is told of with one observer, which only notes; what its notes amount to is found out by `take`.
 */
export class Changes {
  private readonly observer: MutationObserver;
  private readonly roots = new Set<Node>();
  /** Blocks that came in, to be read with all below. */
  private came = new Set<Element>();
  /** Texts and inline elements whose runs have changed. */
  private touched = new Set<Node>();
  private gone = false;

  constructor(listener: Listener, ours: Node) {
    this.observer = new MutationObserver((records) => {
      let any = false;
      for (const record of records) any = this.note(record, listener, ours) || any;
      if (any) listener.changed();
    });
  }

  follow(root: Node): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['contenteditable'],
    });
  }

  /** To be read at the next look too. */
  add(units: readonly Unit[]): void {
    for (const unit of units) {
      if ('run' in unit) this.touched.add(unit.run.nodes[0]!);
      else if (unit.root.nodeType === 1) this.came.add(unit.root as Element);
      else for (const text of textsIn(unit.root)) this.touched.add(text);
    }
  }

  touch(nodes: Iterable<Node>): void {
    for (const node of nodes) this.touched.add(node);
  }

  /** Whether nodes have left the page since this was last asked. */
  left(): boolean {
    const { gone } = this;
    this.gone = false;
    return gone;
  }

  get any(): boolean {
    return this.gone || this.came.size > 0 || this.touched.size > 0;
  }

  /** The changes since the last call, as the last value; null between, so that the caller can end its slice. */
  *take(): Generator<Changed | null, void, void> {
    const { came, touched } = this;
    this.came = new Set();
    this.touched = new Set();
    for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
    const units: Unit[] = [];
    const unread: Text[] = [];
    const standing = new Standing(came);
    const seen = new Set<Node>();
    let steps = 0;
    for (const element of came) {
      const where = standing.of(parentOf(element));
      const isRead = where === 'read' && isOpen(element);
      if (isRead) units.push({ root: element, deep: true });
      else if (where === 'unread' || where === 'read') unread.push(...textsIn(element));
      if (++steps % STRIDE === 0) yield null;
    }
    for (const node of touched) {
      const where = standing.of(node.parentNode);
      if (where === 'unread') unread.push(...textsIn(node));
      const run = where === 'read' ? runAround(node, seen) : null;
      if (run) units.push({ run });
      if (++steps % STRIDE === 0) yield null;
    }
    units.sort((a, b) => (precedes(startOf(a), startOf(b)) ? -1 : 1));
    yield { units, unread };
  }

  stop(): void {
    this.observer.disconnect();
    this.roots.clear();
    this.came.clear();
    this.touched.clear();
  }

  /** Takes a change in; false if it bears on nothing that is read. */
  private note(record: MutationRecord, listener: Listener, ours: Node): boolean {
    const { target } = record;
    if (record.type === 'characterData') {
      if (target.nodeType !== 3) return false;
      listener.rewritten(target);
      this.touched.add(target);
    } else if (record.type === 'attributes') {
      this.enter(target);
      this.beside(target.previousSibling, target.nextSibling, target.parentNode);
    } else {
      let any = false;
      for (const node of record.removedNodes) {
        if (node === ours || isSilent(node)) continue;
        this.gone = any = true;
      }
      for (const node of record.addedNodes) {
        if (node === ours) continue;
        if (target === document && node.nodeType === 1) listener.replaced();
        if (node.nodeType === 1 || node.nodeType === 3) this.enter(node);
        any ||= !isSilent(node);
      }
      if (!any) return false;
      this.beside(record.previousSibling, record.nextSibling, target);
    }
    if (this.touched.size + this.came.size > MOST) this.all();
    return true;
  }

  private enter(node: Node): void {
    const role = typeOf(node) === 1 ? roleOf(node as Element) : 'inline';
    if (role === 'block') this.came.add(node as Element);
    // The text of an inline element joins the text around it, and so may that of blocks in it; what is not read may
    // hold text that was.
    else for (const text of textsIn(node)) this.touched.add(text);
  }

  /** What stood on both sides of a change may be joined now, or parted. */
  private beside(before: Node | null, after: Node | null, parent: Node | null): void {
    let last = before;
    while (last && isInline(last) && last.lastChild) last = last.lastChild;
    let next = after;
    for (let at = parent; !next && at && isInline(at); at = parentOf(at)) next = nextSiblingOf(at);
    for (const node of [last ?? parent, next]) if (node && isInline(node)) this.touched.add(node);
  }

  /** The page is to be read as a whole at the next look. */
  all(): void {
    this.came.clear();
    this.touched.clear();
    if (document.body) this.came.add(document.body);
  }
}

/** What text around it goes on across as if it were not there, and that is not read. */
const isSilent = (node: Node): boolean =>
  typeOf(node) === 1 ? roleOf(node as Element) === 'silent' : typeOf(node) !== 3;

/** Whether a node is part of a run, or stands in one unread. */
function isInline(node: Node): boolean {
  const nodeType = typeOf(node);
  if (nodeType !== 1) return nodeType !== 9 && nodeType !== 11;
  const role = roleOf(node as Element);
  return role !== 'block' && role !== 'skip';
}

const startOf = (unit: Unit): Node => ('run' in unit ? unit.run.nodes[0]! : unit.root);
