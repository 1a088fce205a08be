/** Things in disjoint sets that grow together, some of which may never come into one. */
export class Partition {
  private readonly parent = new Map<string, string>();
  private readonly marks = new Map<string, Set<string>>();
  private readonly lists = new Map<string, string[]>();

  /** Adds a thing that stands alone, with the marks that may rule out a join. */
  add(thing: string, marks: readonly string[] = []): void {
    if (this.parent.has(thing)) return;
    this.parent.set(thing, thing);
    this.lists.set(thing, [thing]);
    if (marks.length > 0) this.marks.set(thing, new Set(marks));
  }

  /** The smallest thing of the set that a thing is in. */
  find(thing: string): string {
    let root = thing;
    while (this.parent.get(root) !== root) root = this.parent.get(root)!;
    while (this.parent.get(thing) !== root) {
      const next = this.parent.get(thing)!;
      this.parent.set(thing, root);
      thing = next;
    }
    return root;
  }

  /** Joins the sets of two things, unless their marks are against it. */
  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y || this.against(x, y)) return;
    const [into, from] = x < y ? [x, y] : [y, x];
    this.parent.set(from, into);
    this.lists.get(into)!.push(...this.lists.get(from)!);
    this.lists.delete(from);
    const marks = this.marks.get(from);
    if (marks) this.marks.set(into, new Set([...(this.marks.get(into) ?? []), ...marks]));
  }

  private against(a: string, b: string): boolean {
    const [x, y] = [this.marks.get(a), this.marks.get(b)];
    return x !== undefined && y !== undefined && opposed(x, y);
  }

  marksOf(thing: string): ReadonlySet<string> {
    return this.marks.get(this.find(thing)) ?? NONE;
  }

  /** By the smallest of each, the sets. */
  sets(): ReadonlyMap<string, readonly string[]> {
    return this.lists;
  }
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Whether marks keep two sets apart. "listed:" marks are of entries of a curated list: an editor who lists two means two.
 * "apart:…:a" and "apart:…:b" are the two sides of a correction.
 */
export function opposed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const mark of a) {
    if (mark.startsWith('listed:') && [...b].some((other) => other.startsWith('listed:') && other !== mark))
      return true;
    if (mark.startsWith('apart:') && b.has(mark.slice(0, -1) + (mark.endsWith('a') ? 'b' : 'a'))) return true;
  }
  return false;
}
