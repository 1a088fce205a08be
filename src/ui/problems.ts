import type { Problem } from '../browser/problem';
import { t } from './text';

/** What went wrong, in the reader's language. Only what nobody foresaw keeps the browser's own words. */
export function problemText(error: unknown): string {
  const problem = (error as { problem?: Problem } | null)?.problem;
  if (problem) return t(`problem.${problem.code}`, ...problem.values);
  return t('problem.other', error instanceof Error ? error.message : String(error));
}
