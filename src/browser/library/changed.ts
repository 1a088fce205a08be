import type { JoinDelta } from '../../corpus/join/types';
import type { Kept, Turn } from './schema';

/** What a change of the library changes, for tables that are derived from it. */
export interface Changed {
  /** The change's own transaction, over all tables: awaiting anything but its requests ends it. */
  turn: Turn;
  /** Articles that have come in, new or in the place of an older version; with the first of the reader's own the bundled ones too. */
  put: readonly Kept[];
  /** Articles as they were before: taken away, or in whose place another version has come. A broken one is not among them. */
  gone: readonly Kept[];
  /** The ids of all articles that are no more, of broken ones too. */
  removed: readonly string[];
  /** What that changed in who is who; the rows stand in the tables already, the postings too. */
  delta: JoinDelta;
  /** The library's generation after the change. */
  generation: number;
}

/** Brings a derived table to where the library stands after a change. If it rejects the whole change is undone. */
export type Derive = (changed: Changed) => Promise<void>;
