import type { Span } from '../../text/span';
import { type Complement, complementOf } from './complement';
import type { Frame, Item } from './frames';
import {
  basePhraseLeft,
  isNominal,
  type Phrase,
  phraseLeft,
  phraseRight,
  prepositionalEnd,
  speakerSpan,
} from './phrases';
import { isFiniteVerb, mainSubject, subjectOf, type VerbGroup, verbGroup } from './subject';
import * as Takes from './verbs';
import {
  ADVERB,
  COORDINATOR,
  DETERMINER,
  DO,
  HAVE,
  MODAL,
  NEGATION,
  OBJECT_PRONOUN,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
} from './words';

/** A cue with its speaker and where in the frame stands what was said. */
export interface Attribution {
  cue: Span;
  /** Item of the cue's main word. */
  at: number;
  speaker: Span | null;
  /** Item ranges, half-open, of what was said. */
  regions: [number, number][];
  sort: 'before' | 'around' | Exclude<Complement['sort'], 'none'>;
  takes: number;
  lemma: string;
}

interface Candidate {
  group: VerbGroup;
  phrase: Phrase | null;
  /** Items of cue and speaker together. */
  from: number;
  to: number;
  complement: Complement;
  inverted: boolean;
  participial: boolean;
  lemma: string;
  takes: number;
}

/** Every attribution of a frame, in order. */
export function attributionsOf(frame: Frame): Attribution[] {
  const { items } = frame;
  const candidates: Candidate[] = [];
  for (let i = 0; i < items.length; i++) {
    const candidate =
      items[i]!.lower === 'according' ? accordingTo(items, i) : verbCandidate(items, i, candidates);
    if (candidate) candidates.push(candidate);
  }
  const attributions: Attribution[] = [];
  candidates.forEach((candidate, index) => {
    const attribution = attribute(items, candidates, index);
    if (attribution) attributions.push(attribution);
    else candidate.lemma = '';
  });
  return attributions;
}

function accordingTo(items: readonly Item[], at: number): Candidate | null {
  if (items[at + 1]?.lower !== 'to') return null;
  let end = phraseRight(items, at + 2);
  if (end === at + 2) return null;
  const phrase = { from: at + 2, to: end };
  for (let steps = 0; steps < 3; steps++) {
    const after = prepositionalEnd(items, end);
    if (after === end) break;
    end = after;
  }
  return {
    group: { from: at, main: at + 1, finite: true, passive: false, infinitive: false },
    phrase,
    from: at,
    to: end,
    complement: { sort: 'none', at: end },
    inverted: true,
    participial: false,
    lemma: 'according to',
    takes: Takes.SAY,
  };
}

