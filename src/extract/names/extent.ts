import { FLAG, FREQUENCY_SHIFT, PERSON_FLAGS, PLACE_FLAGS } from '../lexicon/flags';
import { CALENDAR } from './calendar';
import type { Draft, Drafts } from './draft';
import { isCapitalised } from './evidence';
import { FAMILY_FIRST, isFamilyFirst } from './family';
import { CASE, PLACE } from './words';

const GIVEN = FLAG.male | FLAG.female;
/** Titles that are nobody's name, in lower case; "King", "Major" or "Dean" may be. */
const PURE_TITLES = new Set(
  (
    'mr mrs ms dr prof professor president vice-president pm premier chancellor minister secretary senator sen rep ' +
    'reps representative congressman congresswoman gov governor mayor ambassador envoy chairman chairwoman ' +
    'director spokesman spokeswoman spokesperson leader speaker attorney sheriff officer inspector superintendent ' +
    'detective gen lt lieutenant capt captain sgt sergeant col colonel cmdr commander adm admiral maj brigadier ' +
    'corporal private coach manager ceo justice ayatollah imam mullah cardinal archbishop rev reverend monsieur ' +
    'herr signor senator-elect president-elect governor-elect mayor-elect congressman-elect ambassador-designate ' +
    'minister-designate'
  ).split(' '),
);

/** Cuts what is no part of a name off its ends: "the", a title, a possessive. Joins what is: "Jose Mario" + "Goni". */
export function mendExtents(drafts: Drafts): void {
  for (const draft of drafts.all) {
    trim(drafts, draft);
    if (isHeading(drafts, draft) || isCalendar(drafts, draft) || isPronoun(drafts, draft)) {
      drafts.resize(draft, draft.first, draft.first);
      continue;
    }
    splitAtPossessive(drafts, draft);
    splitAtTitle(drafts, draft);
    settleKind(drafts, draft);
    if (draft.kind === 'person') lengthen(drafts, draft);
    else if (draft.kind === 'organisation') splitAtOf(drafts, draft);
  }
}

