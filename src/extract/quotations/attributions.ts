import type { Span } from '../../text/span';
import { type Candidate, candidatesOf } from './candidates';
import { type Complement, startsClause } from './complement';
import type { Frame, Item } from './frames';
import { speakerSpan } from './phrases';
import { clauseBegin, endsClause, laterQuotes, type Region, rightRegion } from './regions';
import { isFiniteVerb } from './subject';
import * as Takes from './verbs';
import { COORDINATOR, PREPOSITION, RELATIVE, SUBORDINATOR } from './words';

/** A cue with its speaker and where in the frame stands what was said. */
export interface Attribution {
  cue: Span;
  /** Item of the cue's main word. */
  at: number;
  speaker: Span | null;
  /** Item ranges, half-open, of what was said. */
  regions: Region[];
  sort: 'before' | 'around' | Exclude<Complement['sort'], 'none'>;
  takes: number;
  lemma: string;
  /** Counts only for words in quotation marks. */
  purpose: boolean;
}

/** Every attribution of a frame, in order. */
export function attributionsOf(frame: Frame): Attribution[] {
  const { items } = frame;
  const candidates = candidatesOf(items);
  const attributions: Attribution[] = [];
  candidates.forEach((candidate, index) => {
    const attribution = attribute(items, candidates, index);
    if (attribution) attributions.push(attribution);
    else candidate.lemma = '';
  });
  return attributions;
}

function attribute(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
): Attribution | null {
  const candidate = candidates[index]!;
  const { group, phrase, complement, takes, lemma, inverted, participial } = candidate;
  const { from } = candidate;
  const cue = { start: items[Math.min(group.from, group.main)]!.start, end: items[group.main]!.end };
  const speaker = phrase && speakerSpan(items, phrase);
  const base = { cue, at: group.main, speaker, takes, lemma, purpose: candidate.purpose === true };
  const begin = clauseBegin(items, candidate);
  const before = items[from - 1];
  const asClause = before?.lower === 'as' ? from - 1 : from;
  const left = items[asClause - 1];
  const parenthetical =
    !participial && (takes & (Takes.SAY | Takes.TELL | Takes.QUOTES | Takes.ASK | Takes.THAT)) !== 0;

  // "…," he said
  const quoteBefore =
    left?.quote !== undefined && left.quote >= 0
      ? asClause - 1
      : left?.surface === ',' && (items[asClause - 2]?.quote ?? -1) >= 0
        ? asClause - 2
        : -1;
  // In an interview on “Face the Nation,” Ryan said the …
  const inPhrase =
    complement.sort !== 'quote' &&
    !inverted &&
    quoteBefore > begin &&
    (items[begin]!.classes & PREPOSITION) !== 0 &&
    (complement.sort === 'next' || items[complement.at - 1]?.surface !== ':') &&
    (complement.sort !== 'none' || !endsClause(items[complement.at]));
  if (
    parenthetical &&
    quoteBefore >= 0 &&
    (complement.sort !== 'that' || (items[quoteBefore]!.last === ',' && quoteBefore === begin)) &&
    !inPhrase
  ) {
    const regions: Region[] = [[begin, quoteBefore + 1]];
    if (complement.sort === 'quote') regions.push(rightRegion(items, candidates, index, complement.at));
    else if (complement.sort === 'bare' && items[complement.at - 1]?.surface === ':')
      return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, complement.at)] };
    else if (complement.sort === 'next') return { ...base, sort: 'before', regions };
    else if (complement.sort === 'bare' || complement.sort === 'thing') {
      // a quotation that only stands before: "the “birther” Trump said he …"
      if (left!.quote >= 0 && !inverted && !/[,.!?…—–-]/.test(left!.last))
        return {
          ...base,
          sort: complement.sort,
          regions: [rightRegion(items, candidates, index, complement.at)],
        };
    }
    if (regions.length === 1 && items[quoteBefore]!.last === ',')
      regions.push(...laterQuotes(items, candidates, index));
    return { ...base, sort: regions.length > 1 ? 'around' : 'before', regions };
  }
  if (complement.sort === 'next') return { ...base, sort: 'next', regions: [] };
  if (lemma === 'according to') return reported(items, candidates, index, begin, base);
  if (complement.sort !== 'none' && !inverted) {
    if (asClause < from && complement.sort !== 'quote') return null;
    if (
      takes & Takes.QUOTES &&
      !(takes & ~Takes.QUOTES) &&
      complement.sort !== 'quote' &&
      complement.sort !== 'bare'
    )
      return null;
    return {
      ...base,
      sort: complement.sort,
      regions: [rightRegion(items, candidates, index, complement.at)],
    };
  }
  // said although A, B
  if (
    complement.sort === 'none' &&
    !inverted &&
    lemma === 'say' &&
    asClause <= begin + 1 &&
    (items[complement.at]?.classes ?? 0) & SUBORDINATOR &&
    startsClause(items, complement.at + 1)
  )
    return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, complement.at)] };
  if (!parenthetical || (takes & Takes.TELL && !(takes & Takes.SAY) && lemma !== 'tell')) return null;
  // S, X said … / The plan, X said, would …
  if (!(takes & Takes.SAY) && lemma !== 'tell') return null;
  if (candidate.unsaid || (inverted && !BARE_INVERTED.has(lemma))) return null;
  const end = complement.sort === 'none' ? complement.at : items.length;
  const link = items[end];
  if (
    link &&
    !endsClause(link) &&
    link.quote < 0 &&
    !(link.classes & (SUBORDINATOR | PREPOSITION | RELATIVE)) &&
    !/^[—–―(-]$/.test(link.surface)
  )
    return null;
  if (left?.surface === ',' && asClause - 1 > begin) {
    const rest = items[end]?.surface === ',' ? end + 1 : -1;
    if (hasWords(items, begin, asClause - 1)) {
      if (rest > 0 && (continues(items, rest) || hangs(items, begin, asClause - 1))) {
        return {
          ...base,
          sort: 'around',
          regions: [[begin, asClause - 1], rightRegion(items, candidates, index, rest)],
        };
      }
      if (asClause - 1 - begin >= 3 && hasFinite(items, begin, asClause - 1))
        return { ...base, sort: 'before', regions: [[begin, asClause - 1]] };
    }
  }
  // As X told Y, S
  if (asClause < from && items[end]?.surface === ',')
    return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, end + 1)] };
  // In a statement, X said, "…" and the like were seen as complements; a comma and a clause
  if (
    items[end]?.surface === ',' &&
    lemma === 'say' &&
    !endsClause(items[end + 1]) &&
    asClause <= begin + 1
  ) {
    const next = items[end + 1]!;
    if (!next.verb?.forms.has('ing'))
      return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, end + 1)] };
  }
  return null;
}

