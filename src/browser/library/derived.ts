import type { Derive } from './changed';
import { deriveSearch } from './search-rows';
import { deriveSpotting } from './spotting-rows';

/**
 * The tables that are derived from the library and kept with it; none of them hangs on another. When everything is erased for
 * good their rows are cleared and nobody is asked.
 */
export const DERIVED: readonly Derive[] = [deriveSearch, deriveSpotting];
