import { FLAG, FREQUENCY_SHIFT, PERSON_FLAGS, PLACE_FLAGS } from '../lexicon/flags';
import { SUFFIXES } from '../lexicon/words';
import { KINDS, type Kind } from '../types';
import type { Draft, Drafts } from './draft';
import { EVIDENCE, isCapitalised } from './evidence';
import { CASE, PLACE } from './words';

/** How often the document takes a form for each kind, in the order of KINDS. */
type Votes = Float32Array;

const PERSON = KINDS.indexOf('person');
const SURNAME_VOTE = 1.5;
const BEFORE_PLACES = new Set(
  'in to from at of near for across outside inside around through the'.split(' '),
);

/**
 * The second pass: what a document names once, it names everywhere. A form takes the kind that most of its
 * occurrences have, the last word of a person's full name is that person, and forms that were missed are found
 * (one sense per discourse: Gale, Church & Yarowsky 1992).
 */
export function agree(drafts: Drafts): void {
  const votes = new Map<string, Votes>();
  const longer = new Map<string, string[][]>();
  for (const draft of drafts.all) vote(drafts, draft, votes, longer);
  for (const draft of drafts.all) relabel(drafts, draft, votes);
  findMissed(drafts, votes, longer);
}

function formOf(drafts: Drafts, first: number, end: number): string {
  let form = '';
  for (let i = first; i < end; i++) form += i > first ? ` ${drafts.surface(i)}` : drafts.surface(i);
  return form;
}

function count(votes: Map<string, Votes>, form: string, kind: Kind, weight: number): void {
  let some = votes.get(form);
  if (!some) {
    some = new Float32Array(KINDS.length);
    votes.set(form, some);
  }
  some[KINDS.indexOf(kind)]! += weight;
}

function vote(
  drafts: Drafts,
  { first, end, kind }: Draft,
  votes: Map<string, Votes>,
  longer: Map<string, string[][]>,
): void {
  count(votes, formOf(drafts, first, end), kind, 1);
  if (end - first < 2) return;
  if (kind === 'person') {
    let last = end - 1;
    while (last > first && (SUFFIXES.has(drafts.surface(last).toLowerCase()) || drafts.surface(last) === '.'))
      last--;
    if (last > first) count(votes, drafts.surface(last), 'person', SURNAME_VOTE);
    // a family name may stand first
    if (drafts.surface(first).length > 2 && drafts.flags(first) & (FLAG.male | FLAG.female)) {
      count(votes, drafts.surface(first), 'person', 0.5);
    }
  }
  const key = drafts.surface(first);
  const known = longer.get(key) ?? [];
  if (known.length < 6 && end - first < 8) {
    const words = Array.from({ length: end - first }, (_, k) => drafts.surface(first + k));
    if (!known.some((other) => other.length === words.length && other.every((word, k) => word === words[k])))
      known.push(words);
    longer.set(
      key,
      known.sort((a, b) => b.length - a.length),
    );
  }
}

function most(votes: Votes): { kind: Kind; lead: number } {
  let best = 0;
  for (let k = 1; k < votes.length; k++) if (votes[k]! > votes[best]!) best = k;
  let second = 0;
  for (let k = 0; k < votes.length; k++) if (k !== best) second = Math.max(second, votes[k]!);
  return { kind: KINDS[best]!, lead: votes[best]! - second };
}

function relabel(drafts: Drafts, draft: Draft, votes: Map<string, Votes>): void {
  const some = votes.get(formOf(drafts, draft.first, draft.end))!;
  const surname = draft.end - draft.first === 1 && draft.kind === 'place' && some[PERSON]! >= SURNAME_VOTE;
  if (surname && (drafts.flags(draft.first) & FLAG.country) === 0 && doesSomething(drafts, draft)) {
    draft.kind = 'person';
    return;
  }
  const { kind, lead } = most(some);
  if (kind === draft.kind || lead < 1) return;
  const flags = drafts.flags(draft.first);
  const single = draft.end - draft.first === 1;
  // "in Washington" beside "Denzel Washington"
  if (
    single &&
    draft.kind === 'place' &&
    flags & PLACE_FLAGS &&
    kind === 'person' &&
    !doesSomething(drafts, draft)
  )
    return;
  if (single && draft.kind === 'organisation' && flags & FLAG.organisation && (flags & PERSON_FLAGS) === 0)
    return;
  draft.kind = kind;
}

/** Is the name not where something is: no preposition before it, no comma and name after it? */
function doesSomething(drafts: Drafts, { first, end }: Draft): boolean {
  if (drafts.together(first - 1, first) && BEFORE_PLACES.has(drafts.surface(first - 1).toLowerCase()))
    return false;
  return !(
    drafts.together(end + 1, first) &&
    drafts.surface(end) === ',' &&
    isCapitalised(drafts.sort(end + 1))
  );
}

function findMissed(drafts: Drafts, votes: Map<string, Votes>, longer: Map<string, string[][]>): void {
  const { tokens } = drafts.doc;
  const { words, evidence } = drafts.source;
  for (let i = 0; i < tokens.length; i++) {
    if (drafts.taken[i] || !isCapitalised(drafts.sort(i))) continue;
    const whole = longer.get(tokens[i]!.surface)?.find((some) => matches(drafts, i, some));
    if (whole) {
      const end = i + whole.length;
      drafts.add({ first: i, end, kind: most(votes.get(whole.join(' '))!).kind });
      i = end - 1;
      continue;
    }
    const known = votes.get(tokens[i]!.surface);
    if (!known || !standsAlone(drafts, i)) continue;
    const flags = drafts.flags(i);
    const common = ((flags >>> FREQUENCY_SHIFT) & 15) > 7 && (flags & FLAG.capitalised) === 0;
    const bits = evidence[words.lowerOf[words.of[i]!]!]!;
    if (common && words.place[i] !== PLACE.inside && (bits & EVIDENCE.lowerCase) !== 0) continue;
    const { kind, lead } = most(known);
    if (lead >= 1) drafts.add({ first: i, end: i + 1, kind });
  }
}

function matches(drafts: Drafts, at: number, some: readonly string[]): boolean {
  for (let k = 0; k < some.length; k++) {
    const i = at + k;
    if (!drafts.together(at, i) || drafts.taken[i] || drafts.surface(i) !== some[k]) return false;
  }
  return true;
}

/** Is no other capitalised word beside the token that is not a name by itself? */
function standsAlone(drafts: Drafts, i: number): boolean {
  const beside = (k: number) =>
    drafts.together(i, k) &&
    isCapitalised(drafts.sort(k)) &&
    drafts.sort(k) !== CASE.shouted &&
    !drafts.taken[k];
  const before =
    beside(i - 1) &&
    (drafts.flags(i - 1) & FLAG.title) === 0 &&
    drafts.source.words.place[i - 1] === PLACE.inside;
  return !before && !beside(i + 1);
}
