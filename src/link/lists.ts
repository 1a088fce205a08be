/** A list of whole numbers in a typed array that grows. */
export class Numbers {
  private all = new Uint32Array(1024);
  length = 0;

  push(one: number): void {
    if (this.length === this.all.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.all);
      this.all = more;
    }
    this.all[this.length++] = one;
  }

  at(index: number): number {
    return this.all[index]!;
  }

  /** The numbers so far, as a view that the next `push` may leave behind. */
  view(from = 0, to = this.length): Uint32Array {
    return this.all.subarray(from, to);
  }
}

/** Lists of whole numbers one after the other, and where each begins. */
export class Lists {
  readonly all = new Numbers();
  private readonly starts = new Numbers();

  constructor() {
    this.starts.push(0);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  add(list: Iterable<number>): void {
    for (const one of list) this.all.push(one);
    this.starts.push(this.all.length);
  }

  at(index: number): Uint32Array {
    return this.all.view(this.starts.at(index), this.starts.at(index + 1));
  }

  /** All numbers, and where each list begins. */
  parts(): [Uint32Array, Uint32Array] {
    return [this.all.view(), this.starts.view()];
  }
}

/** One of the lists that `Lists.parts` gave. */
export const listAt = (all: Uint32Array, starts: Uint32Array, index: number): Uint32Array =>
  all.subarray(starts[index], starts[index + 1]);
