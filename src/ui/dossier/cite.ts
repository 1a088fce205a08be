import type { Line } from '../../brief/types';
import { textOfRuns } from '../parts/runs';
import { publishedText, t } from '../text';

const QUOTED = /^["“„«'‘「『]/;

/** A line as it is cited: its words between quotation marks, unless it brings its own, then outlet and date. */
export function citationOf(line: Pick<Line, 'runs' | 'publisher' | 'published'>): string {
  const text = textOfRuns(line.runs).replace(/\s+/g, ' ').trim();
  const outlet = line.publisher ?? t('dossier.unknownOutlet');
  return t(QUOTED.test(text) ? 'cite.bare' : 'cite.quoted', text, outlet, publishedText(line.published));
}
