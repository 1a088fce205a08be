import type { Contribution, Correction, JoinDelta, JoinStore } from '../../corpus/join/types';
import type { CuratedEntity } from '../../corpus/types';
import type { Article, Reading } from '../../extract/types';

/** What the join is told of a change. */
export interface JoinChange {
  put: readonly Contribution[];
  remove: readonly string[];
  curated: readonly CuratedEntity[];
  corrections: readonly Correction[];
}

/** Brings the join's tables to where they would stand had all articles been joined at once. */
export type Join = (store: JoinStore, change: JoinChange) => Promise<JoinDelta>;

export function contributionOf(_article: Article, _reading: Reading): Contribution {
  throw new Error('not yet');
}
export const join: Join = async () => {
  throw new Error('not yet');
};
