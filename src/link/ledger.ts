/** A thing told, and where on the page. */
interface Entry<V> {
  position: number;
  value: V;
}

/**
 * What a page tells by key, each with its place. It is the same in whatever order things were told and taken back: what
 * stands first on the page comes first.
 */
export class Ledger<K, V> {
  private readonly entries = new Map<K, Entry<V>[]>();
  /** Keys of which the first few are others than they were. */
  readonly changed = new Set<K>();
  /** Keys of which something else than the last thing came or went. */
  readonly moved = new Set<K>();

  /** `few` of the first count; of the others only their places. */
  constructor(private readonly few = 1) {}

  /** Adds what is told of a key; `last` if nothing told of anything stands after it. */
  add(key: K, position: number, value: V, last: boolean): void {
    const known = this.entries.get(key);
    if (!known) this.entries.set(key, [{ position, value }]);
    const at = known ? after(known, position) : 0;
    known?.splice(at, 0, { position, value });
    if (at < this.few) this.changed.add(key);
    if (!last) this.moved.add(key);
  }

  /** Takes back what was told of a key at a place. */
  remove(key: K, position: number): void {
    const known = this.entries.get(key);
    const at = known ? after(known, position) - 1 : -1;
    if (!known || at < 0 || known[at]!.position !== position) return;
    known.splice(at, 1);
    if (known.length === 0) this.entries.delete(key);
    if (at < this.few) this.changed.add(key);
    this.moved.add(key);
  }

  /** To be called when what has changed has been seen to. */
  settle(): void {
    this.changed.clear();
    this.moved.clear();
  }

  get size(): number {
    return this.entries.size;
  }

  has(key: K): boolean {
    return this.entries.has(key);
  }

  keys(): Iterable<K> {
    return this.entries.keys();
  }

  first(key: K): V | undefined {
    return this.entries.get(key)?.[0]?.value;
  }

  firstFew(key: K): V[] {
    return (
      this.entries
        .get(key)
        ?.slice(0, this.few)
        .map(({ value }) => value) ?? []
    );
  }

  /** The last place of a key before a position, −∞ if there is none. */
  lastBefore(key: K, position: number): number {
    const known = this.entries.get(key) ?? [];
    let at = after(known, position);
    while (at > 0 && known[at - 1]!.position === position) at--;
    return at === 0 ? Number.NEGATIVE_INFINITY : known[at - 1]!.position;
  }
}

/** Index of the first entry after a position. */
function after(entries: readonly Entry<unknown>[], position: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
