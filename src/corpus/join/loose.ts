import { Likenesses } from './likenesses';
import { LIMITS } from './limits';
import { Partition } from './partition';
import { SAME_STORY } from './sieves';
import { byPlace, type Standing, termsOfName } from './subject';

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
  const likenesses = new Likenesses(
    anchors.map(({ standing }) => standing.subject),
    termsOfName(word),
  );
  const partition = anchorGroups(anchors, likenesses);
  const groups = new Map<string, Any[]>();
  sorted.forEach((one, i) => {
    const anchor = i < LIMITS.anchors ? one : nearestAnchor(one, anchors, likenesses);
    const group = anchor ? partition.find(anchor.member) : one.member;
    const known = groups.get(group);
    if (known) known.push(one);
    else groups.set(group, [one]);
  });
  return [...groups.values()];
}

/** The anchors, joined where two tell the same story. */
function anchorGroups(anchors: readonly Loose[], likenesses: Likenesses): Partition {
  const partition = new Partition();
  for (const { member } of anchors) partition.add(member);
  anchors.forEach((a, i) => {
    const near = likenesses.to(a.standing.subject);
    anchors.slice(0, i).forEach((b, place) => {
      if (isSameArticle(a, b) || near[place]! >= SAME_STORY) partition.join(a.member, b.member);
    });
  });
  return partition;
}

/** The anchor whose story is nearest, if it is the same; among equals the first. */
function nearestAnchor<Any extends Loose>(
  one: Loose,
  anchors: readonly Any[],
  likenesses: Likenesses,
): Any | null {
  const like = likenesses.to(one.standing.subject);
  let best: Any | null = null;
  let most = SAME_STORY;
  anchors.forEach((anchor, place) => {
    const near = isSameArticle(one, anchor) ? 1 : like[place]!;
    if (near > most || (near === most && best === null)) [best, most] = [anchor, near];
  });
  return best;
}

const isSameArticle = (a: Loose, b: Loose): boolean => a.standing.articleId === b.standing.articleId;
