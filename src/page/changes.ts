import type { Block, Unit } from './gather';
import { blockOf, isRead, isSkipped, roleOf } from './tags';

/**
 * What has changed since the last look, as units to read again: a block that came in with all below it, and of a
 * block whose own text changed only that text. Follows the document and the shadow roots it is told of with one
 * observer.
 */
export class Changes {
  private readonly observer: MutationObserver;
  private readonly roots = new Set<Node>();
  private readonly came = new Set<Element>();
  private readonly touched = new Set<Block>();
  private removed = false;

  constructor(onChange: () => void, ours: Node) {
    this.observer = new MutationObserver((records) => {
      let any = false;
      for (const record of records) any = this.note(record, ours) || any;
      if (any) onChange();
    });
  }

  follow(root: Node): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** The changes since the last call. `gone` are the blocks whose mentions no longer hold. */
  take(): { units: Unit[]; gone: Set<Block>; removed: boolean } {
    const units: Unit[] = [];
    const gone = new Set<Block>(this.touched);
    for (const element of this.came) {
      if (!element.isConnected || this.isInsideAnother(element) || isSkipped(element)) continue;
      units.push({ root: element, deep: true });
    }
    for (const block of this.touched) {
      if (!block.isConnected || this.came.has(block as Element)) continue;
      if (this.isInsideAnother(block) || isSkipped(block)) continue;
      units.push({ root: block, deep: false });
    }
    const { removed } = this;
    for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
    this.came.clear();
    this.touched.clear();
    this.removed = false;
    return { units, gone, removed };
  }

  stop(): void {
    this.observer.disconnect();
    this.roots.clear();
  }

  private note(record: MutationRecord, ours: Node): boolean {
    if (record.type === 'characterData') return this.touch(record.target);
    let any = false;
    for (const node of record.removedNodes) {
      if (node === ours) continue;
      this.removed = true;
      any = true;
      if (isText(node)) this.touch(record.target);
    }
    for (const node of record.addedNodes) {
      if (node === ours) continue;
      if (node.nodeType === 1) {
        const role = roleOf(node as Element);
        if (!isRead(role)) continue;
        any = true;
        if (role === 'block') this.came.add(node as Element);
        else {
          // An inline element joins the text around it; the blocks inside it are read for themselves.
          this.touch(record.target);
          for (const inner of (node as Element).getElementsByTagName('*'))
            if (roleOf(inner) === 'block') this.came.add(inner);
        }
      } else if (node.nodeType === 3) any = this.touch(record.target) || any;
    }
    return any;
  }

  private touch(node: Node): boolean {
    const block = blockOf(node);
    if (block) this.touched.add(block);
    return block !== null;
  }

  /** Whether a part that came in as a whole holds this one. */
  private isInsideAnother(node: Block): boolean {
    if (this.came.size === 0) return false;
    let at: Node | null = node.nodeType === 11 ? (node as ShadowRoot).host : node.parentNode;
    while (at) {
      if (this.came.has(at as Element)) return true;
      at = at.nodeType === 11 ? (at as ShadowRoot).host : at.parentNode;
    }
    return false;
  }
}

const isText = (node: Node): boolean =>
  node.nodeType === 3 || (node.nodeType === 1 && roleOf(node as Element) === 'inline');
