import { agrees, isUnsaid, leavesGap, maySpeak } from './agreement';
import { type Complement, complementOf, startsClause } from './complement';
import type { Item } from './frames';
import { basePhraseLeft, isNominal, type Phrase, phraseLeft, phraseRight, prepositionalEnd } from './phrases';
import { isFiniteVerb, mainSubject, subjectOf, type VerbGroup, verbGroup } from './subject';
import * as Takes from './verbs';
import { ADVERB, COORDINATOR, DETERMINER, POSSESSIVE, PRONOUN, RELATIVE, SUBORDINATOR, TIME } from './words';

/** A possible cue with its speaker, before anyone asks what was said. */
export interface Candidate {
  group: VerbGroup;
  phrase: Phrase | null;
  /** Items of cue and speaker together. */
  from: number;
  to: number;
  complement: Complement;
  inverted: boolean;
  participial: boolean;
  /** "to accuse …": only words in marks count. */
  purpose?: boolean;
  /** Negated or hypothetical: only a quotation beside it counts. */
  unsaid?: boolean;
  lemma: string;
  takes: number;
}

/** Every possible cue of a frame's items, in order. */
export function candidatesOf(items: readonly Item[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let i = 0; i < items.length; i++) {
    const candidate =
      items[i]!.lower === 'according'
        ? accordingTo(items, i)
        : NOUN_CUES.has(items[i]!.lower)
          ? (nounCandidate(items, i) ?? verbCandidate(items, i, candidates))
          : verbCandidate(items, i, candidates);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

/** Nouns of saying that take a clause: "Lee's claim that …", "their warnings that …". */
const NOUN_CUES = new Set(
  'claim claims statement statements assertion assertions allegation allegations contention warning warnings promise promises pledge pledges vow argument arguments suggestion suggestions accusation accusations announcement insistence prediction predictions remark remarks admission declaration conclusion'.split(
    ' ',
  ),
);

function nounCandidate(items: readonly Item[], at: number): Candidate | null {
  if (items[at + 1]?.lower !== 'that' || !startsClause(items, at + 2)) return null;
  let owner = at - 1;
  // "his own", "Lee's earlier claim"
  while (
    owner > 0 &&
    owner > at - 3 &&
    (isNominal(items[owner]) || items[owner]!.classes & ADVERB) &&
    !items[owner]!.name
  )
    owner--;
  const mark = items[owner];
  if (!mark) return null;
  let phrase: Phrase | null = null;
  if (mark.lower === "'s" || mark.lower === "'") phrase = basePhraseLeft(items, owner - 1);
  else if (mark.classes & POSSESSIVE && /^(?:his|her|their|its)$/.test(mark.lower))
    phrase = { from: owner, to: owner + 1 };
  if (!phrase) return null;
  return {
    group: { from: at, main: at, finite: true, passive: false, infinitive: false },
    phrase,
    from: phrase.from,
    to: at + 2,
    complement: { sort: 'that', at: at + 2 },
    inverted: false,
    participial: false,
    lemma: 'claim',
    takes: Takes.SAY,
  };
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
  // "as the memo put it"
  const idiom = verb.lemma === 'put';
  if (idiom && items[at + 1]?.lower !== 'it') return null;
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
    /^(?:,|and|or|but|as|before|after|by|while|when|then|for|despite)$/.test(before.lower) ||
    before.quote >= 0;
  if (!group.finite && !ing && !group.infinitive) return null;
  let phrase: Phrase | null;
  let participial = false;
  let purpose = false;
  if (ing && !group.finite) {
    participial = true;
    if (!linked && !isNominal(before) && !(before!.classes & TIME)) return null;
    if (before && !linked) {
      let at = group.from - 1;
      while (at > 0 && items[at]!.classes & (TIME | ADVERB) && !items[at]!.name) at--;
      phrase = items[at]!.name?.kind === 'person' ? basePhraseLeft(items, at) : phraseLeft(items, at);
      phrase = phrase && senderOf(items, phrase);
    } else {
      const main =
        earlier.findLast(
          (c) =>
            c.phrase && !c.participial && c.lemma !== 'according to' && c.takes & (Takes.SAY | Takes.TELL),
        ) ?? earlier.find((c) => c.phrase && !c.participial && c.lemma !== 'according to');
      phrase = main?.phrase ?? mainSubject(items, 0, group.from);
    }
  } else if (group.infinitive && !group.finite) {
    // "took to Twitter to accuse him of “theft”"
    if (complementOf(items, at, at + 1).sort === 'none') return null;
    phrase = mainSubject(items, 0, group.from);
    if (phrase && phrase.to > group.from) phrase = null;
    purpose = true;
  } else {
    if (!agrees(items, group)) return null;
    phrase = subjectOf(items, group);
    if (phrase?.relative !== undefined) phrase = senderOf(items, phrase);
  }
  if (!phrase || !maySpeak(items, phrase)) return null;
  const complement = complementOf(items, at, idiom ? at + 2 : at + 1);
  if (
    !(verb.takes & Takes.VERDICT) &&
    complement.sort !== 'quote' &&
    !participial &&
    leavesGap(items, phrase, complement.sort)
  )
    return null;
  const bare = complement.sort === 'none' && (!items[complement.at] || !items[complement.at]!.word);
  const unsaid = complement.sort !== 'quote' && isUnsaid(items, group);
  if (unsaid && !bare) return null;
  if (
    participial &&
    !linked &&
    !/^(?:that|quote|next)$/.test(complement.sort) &&
    verb.lemma !== 'say' &&
    !(verb.takes & Takes.VERDICT)
  )
    return null;
  const joined = ((before?.classes ?? 0) & COORDINATOR) !== 0 && before?.lower !== '&';
  const from =
    joined || participial || purpose || phrase.to > group.from || phrase.from > group.from
      ? group.from
      : phrase.from;
  return {
    ...shared,
    phrase,
    from,
    to: 'at' in complement ? complement.at : items.length,
    complement,
    inverted: false,
    participial,
    purpose,
    unsaid,
  };
}

/** What someone issues: the one who does is the speaker ("the council issued a statement calling it …"). */
const ISSUED = new Set(
  'statement statements letter letters tweet tweets email emails e-mail message messages post posts memo note notes series release video videos ad ads op-ed'.split(
    ' ',
  ),
);

function senderOf(items: readonly Item[], phrase: Phrase): Phrase {
  if (!ISSUED.has(items[phrase.to - 1]!.lower)) return phrase;
  const sender = mainSubject(items, 0, phrase.from);
  return sender && sender.to < phrase.from ? sender : phrase;
}

/** "Ann Lee, who leads the union, said parents …": a person's name opens the sentence and is the subject. */
const opensWithName = (items: readonly Item[], phrase: Phrase | null) =>
  phrase !== null && phrase.from < 2 && items[phrase.to - 1]!.name?.kind === 'person';

/** "said Jeff Rathke, a spokesman for the department,": the speaker behind the verb, and where he ends. */
function invertedEnd(items: readonly Item[], at: number): { phrase: Phrase; to: number } | null {
  const first = items[at];
  if (!first || first.verb?.forms.has('ing')) return null;
  if (!isNominal(first) && !(first.classes & (DETERMINER | POSSESSIVE)) && !(first.classes & PRONOUN))
    return null;
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
    !isFiniteVerb(items, to + 1) &&
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