function verbCandidate(items: readonly Item[], at: number, earlier: readonly Candidate[]): Candidate | null {
  const item = items[at]!;
  if (!item.verb || item.name) return null;
  const group = verbGroup(items, at);
  const { verb } = item;
  if (group.passive) return null;
  const before = items[group.from - 1];
  const shared = { group, lemma: verb.lemma, takes: verb.takes };
  // said X
  if (
    group.from === at &&
    (verb.forms.has('past') || verb.forms.has('s')) &&
    verb.takes & (Takes.SAY | Takes.QUOTES | Takes.ASK) &&
    (!before || before.surface === ',' || before.quote >= 0 || /^[—–]$/.test(before.surface))
  ) {
    const end = invertedEnd(items, at + 1);
    if (
      end &&
      group.from > 0 &&
      !(end.to < items.length - 1 && opensWithName(items, subjectOf(items, group)))
    ) {
      return {
        ...shared,
        phrase: end.phrase,
        from: at,
        to: end.to,
        complement: complementOf(items, at, end.to),
        inverted: true,
        participial: false,
      };
    }
  }
  const ing = verb.forms.has('ing');
  const linked =
    !before ||
    /^(?:,|and|or|but|as|before|after|by|while|when|then)$/.test(before.lower) ||
    before.quote >= 0;
  if (!group.finite && !ing) return null;
  let phrase: Phrase | null;
  let participial = false;
  if (ing && !group.finite) {
    participial = true;
    if (!linked && !isNominal(before)) return null;
    if (before && !linked)
      phrase =
        before.name?.kind === 'person'
          ? basePhraseLeft(items, group.from - 1)
          : phraseLeft(items, group.from - 1);
    else {
      const main = earlier.findLast((c) => c.phrase && !c.participial && c.lemma !== 'according to');
      phrase = main?.phrase ?? mainSubject(items, 0, group.from);
    }
  } else {
    if (!agrees(items, group)) return null;
    phrase = subjectOf(items, group);
  }
  if (!phrase || !maySpeak(items, phrase)) return null;
  const complement = complementOf(items, at, at + 1);
  if (complement.sort !== 'quote' && !participial && leavesGap(items, phrase)) return null;
  if (complement.sort !== 'quote' && complement.sort !== 'none' && isUnsaid(items, group)) return null;
  if (participial && !linked && !/^(?:that|quote|next)$/.test(complement.sort) && verb.lemma !== 'say')
    return null;
  const joined = ((before?.classes ?? 0) & COORDINATOR) !== 0 && before?.lower !== '&';
  const from =
    joined || participial || phrase.to > group.from || phrase.from > group.from ? group.from : phrase.from;
  return {
    ...shared,
    phrase,
    from,
    to: 'at' in complement ? complement.at : items.length,
    complement,
    inverted: false,
    participial,
  };
}

/** "Ann Lee, who leads the union, said parents …": a person's name opens the sentence and is the subject. */
const opensWithName = (items: readonly Item[], phrase: Phrase | null) =>
  phrase !== null && phrase.from < 2 && items[phrase.to - 1]!.name?.kind === 'person';

