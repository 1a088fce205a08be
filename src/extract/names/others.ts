import { FLAG } from '../lexicon/flags';
import { CALENDAR } from './calendar';
import type { Drafts } from './draft';
import { isCapitalised } from './evidence';
import { CASE, PLACE } from './words';

/**
 * Names of kind `other` among the tokens that no name holds yet: demonyms ("Japanese"), known events and works
 * ("World War II"), and runs of two or more capitalised words within a sentence ("Paris Climate Pledge").
 */
export function addOthers(drafts: Drafts): void {
  const { doc, source } = drafts;
  const { place } = source.words;
  for (let i = 0; i < doc.tokens.length; i++) {
    if (drafts.taken[i] || !isCapitalised(drafts.sort(i))) continue;
    let end = i + 1;
    while (drafts.together(i, end) && !drafts.taken[end] && source.inPhrase(end)) end++;
    if (end - i > 1 && source.phraseOf(i, end) === 'other') {
      drafts.add({ first: i, end, kind: 'other' });
    } else if (drafts.flags(i) & FLAG.demonym && drafts.sort(i) !== CASE.shouted) {
      drafts.add({ first: i, end: i + 1, kind: 'other' });
    } else if (place[i] === PLACE.inside) {
      end = i;
      while (drafts.together(i, end) && maySpell(drafts, end)) end++;
      if (end - i > 1 && !(drafts.together(i, end) && isCapitalised(drafts.sort(end)))) {
        drafts.add({ first: i, end, kind: 'other' });
      }
      end = Math.max(end, i + 1);
    }
    i = end - 1;
  }
}

function maySpell(drafts: Drafts, i: number): boolean {
  const sort = drafts.sort(i);
  if (drafts.taken[i] || (sort !== CASE.initial && sort !== CASE.capitals && sort !== CASE.mixed))
    return false;
  const surface = drafts.surface(i);
  return (
    (drafts.flags(i) & FLAG.title) === 0 &&
    !CALENDAR.has(surface.toLowerCase()) &&
    !/^I['\u2019]/.test(surface)
  );
}
