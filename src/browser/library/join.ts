import { joinArticles } from '../../corpus/join/incremental';
import type { Contribution, Correction, JoinDelta, JoinStore } from '../../corpus/join/types';
import type { CuratedEntity } from '../../corpus/types';

export { contributionOf } from '../../corpus/join/contribution';

/** What the join is told of a change. */
export interface JoinChange {
  put: readonly Contribution[];
  remove: readonly string[];
  curated: readonly CuratedEntity[];
  corrections: readonly Correction[];
}

/** Brings the join's tables to where they would stand had all articles been joined at once. */
export type Join = (store: JoinStore, change: JoinChange) => Promise<JoinDelta>;

export const join: Join = (store, { put, ...change }) => joinArticles(store, { add: put, ...change });
