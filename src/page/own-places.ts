import type { Source } from './marks';
import { type Neighbours, positionsBy } from './places';

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;
/** A neighbour further away than this many texts is not looked for. */
const FAR = 2_000;

/** Room between two neighbours, as a share of their positions, that the longest chunk still has places in. */
const LEAST = 2 ** -28;

/** The positions of one block's text, of which the first node is known by. */
interface Stretch {
  from: number;
  to: number;
}

/** Where the texts stand that were told, whatever is mentioned in them. */
export class OwnPlaces {
  private told = new WeakMap<Node, Stretch>();

  add({ chunk: { heads, nodes, starts, length }, places }: Source): void {
    const positionOf = positionsBy(places);
    heads.forEach((head, i) => {
      const next = heads[i + 1];
      const end = next === undefined ? length : starts[next]!;
      this.told.set(nodes[head]!, { from: positionOf(starts[head]!), to: positionOf(end - 1) });
    });
  }

  /** A node's text is told anew, or is there no more. */
  forget(node: Node): void {
    this.told.delete(node);
  }

  clear(): void {
    this.told = new WeakMap();
  }

  /**
   * What is around a node, others and these. Only the others where texts were moved since, and where so much came in one
   * place that there is no room left: what comes then stands less exactly, which costs less than reading all again.
   */
  around(node: Node, others: Neighbours): Neighbours {
    const last = this.near(node, 'previousNode');
    const next = this.near(node, 'nextNode');
    const before = Math.max(others.before, last?.to ?? Number.NEGATIVE_INFINITY);
    const isNearer = next !== null && next.from < others.after;
    const after = isNearer ? next.from : others.after;
    const ends = [before, after].filter(Number.isFinite).map(Math.abs);
    if (after - before <= Math.max(1, ...ends) * LEAST) return others;
    return { before, after, next: isNearer ? next.text : others.next };
  }

  /** The nearest text told on one side of a node; a shadow tree stands where its host does. */
  private near(node: Node, step: 'previousNode' | 'nextNode'): (Stretch & { text: Node }) | null {
    let left = FAR;
    for (let at: Node | undefined = node; at; ) {
      const root: Node & { host?: Element } = at.getRootNode();
      const walker = document.createTreeWalker(root, SHOW_TEXT);
      walker.currentNode = at;
      for (let text = walker[step](); text; text = walker[step]()) {
        const told = this.told.get(text);
        if (told) return { ...told, text };
        if (--left === 0) return null;
      }
      at = root.host;
    }
    return null;
  }
}
