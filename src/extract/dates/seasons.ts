import { yearValue } from './calendar';
import { type Context, type Found, matchAt } from './context';
import { spelledYear, YEAR, YEAR_IN_WORDS } from './words';

const SEASONS: Record<string, string> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
};
const SEASON_START: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const SEASON_YEAR = new RegExp(`,? (?:of )?(?:(${YEAR})(?!\\d)|(${YEAR_IN_WORDS})(?!\\p{L}))`, 'uy');
const SEASON_MODIFIER =
  /(?:\b(?:the )?(?:early|late|mid-?) ?)?\b(?:(?:in |over |during |by |until |since |through |of |for )?(?:the )?)?(?:(this|last|past|next|this past|this coming|coming|previous) )?$/i;

/** "last spring", "this summer", "the summer of 2010", "over the summer". */
export function seasonAt(context: Context, start: number, word: string): Found | null {
  const lower = word.toLowerCase();
  const code = SEASONS[lower]!;
  let end = start + word.length;
  const told = matchAt(SEASON_YEAR, context.text, end);
  const before = context.before(start);
  const modifier = SEASON_MODIFIER.exec(before);
  const how = modifier?.[1]?.toLowerCase() ?? null;
  if (told) {
    end += told[0].length;
    return { start, end, value: `${told[1] ?? spelledYear(told[2]!)}-${code}` };
  }
  if (!context.ref || context.today === null) return null;
  const timely =
    how ||
    (lower !== 'fall' &&
      /\b(?:in|over|during|by|until|since|through|into|of|for|early|late)(?: the)? (?:early |late )?$/i.test(
        before,
      ));
  if (
    !timely ||
    /^(?:['’]s|-| (?:games|olympics|school|camp|palace|break|time))/i.test(context.text.slice(end, end + 9))
  )
    return null;
  const { year, month } = context.ref;
  const begins = SEASON_START[code]!;
  let told2 = year;
  if (how === 'last' || how === 'previous' || how === 'past') told2 = month > begins + 2 ? year : year - 1;
  else if (how === 'next') told2 = month < begins ? year : year + 1;
  else if (how === null && month < begins && context.tense(start, end) === 'past') told2 = year - 1;
  return { start: start - (how ? how.length + 1 : 0), end, value: `${yearValue(told2)}-${code}` };
}
