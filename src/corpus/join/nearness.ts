import { Likenesses } from './likenesses';
import { likeness, type Standing } from './subject';

/** From so many articles on, those of others are likened to all of them at once. */
const MANY = 4;

/** How near others are to some articles, the terms of the name in question left out. */
export class Nearness {
  private readonly index: Likenesses | null;

  constructor(
    private readonly own: readonly Standing[],
    private readonly without: readonly number[],
  ) {
    const subjects = own.length < MANY ? null : own.map(({ subject }) => subject);
    this.index = subjects && new Likenesses(subjects, without);
  }

  /** Of each of the articles, in their order, the likeness to the nearest of others; 1 where it is one of them. */
  each(other: readonly Standing[]): Float64Array {
    const best = new Float64Array(this.own.length);
    for (const one of other) {
      const like = this.index?.to(one.subject);
      for (let i = 0; i < best.length; i++) {
        const near = this.own[i]!.articleId === one.articleId ? 1 : (like?.[i] ?? this.likeness(i, one));
        if (near > best[i]!) best[i] = near;
      }
    }
    return best;
  }

  /**
   * How near the cluster of the articles is to another: of their likeness to the other's nearest the upper quartile, so
   * that it takes more than one article of many.
   */
  to(other: readonly Standing[]): number {
    const best = this.each(other).sort();
    return best.at(-1 - Math.floor(best.length / 4)) ?? 0;
  }

  private likeness(place: number, { subject }: Standing): number {
    return likeness(this.own[place]!.subject, subject, this.without);
  }
}