/** "said Jeff Rathke, a spokesman for the department,": the speaker behind the verb, and where he ends. */
function invertedEnd(items: readonly Item[], at: number): { phrase: Phrase; to: number } | null {
  const first = items[at];
  if (!first || first.verb?.forms.has('ing')) return null;
  if (!isNominal(first) && !(first.classes & (1 | 2)) && !(first.classes & PRONOUN)) return null;
  if (first.lower === 'that') return null;
  const end = phraseRight(items, at);
  if (end === at) return null;
  let to = prepositionalEnd(items, end);
  const next = items[to];
  // said the plan would …: a clause, not a speaker
  if (next && next.quote >= 0 && items[to - 1]!.surface !== ',') return null;
  if (next && !/^[.,;:!?(—–-]$/.test(next.surface) && next.quote < 0) {
    if (
      !(next.classes & (RELATIVE | COORDINATOR | ADVERB | SUBORDINATOR | TIME)) &&
      !next.verb?.forms.has('ing')
    )
      return null;
    for (let i = to; i < Math.min(items.length, to + 4); i++)
      if (isFiniteVerb(items, i) && !(next.classes & (RELATIVE | SUBORDINATOR))) return null;
  }
  // an apposition, to its closing comma
  if (
    items[to]?.surface === ',' &&
    items[to + 1] &&
    items[to + 1]!.quote < 0 &&
    !items[to + 1]!.verb?.forms.has('ing')
  ) {
    let i = to + 1;
    while (
      i < items.length &&
      i < to + 40 &&
      items[i]!.surface !== ',' &&
      !/^[.;:]$/.test(items[i]!.surface) &&
      items[i]!.quote < 0
    )
      i++;
    if (items[i]?.surface === ',' || items[i]?.surface === '.' || i === items.length) to = i;
  }
  return { phrase: { from: at, to: end }, to };
}
/** Third-person forms that are as often plural nouns. */
const NOUN_TOO = new Set(
  'states fumes claims reports tweets comments remarks plans demands rules questions calls charges notes reveals attacks hopes fears worries doubts figures posts reasons cries shouts brands labels quotes estimates forecasts projects requests challenges orders hails blames rates views regards quips jokes echoes emails texts messages headlines captions counters signals hints boasts promises vows pledges threats protests laments guarantees details presses pushes lobbies appeals'.split(
    ' ',
  ),
);

/** Base and third-person forms need a subject or auxiliary that agrees; what looks like a noun is none. */
function agrees(items: readonly Item[], group: VerbGroup): boolean {
  const { verb, lower } = items[group.main]!;
  if (verb!.forms.has('ing')) return true;
  for (let i = group.from; i < group.main; i++) {
    if (items[i]!.classes & (MODAL | HAVE | DO) || items[i]!.lower === 'to' || items[i]!.lower === "'s")
      return true;
  }
  const before = items[group.from - 1];
  if (!before || isPossessive(before)) return false;
  const pronoun =
    (before.classes & PRONOUN) !== 0 && ((before.classes & DETERMINER) === 0 || lower === 'say');
  if (before.classes & DETERMINER && !pronoun) return false;
  if (verb!.forms.has('past') && !verb!.forms.has('base')) return true;
  const joined = before.surface === ',' || (before.classes & (RELATIVE | COORDINATOR)) !== 0;
  if (verb!.forms.has('s')) {
    // "his claims", "media reports": a name, a pronoun or a comma before it makes it a verb
    if (pronoun || joined || before.name || before.surface === ')') return true;
    return !NOUN_TOO.has(lower) && isNominal(before);
  }
  if (pronoun || joined) return true;
  return (
    isNominal(before) &&
    (lower === 'say' || (!before.name && /s$|people|police|men|women/.test(before.lower)))
  );
}

const isPossessive = ({ lower, classes }: Item) =>
  lower === "'s" ||
  lower === "'" ||
  ((classes & POSSESSIVE) !== 0 && (classes & (PRONOUN | OBJECT_PRONOUN)) === 0);

/** "what Trump says his plan would do", "a provision they say could fail": a relative clause, not a report. */
function leavesGap(items: readonly Item[], phrase: Phrase): boolean {
  const before = items[phrase.from - 1];
  if (!before || phrase.relative !== undefined) return false;
  if (/^(?:what|which|how|why|where|whom|whatever|everything|anything|something)$/.test(before.lower))
    return phrase.from > 1;
  return (
    isNominal(before) && (items[phrase.from]!.classes & PRONOUN) !== 0 && !(items[phrase.from]!.classes & 1)
  );
}

/** "did not say", "would warn", "may tell": nothing was said. */
function isUnsaid(items: readonly Item[], { from, main }: VerbGroup): boolean {
  if (items[main]!.verb!.lemma === 'deny') return false;
  for (let i = from; i < main; i++) {
    const { classes, lower } = items[i]!;
    if (classes & (NEGATION | MODAL) || /n't$/.test(lower)) return true;
  }
  return false;
}

function maySpeak(items: readonly Item[], phrase: Phrase): boolean {
  const last = items[phrase.to - 1]!;
  return !/^(?:you|worth|there|this|that|these|those|what|which|nothing|none|anything|everything)$/.test(
    last.lower,
  );
}

const endsClause = (item: Item | undefined) => !item || /^[,.;:!?]$/.test(item.surface);

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
  const base = { cue, at: group.main, speaker, takes, lemma };
  const begin = clauseBegin(items, candidates, index);
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
    complement.sort === 'bare' &&
    !inverted &&
    quoteBefore > begin &&
    (items[begin]!.classes & PREPOSITION) !== 0 &&
    items[complement.at - 1]?.surface !== ':';
  if (
    parenthetical &&
    quoteBefore >= 0 &&
    (complement.sort !== 'that' || (items[quoteBefore]!.last === ',' && quoteBefore === begin)) &&
    !inPhrase
  ) {
    const regions: [number, number][] = [[begin, quoteBefore + 1]];
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
    if (asClause < from) return null;
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
  if (!parenthetical || (takes & Takes.TELL && !(takes & Takes.SAY) && lemma !== 'tell')) return null;
  // S, X said … / The plan, X said, would …
  if (!(takes & Takes.SAY) && lemma !== 'tell') return null;
  if (inverted && !BARE_INVERTED.has(lemma)) return null;
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

/** "…," he said, looking up, "…": the quotations further on in the sentence, up to another speaker's cue. */
function laterQuotes(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
): [number, number][] {
  const found: [number, number][] = [];
  const end = candidates[index + 1]?.group.from ?? items.length;
  for (let i = candidates[index]!.group.main + 1; i < end; i++)
    if (items[i]!.quote >= 0) found.push([i, i + 1]);
  return found;
}

/** Verbs whose speaker may stand behind them without quotation marks: "…, said the ministry". */
const BARE_INVERTED = new Set(
  'say add report note warn argue explain write claim suggest announce reply acknowledge'.split(' '),
);

type Base = Pick<Attribution, 'cue' | 'at' | 'speaker' | 'takes' | 'lemma'>;

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

/** Where the clause that a candidate ends begins: behind the last clause that belongs to another speaker's words. */
function clauseBegin(items: readonly Item[], candidates: readonly Candidate[], index: number): number {
  const { from } = candidates[index]!;
  for (let i = from - 1; i >= 0; i--) if (items[i]!.surface === ';') return i + 1;
  return 0;
}

/** What was said from item `at` on: to the frame's end, or to where the next speaker's words or cue begin. */
function rightRegion(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
  at: number,
): [number, number] {
  const here = candidates[index]!;
  let end = items.length;
  for (let i = index + 1; i < candidates.length; i++) {
    const next = candidates[i]!;
    const start = next.from;
    if (start <= at) continue;
    const before = items[start - 1]!;
    const last = items[start - 2];
    if (before.surface === ';') {
      end = start - 1;
      break;
    }
    const parenthetical = next.complement.sort === 'none' && before.surface === ',';
    if (
      parenthetical &&
      (next.lemma === 'according to' || next.inverted || endsClause(items[endOf(next.complement)])) &&
      next.takes & (Takes.SAY | Takes.TELL | Takes.ASK)
    ) {
      end = start - 1;
      break;
    }
    if (next.participial && before.surface === ',' && next.phrase === here.phrase) {
      end = start - 1;
      break;
    }
    if (next.complement.sort !== 'none' && next.takes & (Takes.SAY | Takes.TELL)) {
      if (
        before.classes & (COORDINATOR | SUBORDINATOR) &&
        (last?.surface === ',' ||
          /^[—–―-]$/.test(last?.surface ?? '') ||
          (before.lower === 'and' && next.group.from > start)) &&
        before.lower !== 'that' &&
        before.lower !== 'because'
      ) {
        end = start - 2;
        break;
      }
      if (
        /^(?:and|but|or|then)$/.test(before.lower) &&
        next.group.from === start &&
        !next.participial &&
        next.phrase !== here.phrase &&
        next.phrase &&
        here.phrase &&
        next.phrase.from === here.phrase.from
      ) {
        end = start - 1;
        break;
      }
    }
  }
  const opener = here.phrase ? items[here.phrase.from - 1] : undefined;
  const subordinate = opener !== undefined && here.phrase!.from < 3 && SUBORDINATE.has(opener.lower);
  for (let i = at + (subordinate ? 1 : 4); i < end - 1; i++) {
    const comma = items[i]!.surface === ',';
    if (!comma && items[i]!.last !== ',') continue;
    if (subordinate || leavesReport(items[i + 1]!)) {
      end = comma ? i : i + 1;
      break;
    }
  }
  return [at, end];
}

const endOf = (complement: Complement) => ('at' in complement ? complement.at : -1);

/** ", but …", ", engaging in …": what the writer adds to the speaker's words, more often than not. */
const SUBORDINATE = new Set('while though although when after as if because before since whereas'.split(' '));
const leavesReport = ({ lower, capital, surface }: Item) =>
  lower === 'but' ||
  (!capital && /^\p{Ll}{2,}ing$/u.test(surface) && lower !== 'including' && lower !== 'during');