function trim(drafts: Drafts, draft: Draft): void {
  let { first, end } = draft;
  while (end > first + 1 && /^['’]s?$/i.test(drafts.surface(end - 1))) end--;
  // "The Independent told" is the paper's own "The"; at the start of a sentence nobody can tell
  const own = draft.kind === 'organisation' && drafts.source.words.place[first] === PLACE.inside;
  while (end > first + 1 && /^the$/i.test(drafts.surface(first)) && !(own && drafts.surface(first) === 'The'))
    first++;
  if (draft.kind !== 'place') {
    while (end > first + 1 && PURE_TITLES.has(drafts.surface(first).toLowerCase())) {
      let next = first + 1;
      if (drafts.surface(next) === '.') next++;
      const person =
        draft.kind === 'person' || (end - next <= 2 && (drafts.flags(next) & FLAG.organisationHead) === 0);
      if (next >= end || !isCapitalised(drafts.sort(next)) || !person || drafts.surface(first + 1) === 'of')
        break;
      draft.kind = 'person';
      first = next;
    }
  }
  if (first !== draft.first || end !== draft.end) drafts.resize(draft, first, end);
}

/** May the free token be one more word of the person's name that stands beside it? */
function mayBelong(drafts: Drafts, i: number, wanted: number): boolean {
  const flags = drafts.flags(i);
  if (drafts.taken[i] || drafts.sort(i) !== CASE.initial) return false;
  if (flags & (FLAG.title | FLAG.other | FLAG.demonym | FLAG.organisationHead | FLAG.placeHead)) return false;
  if (flags & wanted) return true;
  return wanted !== GIVEN && flags >>> FREQUENCY_SHIFT === 0 && (flags & PLACE_FLAGS) === 0;
}

function lengthen(drafts: Drafts, draft: Draft): void {
  let { first, end } = draft;
  if (
    drafts.together(end, end - 1) &&
    mayBelong(drafts, end, FLAG.surname | FLAG.personal) &&
    drafts.flags(end - 1) & PERSON_FLAGS
  ) {
    end++;
  }
  if (drafts.together(first - 1, first) && mayBelong(drafts, first - 1, GIVEN)) first--;
  if (first !== draft.first || end !== draft.end) drafts.resize(draft, first, end);
}

/** "Alvin Yeung of the Civic Party" is a person and an organisation. */
function splitAtOf(drafts: Drafts, draft: Draft): void {
  let of = draft.first + 1;
  while (of < draft.end && drafts.surface(of) !== 'of') of++;
  if (of >= draft.end - 1 || of - draft.first < 2 || of - draft.first > 4) return;
  const flags = drafts.flags(draft.first);
  const given = (flags & GIVEN) !== 0 && (flags & (PLACE_FLAGS | FLAG.title)) === 0;
  if (!given && !(of - draft.first === 2 && isFamilyFirst(drafts, draft.first))) return;
  for (let i = draft.first; i < of; i++) {
    if (drafts.flags(i) & (FLAG.organisationHead | FLAG.placeHead | FLAG.title)) return;
  }
  const rest = /^the$/i.test(drafts.surface(of + 1)) ? of + 2 : of + 1;
  const { first, end } = draft;
  drafts.resize(draft, first, of);
  draft.kind = 'person';
  if (rest < end) drafts.add({ first: rest, end, kind: 'organisation' });
}

/** "Image: …", "Note: …": a common word before a colon is no name. */
function isHeading(drafts: Drafts, { first, end }: Draft): boolean {
  const flags = drafts.flags(first);
  return (
    end - first === 1 &&
    drafts.together(end, first) &&
    drafts.surface(end) === ':' &&
    ((flags >>> FREQUENCY_SHIFT) & 15) > 5 &&
    (flags & (FLAG.capitalised | GIVEN | FLAG.surname | PLACE_FLAGS)) === 0
  );
}

/** "the DAB's Elizabeth Quat", "Mostar University's Medical Faculty": two names. */
function splitAtPossessive(drafts: Drafts, draft: Draft): void {
  const { first, end } = draft;
  let mark = first + 1;
  while (mark < end && !/^['’]s$/i.test(drafts.surface(mark))) mark++;
  if (mark >= end - 1) return;
  const after = mark + 1;
  const has = (from: number, to: number, flag: number) => {
    for (let i = from; i < to; i++) if (drafts.flags(i) & flag) return true;
    return false;
  };
  const headed = has(mark + 1, end, FLAG.organisationHead | FLAG.placeHead);
  const person =
    end - after === 2 &&
    !headed &&
    ((drafts.flags(after) & (GIVEN | FLAG.surname)) !== 0 || isFamilyFirst(drafts, after));
  if (person) {
    const kind = draft.kind === 'person' ? 'organisation' : draft.kind;
    drafts.resize(draft, first, mark);
    draft.kind = kind;
    drafts.add({ first: after, end, kind: 'person' });
  } else if (headed && mark - first > 1 && has(first, mark, FLAG.organisationHead)) {
    drafts.resize(draft, first, mark);
    drafts.add({ first: after, end, kind: draft.kind });
  }
}

const BEFORE_MONTH = new Set(
  'in of on since until till by last early late mid next this during from to through before after'.split(' '),
);

/** "May 3", "in April", "last August": not April's or August's. */
function isCalendar(drafts: Drafts, { first, end }: Draft): boolean {
  if (end - first !== 1 || !CALENDAR.has(drafts.surface(first).toLowerCase())) return false;
  const after = drafts.surface(first + (drafts.together(first, first + 1) ? 1 : 0));
  if (/^\d/.test(after)) return true;
  if (!drafts.together(first - 1, first)) return false;
  const before = drafts.surface(first - 1).toLowerCase();
  return BEFORE_MONTH.has(before) || /^\d/.test(before);
}

const isPronoun = (drafts: Drafts, { first, end }: Draft): boolean =>
  end - first === 1 && drafts.surface(first) === 'I';

/** A country is a place and a known body is an organisation, whatever the context seems to say. */
function settleKind(drafts: Drafts, draft: Draft): void {
  const { source } = drafts;
  const known = source.phraseOf(draft.first, draft.end);
  const flags = drafts.flags(draft.first);
  const single = draft.end - draft.first === 1;
  const country = single
    ? (flags & FLAG.country) !== 0 && (flags & (GIVEN | FLAG.surname)) === 0
    : known === 'place';
  if (country && draft.kind === 'organisation' && !source.sport) draft.kind = 'place';
  if (known === 'organisation' && draft.kind !== 'organisation') draft.kind = 'organisation';
  if (known === null && draft.end - draft.first === 2 && looksPersonal(drafts, draft.first))
    draft.kind = 'person';
}

const HEADS = FLAG.organisationHead | FLAG.placeHead | FLAG.title | FLAG.other | FLAG.demonym;

/** "Junius Ho", "Mino Raiola", "Yau Wai-ching": a given name and a surname, in either order. */
function looksPersonal(drafts: Drafts, first: number): boolean {
  if (isFamilyFirst(drafts, first)) return true;
  const [flags, last] = [drafts.flags(first), drafts.flags(first + 1)];
  if ((flags & GIVEN) === 0 || (flags | last) & (HEADS | FLAG.organisation | FLAG.country)) return false;
  if (drafts.sort(first) !== CASE.initial || drafts.sort(first + 1) !== CASE.initial) return false;
  if (FAMILY_FIRST.has(drafts.surface(first + 1))) return true;
  return (last & FLAG.surname) !== 0 && (last & PLACE_FLAGS) === 0 && (flags & PLACE_FLAGS) === 0;
}

/** "Afghan Ambassador Hamdullah Mohib": what stands before a title and after it are two names. */
function splitAtTitle(drafts: Drafts, draft: Draft): void {
  const { first, end } = draft;
  if (draft.kind === 'place' || end - first < 3) return;
  let title = end - 2;
  while (title > first && !PURE_TITLES.has(drafts.surface(title).toLowerCase())) title--;
  if (title === first || end - title > 4) return;
  for (let i = title + 1; i < end; i++) {
    if (drafts.sort(i) !== CASE.initial || drafts.flags(i) & (HEADS | PLACE_FLAGS)) return;
  }
  const { kind } = draft;
  drafts.resize(draft, title + 1, end);
  draft.kind = 'person';
  let before = title;
  while (before > first && drafts.flags(before - 1) & FLAG.title) before--;
  const bare = before - first === 1 && drafts.flags(first) & FLAG.demonym;
  if (before > first && kind === 'organisation')
    drafts.add({ first, end: before, kind: bare ? 'other' : kind });
}
