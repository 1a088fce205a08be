import { likenessOf, reduced, type Subject } from './subject';

/**
 * Subjects to which many are to be likened: an inverted index over their terms, so that what two have in common is all that
 * is looked at. The terms of a name are left out.
 */
export class Likenesses {
  /** By term, the places of the subjects that have it, each followed by the term's weight there. */
  private readonly byTerm = new Map<number, number[]>();
  private readonly squares: Float64Array;
  private readonly sums: Float64Array;

  constructor(
    subjects: readonly Subject[],
    private readonly without: readonly number[],
  ) {
    this.squares = Float64Array.from(subjects, (subject) => reduced(subject, without));
    this.sums = new Float64Array(subjects.length);
    subjects.forEach(({ terms, weights }, place) => {
      terms.forEach((term, i) => {
        if (without.includes(term)) return;
        const known = this.byTerm.get(term);
        if (known) known.push(place, weights[i]!);
        else this.byTerm.set(term, [place, weights[i]!]);
      });
    });
  }

  /** By their places, how like each is to a subject: to the bit what `likeness` gives. What was given before is overwritten. */
  to(subject: Subject): Float64Array {
    const { sums, squares } = this;
    sums.fill(0);
    subject.terms.forEach((term, i) => {
      const found = this.byTerm.get(term);
      for (let at = 0; found && at < found.length; at += 2)
        sums[found[at]!]! += found[at + 1]! * subject.weights[i]!;
    });
    const square = reduced(subject, this.without);
    for (let place = 0; place < sums.length; place++)
      sums[place] = likenessOf(sums[place]!, square, squares[place]!);
    return sums;
  }
}
