import type { Run } from '../../brief/types';

/** The text of runs, as it stands in the article. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
