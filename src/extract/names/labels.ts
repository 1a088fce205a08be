import type { Kind } from '../types';

/** The kinds that the tagger knows, in the order of its labels. */
export const TAGGED: readonly Kind[] = ['person', 'organisation', 'place'];

// Labels are BIOES: 0 is outside; for the kind k, 1 + 4k begins a name, 2 + 4k is inside, 3 + 4k ends it, 4 + 4k is a
// name of one token.
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * TAGGED.length;
export const label = (kind: number, part: 'begin' | 'inside' | 'end' | 'single'): number =>
  1 + 4 * kind + ['begin', 'inside', 'end', 'single'].indexOf(part);
export const kindOf = (at: number): number => (at - 1) >> 2;
const partOf = (at: number): number => (at - 1) & 3;
/** Does a name go on after this label? */
export const isOpen = (at: number): boolean => at > 0 && partOf(at) < 2;
/** Does a name begin with this label? */
export const begins = (at: number): boolean => at > 0 && (partOf(at) === 0 || partOf(at) === 3);

/** Labels that may stand before each label. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) =>
    to === OUTSIDE || begins(to) ? !isOpen(from) : isOpen(from) && kindOf(from) === kindOf(to),
  ),
);
