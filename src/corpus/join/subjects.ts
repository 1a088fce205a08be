import {
  hash,
  openSubject,
  packSubject,
  placeOf,
  type Standing,
  type Subject,
  unpackSubject,
} from './subject';
import type { Contribution, JoinStore } from './types';

/** An article whose subject is unpacked when it is first compared; most are only told apart. */
function lazily(articleId: string, packed: string): Standing {
  let subject: Subject | null = null;
  return {
    articleId,
    place: placeOf(articleId),
    get subject() {
      subject ??= unpackSubject(packed);
      return subject;
    },
  };
}

/** The subjects of articles, as far as they are known; the others are read from their contributions. */
export class Subjects {
  private readonly packed = new Map<string, string>();
  private readonly prints = new Map<string, number>();
  private readonly opened = new Map<string, Standing>();

  constructor(private readonly store: JoinStore) {}

  /** Takes a contribution's subject, which counts from now on. */
  take({ articleId, subject }: Contribution): void {
    this.packed.set(articleId, packSubject(openSubject(subject)));
    this.opened.delete(articleId);
    this.prints.delete(articleId);
  }

  /** Takes a subject as it is kept, unless a newer one is known. */
  keep(articleId: string, packed: string): void {
    if (!this.packed.has(articleId)) this.packed.set(articleId, packed);
  }

  async load(articleIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(articleIds)].filter((id) => !this.packed.has(id));
    if (missing.length === 0) return;
    for (const contribution of await this.store.get('contributions', missing))
      if (contribution) this.take(contribution);
  }

  /** A subject that is known, packed. */
  packedOf(articleId: string): string {
    return this.packed.get(articleId)!;
  }

  /** A number that tells two subjects of one article apart. */
  printOf(articleId: string): number {
    let print = this.prints.get(articleId);
    if (print === undefined) {
      print = hash(this.packed.get(articleId)!, 0);
      this.prints.set(articleId, print);
    }
    return print;
  }

  /** An article whose subject is known. */
  standing(articleId: string): Standing {
    let standing = this.opened.get(articleId);
    if (!standing) {
      standing = lazily(articleId, this.packed.get(articleId)!);
      this.opened.set(articleId, standing);
    }
    return standing;
  }
}
