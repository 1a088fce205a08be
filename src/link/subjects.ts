import type { PageEvidence } from './page-evidence';
import type { Roster } from './roster';
import { type Company, type Evidence, weightOf } from './score';

/** What speaks for an entity wherever the same form stands on the page. */
export type Subject = Pick<Evidence, 'company' | 'nearness'>;

/** The subjects of a page's forms, kept while the evidence for them stays as it is. */
export class Subjects {
  private readonly known = new Map<string, Map<number, Subject>>();

  constructor(
    private readonly roster: Roster,
    private readonly evidence: PageEvidence,
  ) {}

  of(key: string, entity: number): Subject {
    let ofKey = this.known.get(key);
    if (!ofKey) {
      ofKey = new Map();
      this.known.set(key, ofKey);
    }
    let subject = ofKey.get(entity);
    if (!subject) {
      subject = { company: this.company(entity), nearness: this.nearness(key, entity) };
      ofKey.set(entity, subject);
    }
    return subject;
  }

  /** Takes in what has changed in the evidence; gives the forms of which the subject is another now. `inUse` tells whether a form is still on the page. */
  update(inUse: (key: string) => boolean): Set<string> {
    const changed = new Set<string>();
    const { present, changedTerms } = this.evidence;
    if (present.changed.size === 0 && changedTerms.size === 0) return changed;
    for (const [key, ofKey] of this.known) {
      if (!inUse(key)) this.known.delete(key);
      else if (changedTerms.has(key)) {
        this.known.delete(key);
        changed.add(key);
      } else
        for (const [entity, subject] of ofKey) {
          const { neighbours } = this.roster.profile(entity);
          if (!meets(present.changed, neighbours)) continue;
          const company = this.company(entity);
          if (!sameWeight(company, subject.company)) changed.add(key);
          ofKey.set(entity, { ...subject, company });
        }
    }
    return changed;
  }

  /** Entities of the same stories that the page has too, the most telling first. */
  private company(entity: number): Subject['company'] {
    const { neighbours } = this.roster.profile(entity);
    const { present } = this.evidence;
    const company: Subject['company'] = [];
    const [few, many] = present.size < neighbours.size ? [present, neighbours] : [neighbours, present];
    for (const other of few.keys())
      if (many.has(other)) company.push(this.companion(other, neighbours.get(other)!));
    return company.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  }

  private companion(entity: number, weight: number): Company {
    const { name, kind } = this.roster.entity(entity);
    return { name, weight, place: kind === 'place' };
  }

  private nearness(key: string, entity: number): number {
    return this.roster.nearness(entity, this.evidence.termsOf(key));
  }
}

function meets(some: ReadonlySet<number>, others: ReadonlyMap<number, number>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}

/** Whether two companies speak for an entity alike: as strongly, by the same first names (as `scoreOf` tells them). */
function sameWeight(a: readonly Company[], b: readonly Company[]): boolean {
  return (
    [true, false].every((person) => weightOf(a, person) === weightOf(b, person)) &&
    [0, 1].every((i) => a[i]?.name === b[i]?.name)
  );
}
