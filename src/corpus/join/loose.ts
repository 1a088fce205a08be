import { LIMITS } from './limits';
import { Partition } from './partition';
import { SAME_STORY } from './sieves';
import { byPlace, nearness, type Standing, termsOfName } from './subject';

/** A person of one article who is known by one word there and belongs to nobody whose full name is known. */
export interface Loose {
  /** Of article and local entity. */
  member: string;
  standing: Standing;
}

/** By place of the article, then by the local entity itself. */
const byAnchor = (a: Loose, b: Loose): number =>
  byPlace(a.standing, b.standing) || (a.member < b.member ? -1 : a.member > b.member ? 1 : 0);

/**
 * Those of one word in groups of one story. The first by place are anchors, joined with each other where the story is the
 * same; every other joins the nearest anchor.
 */
export function looseGroups<Any extends Loose>(word: string, all: readonly Any[]): Any[][] {
  const sorted = [...all].sort(byAnchor);
  const anchors = sorted.slice(0, LIMITS.anchors);
  const partition = anchorGroups(word, anchors);
  const groups = new Map<string, Any[]>();
  sorted.forEach((one, i) => {
    const anchor = i < LIMITS.anchors ? one : nearestAnchor(word, one, anchors);
    const group = anchor ? partition.find(anchor.member) : one.member;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  });
  return [...groups.values()];
}

/** The anchors, joined where two tell the same story. */
function anchorGroups(word: string, anchors: readonly Loose[]): Partition {
  const partition = new Partition();
  const without = termsOfName(word);
  for (const { member } of anchors) partition.add(member);
  anchors.forEach((a, i) => {
    for (const b of anchors.slice(0, i))
      if (nearness([a.standing], [b.standing], without) >= SAME_STORY) partition.join(a.member, b.member);
  });
  return partition;
}

/** The anchor whose story is nearest, if it is the same; among equals the first. */
function nearestAnchor<Any extends Loose>(word: string, one: Loose, anchors: readonly Any[]): Any | null {
  const without = termsOfName(word);
  let best: Any | null = null;
  let most = SAME_STORY;
  for (const anchor of anchors) {
    const near = nearness([one.standing], [anchor.standing], without);
    if (near > most || (near === most && best === null)) [best, most] = [anchor, near];
  }
  return best;
}