/** Verbs whose speaker may stand behind them without quotation marks: "…, said the ministry". */
const BARE_INVERTED = new Set(
  'say add report note warn argue explain write claim suggest announce reply acknowledge'.split(' '),
);

type Base = Omit<Attribution, 'sort' | 'regions'>;

/** "According to X, S", "S, according to X", "S1, according to X, S2". */
function reported(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
  begin: number,
  base: Base,
): Attribution | null {
  const { from } = candidates[index]!;
  let { to } = candidates[index]!;
  let comma = to;
  while (comma < items.length && comma < to + 30 && !endsClause(items[comma])) comma++;
  const opens =
    from === begin || (items[from - 1]!.classes & (COORDINATOR | SUBORDINATOR)) !== 0 || from - begin === 1;
  if (opens) {
    // According to Lee the plan failed.
    if (
      items[to]?.surface !== ',' &&
      items[to] &&
      startsClause(items, to) &&
      !(items[to]!.classes & RELATIVE)
    )
      return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, to)] };
    if (items[comma]?.surface !== ',') return null;
    // an apposition of the speaker's: "According to the coach, Ann Lee, …"
    to = comma + 1;
    return { ...base, sort: 'bare', regions: [rightRegion(items, candidates, index, to)] };
  }
  const end = items[from - 1]!.surface === ',' ? from - 1 : from;
  if (
    items[to]?.surface === ',' &&
    items[from - 1]!.surface === ',' &&
    continues(items, to + 1) &&
    end - begin < 8
  ) {
    return {
      ...base,
      sort: 'around',
      regions: [[begin, end], rightRegion(items, candidates, index, to + 1)],
    };
  }
  return end > begin ? { ...base, sort: 'before', regions: [[begin, end]] } : null;
}

/** Whether the sentence goes on behind "…, he said,": not with a participle, a relative clause or an apposition of the speaker's. */
function continues(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item) return false;
  if (item.quote >= 0) return true;
  if (item.verb?.forms.has('ing') || /ing$/.test(item.lower)) return false;
  if (item.classes & 128 && item.lower !== 'that') return false;
  if (/^(?:according|citing|a|an|who|as|while|after|before|but|and|though|although)$/.test(item.lower))
    return false;
  return item.word;
}

/** An opening phrase or clause that cannot stand alone: "During his years in office", "Though that was easy". */
const hangs = (items: readonly Item[], from: number, to: number) =>
  (items[from]!.classes & (SUBORDINATOR | PREPOSITION)) !== 0 &&
  items.slice(from, to).every(({ surface }) => surface !== ',');

const hasFinite = (items: readonly Item[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (items[i]!.quote >= 0 || isFiniteVerb(items, i)) return true;
  return false;
};

const hasWords = (items: readonly Item[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (items[i]!.word || items[i]!.quote >= 0) return true;
  return false;
};
