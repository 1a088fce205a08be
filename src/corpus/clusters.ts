import type { Kind } from '../extract/types';
import type { LocalEntity } from './locals';
import { cosine, type TermVector } from './terms';

/** Cosine of two articles' subjects from which a short form may be joined to a long one. */
export const SAME_STORY = 0.12;
/** By how much the best of several candidates must be nearer than the next. */
const MARGIN = 1.35;
/** The same, where less of the name speaks for it. */
export const PART_STORY = 0.25;

/** Local entities in disjoint sets that grow together (union–find with path halving). */
export class Clusters {
  private readonly parent: number[];

  constructor(
    readonly locals: readonly LocalEntity[],
    readonly vectors: readonly TermVector[],
  ) {
    this.parent = locals.map((_, i) => i);
  }

  find(i: number): number {
    while (this.parent[i] !== i) {
      this.parent[i] = this.parent[this.parent[i]!]!;
      i = this.parent[i]!;
    }
    return i;
  }

  /** Joins two clusters unless both are curated: an editor who lists two means two. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y || (this.curated(x) && this.curated(y))) return;
    const [into, from] = x < y ? [x, y] : [y, x];
    this.parent[from] = into;
    this.members.get(into)!.push(...this.members.get(from)!);
    this.members.delete(from);
  }

  private readonly members = new Map<number, number[]>();

  start(): void {
    for (let i = 0; i < this.locals.length; i++) this.members.set(i, [i]);
  }

  membersOf(i: number): readonly number[] {
    return this.members.get(this.find(i))!;
  }

  curated(i: number): boolean {
    return this.membersOf(i).some((m) => this.locals[m]!.curated);
  }

  /** The nearest two articles of two clusters: cosine of their subjects, 1 where they share an article, 0 for a bare list entry. */
  nearness(a: number, b: number): number {
    let best = 0;
    for (const i of this.membersOf(a).slice(0, 40))
      for (const j of this.membersOf(b).slice(0, 40)) {
        const [x, y] = [this.locals[i]!.article, this.locals[j]!.article];
        if (x < 0 || y < 0) continue;
        best = Math.max(best, x === y ? 1 : cosine(this.vectors[x]!, this.vectors[y]!));
      }
    return best;
  }

  shareArticle(a: number, b: number): boolean {
    const articles = new Set(this.membersOf(a).map((m) => this.locals[m]!.article));
    return this.membersOf(b).some((m) => articles.has(this.locals[m]!.article));
  }

  kindOf(i: number): Kind {
    const votes = new Map<Kind, number>();
    for (const m of this.membersOf(i)) {
      const { kind, named, curated } = this.locals[m]!;
      votes.set(kind, (votes.get(kind) ?? 0) + (curated ? 1e6 : named));
    }
    return [...votes].sort((x, y) => y[1] - x[1])[0]![0];
  }

  groups(): LocalEntity[][] {
    return [...this.members.values()].map((group) => group.map((i) => this.locals[i]!));
  }
}

/** The candidate whose articles are nearest in subject, if near enough and clearly nearer than any other cluster. */
export function nearest(
  sets: Clusters,
  at: number,
  candidates: readonly number[],
  enough = SAME_STORY,
): number | null {
  const clusters = [...new Set(candidates.map((c) => sets.find(c)))].filter((c) => c !== sets.find(at));
  const ranked = clusters.map((c) => ({ c, near: sets.nearness(at, c) })).sort((a, b) => b.near - a.near);
  const [best, next] = ranked;
  if (!best || best.near < enough) return null;
  return next && best.near < next.near * MARGIN ? null : best.c;
}
