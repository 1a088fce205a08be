import { presenceIn } from './presence';
import type { Company, Neighbour } from './types';
import type { CorpusView, Leaf } from './view';

/** More than a reader can compare at a glance is a list's task. */
const CLOSEST = 8;

/** Who of those closest to an entity stands with whom: in how many sentences of the whole corpus each two of them do. */
export function companyOf(view: CorpusView, around: readonly Neighbour[]): Company {
  const members = around.slice(0, CLOSEST).map(({ entity, name, kind }) => ({ entity, name, kind }));
  const ids = members.map(({ entity }) => entity);
  const shared = ids.map(() => ids.map(() => 0));
  for (const leaf of leavesOfAny(view, ids)) {
    for (const { prose, present } of presenceIn(leaf)) {
      if (!prose) continue;
      const here = ids.flatMap((id, i) => (present.has(id) ? i : []));
      for (const i of here) for (const j of here) if (i !== j) shared[i]![j]!++;
    }
  }
  return { members, shared };
}

function leavesOfAny(view: CorpusView, ids: readonly string[]): Set<Leaf> {
  return new Set(ids.flatMap((id) => view.leavesOf.get(id) ?? []));
}
