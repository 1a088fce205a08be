import type { Day } from '../extract/types';
import type { Span } from '../text/span';
import { gistOf, lineOf } from './lines';
import { passageAround } from './passages';
import type { RoleLine } from './types';
import { byDay, type CorpusView, type Leaf } from './view';

interface Candidate {
  leaf: Leaf;
  span: Span;
  text: string;
  asOf: Day | null;
  /** How many tellings of the same day it stands for: its own and those it holds ("Ambassador" in "US Ambassador to Japan"). */
  support: number;
  former: boolean;
}

const FORMER = /(?:^|\W)(?:former|formerly|ex|then|onetime|one-time|erstwhile|ousted)(?:\W|$)/i;

/**
 * The roles of an entity in the articles' words, each as of its day, the newest first. A role is told once, at its
 * newest telling; one that a fuller telling of the same day or a later one holds ("Prime Minister" in "Japanese Prime
 * Minister", "PM" for it) is left to that. On one day what most tellings agree on comes first, former offices last.
 */
export function rolesOf(view: CorpusView, entity: string, leaves: readonly Leaf[]): RoleLine[] {
  const tellings = leaves.flatMap((leaf) =>
    leaf.reading.roles
      .filter((role) => role.entity === entity)
      .map(
        (role): Candidate => ({
          leaf,
          span: { start: role.start, end: role.end },
          text: gistOf(role.text),
          asOf: role.asOf,
          support: 1,
          former: FORMER.test(role.text),
        }),
      ),
  );
  const distinct = new Map<string, Candidate>();
  for (const telling of tellings) {
    const known = distinct.get(telling.text);
    if (!known) distinct.set(telling.text, telling);
    else if (byDay(known.asOf ?? '', telling.asOf ?? '') < 0) {
      distinct.set(telling.text, { ...telling, support: known.support + 1 });
    } else known.support++;
  }
  const roles = [...distinct.values()];
  const told = new Set(roles);
  for (const short of roles) {
    const fuller = roles.filter((long) => long !== short && holds(long, short));
    for (const long of fuller) long.support += short.support;
    if (fuller.some((long) => byDay(short.asOf ?? '', long.asOf ?? '') <= 0)) told.delete(short);
  }
  return [...told]
    .sort(
      (a, b) =>
        byDay(b.asOf ?? '', a.asOf ?? '') || Number(a.former) - Number(b.former) || b.support - a.support,
    )
    .map(({ leaf, span, asOf }) => ({
      ...lineOf(view, leaf, span, passageAround(leaf.article.text, leaf.reading, span)),
      asOf,
    }));
}

/** Articles looked at in one step for the role that an entity is introduced by. */
const STEP = 40;

/** The role that an entity is introduced by, the first of `rolesOf` over the newest articles that tell any; null if none does. */
export function roleOf(view: CorpusView, entity: string): RoleLine | null {
  const leaves = view.leavesOf.get(entity) ?? [];
  for (let from = 0; from < leaves.length; from += STEP) {
    const first = rolesOf(view, entity, leaves.slice(from, from + STEP))[0];
    if (first) return first;
  }
  return null;
}

function holds(long: Candidate, short: Candidate): boolean {
  if (long.former !== short.former || long.text.length <= short.text.length) return false;
  const words = long.text.split(' ');
  return ` ${long.text} `.includes(` ${short.text} `) || initialsIn(words, short.text);
}

/** "pm" of "japanese prime minister"; two letters at least. */
function initialsIn(words: readonly string[], short: string): boolean {
  if (short.length < 2 || short.includes(' ')) return false;
  const initials = words.map((word) => word[0]).join('');
  return initials.includes(short);
}
