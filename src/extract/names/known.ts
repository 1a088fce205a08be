import { FLAG, FREQUENCY_SHIFT, PERSON_FLAGS, PLACE_FLAGS } from '../lexicon/flags';
import type { Kind } from '../types';
import type { Drafts } from './draft';
import { isCapitalised } from './evidence';
import { CASE, PLACE } from './words';

const words = (text: string) => new Set(text.split(' '));
const LOCATIVES = words('in near at from to outside around through between across throughout inside off');
const SETTLEMENTS = words(
  'city town village port province district state region county municipality island suburb commune hamlet capital ' +
    'kingdom territory prefecture north south east west northeast northwest southeast southwest outskirts',
);
const NO_NAME = FLAG.title | FLAG.other | FLAG.demonym | FLAG.organisationHead;

/** Names that the tagger missed and that the lexicon or the words around them settle. One pass. */
export function addKnownNames(drafts: Drafts): void {
  const { tokens } = drafts.doc;
  const { place } = drafts.source.words;
  for (let i = 0; i < tokens.length; i++) {
    if (drafts.taken[i] || !isCapitalised(drafts.sort(i)) || place[i]! >= PLACE.titleLine) continue;
    let end = i + 1;
    while (drafts.together(i, end) && isCapitalised(drafts.sort(end)) && !drafts.taken[end]) end++;
    const beside = [i - 1, end].some((k) => drafts.together(i, k) && isCapitalised(drafts.sort(k)));
    if (!beside) {
      const kind = located(drafts, i, end) ? 'place' : end === i + 1 ? listed(drafts, i) : null;
      if (kind) drafts.add({ first: i, end, kind });
    }
    i = end - 1;
  }
}

/** "in Klungkung, Bali", "the village of Heydour", "near Avdiivka". */
function located(drafts: Drafts, first: number, end: number): boolean {
  if (end - first > 3 || !drafts.together(first - 1, first)) return false;
  for (let i = first; i < end; i++) {
    if (drafts.flags(i) & NO_NAME || drafts.sort(i) !== CASE.initial) return false;
  }
  const before = drafts.surface(first - 1);
  if (before === 'of' && drafts.together(first - 2, first) && SETTLEMENTS.has(drafts.surface(first - 2)))
    return true;
  if (!LOCATIVES.has(before)) return false;
  const region = drafts.together(end + 1, first) && drafts.surface(end) === ',' && drafts.taken[end + 1];
  if (region && drafts.flags(end + 1) & PLACE_FLAGS) return true;
  const flags = drafts.flags(first);
  const unknown = flags >>> FREQUENCY_SHIFT === 0 && (flags & (PERSON_FLAGS | FLAG.organisation)) === 0;
  return end - first === 1 && (before === 'in' || before === 'near') && unknown;
}

/** The kind of a word that the lists know for one thing only, and that is not an everyday word too. */
function listed(drafts: Drafts, i: number): Kind | null {
  const flags = drafts.flags(i);
  const sort = drafts.sort(i);
  if (sort === CASE.shouted || flags & (NO_NAME | PERSON_FLAGS)) return null;
  const everyday = ((flags >>> FREQUENCY_SHIFT) & 15) > 0 && (flags & FLAG.capitalised) === 0;
  if (everyday && sort !== CASE.capitals && sort !== CASE.acronym) return null;
  if (flags & FLAG.organisation && (flags & PLACE_FLAGS) === 0) return 'organisation';
  return flags & (FLAG.country | FLAG.region | FLAG.city) && (flags & FLAG.organisation) === 0
    ? 'place'
    : null;
}
