import { FLAG, FREQUENCY_SHIFT, PLACE_FLAGS } from '../lexicon/flags';
import { TITLES } from '../lexicon/words';
import type { Drafts } from './draft';
import { isAcronymOf, isCapitalised } from './evidence';
import { isFamilyFirst } from './family';
import { CASE, PLACE } from './words';

/** Names that a rule is sure of where the tagger saw none. One pass. */
export function addCertainNames(drafts: Drafts): void {
  const { tokens } = drafts.doc;
  for (let i = 0; i < tokens.length; i++) {
    if (drafts.taken[i]) continue;
    const end = phrase(drafts, i);
    if (end > i) {
      i = end - 1;
      continue;
    }
    const sort = drafts.sort(i);
    if (sort === CASE.capitals && i > 1 && drafts.surface(i - 1) === '(') acronym(drafts, i);
    else if (sort === CASE.initial && !familyFirst(drafts, i) && !afterTitle(drafts, i))
      knownPerson(drafts, i);
  }
}

/** "Truth Social", "Hong Kong": a known name of several words. Gives the end of it, or `at`. */
function phrase(drafts: Drafts, at: number): number {
  let end = at + 1;
  while (drafts.together(at, end) && !drafts.taken[end] && drafts.source.inPhrase(end)) end++;
  const kind = end - at > 1 ? drafts.source.phraseOf(at, end) : null;
  if (kind === null || kind === 'other') return at;
  const longer = drafts.together(at, end) && drafts.sort(end) === CASE.initial && !drafts.taken[end];
  if (longer) return at;
  drafts.add({ first: at, end, kind });
  return end;
}

/** "the Ministry of Economy, Trade and Industry (METI)": what stands in the brackets is what stands before them. */
function acronym(drafts: Drafts, at: number): void {
  if (!drafts.taken[at - 2] || !isAcronymOf(drafts.doc, at)) return;
  const named = drafts.endingAt(at - 1);
  if (named && named.kind !== 'person') drafts.add({ first: at, end: at + 1, kind: named.kind });
}

/** "Leung Yiu-chung", "Moon Jae-in". */
function familyFirst(drafts: Drafts, at: number): boolean {
  if (!drafts.together(at, at + 1) || drafts.taken[at + 1] || !isFamilyFirst(drafts, at)) return false;
  drafts.add({ first: at, end: at + 2, kind: 'person' });
  return true;
}

const NO_PERSON =
  PLACE_FLAGS |
  FLAG.demonym |
  FLAG.organisation |
  FLAG.organisationHead |
  FLAG.placeHead |
  FLAG.title |
  FLAG.other;

/** "Foreign Minister Iwaya", "Mr Glass", "Sen. Schatz". */
function afterTitle(drafts: Drafts, at: number): boolean {
  if (!drafts.together(at - 1, at)) return false;
  const dotted = drafts.surface(at - 1) === '.' && drafts.together(at - 2, at);
  const title = dotted ? at - 2 : at - 1;
  if (!isCapitalised(drafts.sort(title)) || drafts.taken[title]) return false;
  if (!TITLES.has(drafts.surface(title).toLowerCase())) return false;
  let end = at;
  while (
    drafts.together(end, at) &&
    !drafts.taken[end] &&
    drafts.sort(end) === CASE.initial &&
    end < at + 3
  ) {
    if (drafts.flags(end) & NO_PERSON || (drafts.flags(end) >>> FREQUENCY_SHIFT) % 16 > 12) break;
    end++;
  }
  if (end === at || (drafts.together(end, at) && isCapitalised(drafts.sort(end)))) return false;
  drafts.add({ first: at, end, kind: 'person' });
  return true;
}

/** "will meet Bessent": a name that the lists know as a person's and as nothing else, alone within a sentence. */
function knownPerson(drafts: Drafts, at: number): void {
  const flags = drafts.flags(at);
  if ((flags & (FLAG.surname | FLAG.male | FLAG.female)) === 0 || flags & NO_PERSON) return;
  if (drafts.source.words.place[at] !== PLACE.inside) return;
  if (((flags >>> FREQUENCY_SHIFT) & 15) > 0 && (flags & FLAG.capitalised) === 0) return;
  const beside = (k: number) => drafts.together(at, k) && isCapitalised(drafts.sort(k));
  if (beside(at - 1) || beside(at + 1)) return;
  drafts.add({ first: at, end: at + 1, kind: 'person' });
}
