import { type Candidate, WINDOWS } from './evidence';
import { Ledger } from './ledger';
import type { Agreement } from './profile';

/** A candidate with what of its evidence hangs on nothing but itself. */
export interface Weighed {
  candidate: Candidate;
  /** The entities of whose own names the longer name around it may be one, and how surely. */
  own: ReadonlyMap<number, Agreement>;
  /** The entities of whose roles in the corpus the title before it is one ("Ambassador Glass" is as good as a full name). */
  agreeing: ReadonlySet<number>;
}

/**
 * What a page's candidates tell of each other: one sense per page (Gale, Church & Yarowsky 1992). It is that of the page
 * as it is now, in whatever order candidates were noted and forgotten.
 */
export class PageEvidence {
  /** Entity → a longer name of it on the page, verbatim as it stands there first. */
  readonly fullNames = new Ledger<number, string>();
  /** Entity → a name on the page that may be a longer one of it, spelt otherwise or with an initial. */
  readonly likeNames = new Ledger<number, string>();
  /** Folded surface → another bearer's longer name that ends with it. */
  readonly rivals = new Ledger<string, string>();
  /** Entities that the page names beyond doubt. */
  readonly present = new Ledger<number, true>();
  /** Folded surface → the title or office beside it somewhere. */
  readonly introduced = new Ledger<string, string>();
  private readonly windows = new Ledger<string, readonly string[]>(WINDOWS);
  /** The greatest position ever noted. */
  private last = Number.NEGATIVE_INFINITY;

  /** `person` tells whether an entity is one. */
  constructor(private readonly person: (entity: number) => boolean) {}

  /** Takes in a candidate. */
  note(weighed: Weighed): void {
    const { position } = weighed.candidate;
    const last = position > this.last;
    this.tell(weighed, (ledger, key, value) => ledger.add(key, position, value, last));
    this.last = Math.max(this.last, position);
  }

  /** Takes a candidate out that was noted. */
  forget(weighed: Weighed): void {
    const { position } = weighed.candidate;
    this.tell(weighed, (ledger, key) => ledger.remove(key, position));
  }

  /** Terms around the first occurrences of a form. */
  termsOf(key: string): string[] {
    return this.windows.firstFew(key).flat();
  }

  /** Forms whose terms have changed. */
  get changedTerms(): ReadonlySet<string> {
    return this.windows.changed;
  }

  /** To be called when all that has changed has been seen to. */
  settle(): void {
    for (const ledger of [
      this.fullNames,
      this.likeNames,
      this.rivals,
      this.present,
      this.introduced,
      this.windows,
    ])
      ledger.settle();
  }

  private tell(
    { candidate: c, own, agreeing }: Weighed,
    give: <K, V>(ledger: Ledger<K, V>, key: K, value: V) => void,
  ): void {
    const { context, surface, key } = c;
    const whole = context.inside === null || (!c.short && context.headline);
    for (const { entity } of c.senses) {
      const agreement = own.get(entity);
      if (agreement === 'sure') give(this.fullNames, entity, context.inside!);
      else if (agreement === 'possible') give(this.likeNames, entity, context.inside!);
      else if (!c.short && whole) give(this.fullNames, entity, surface);
      else if (agreeing.has(entity)) give(this.fullNames, entity, `${context.title} ${surface}`);
    }
    if (c.short && own.size === 0 && context.rival) give(this.rivals, key, context.inside!);
    if (whole && c.senses.length === 1) {
      const { entity, ambiguity } = c.senses[0]!;
      if (!c.short || (!this.person(entity) && ambiguity < 0.4)) give(this.present, entity, true);
    }
    const introduction = context.title ?? context.office;
    if (introduction !== null && whole)
      give(
        this.introduced,
        key,
        context.title !== null ? `${introduction} ${surface}` : `${surface}, ${introduction}`,
      );
    give(this.windows, key, c.terms);
  }
}
