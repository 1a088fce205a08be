import type { Discourse, Noun, Pronoun } from './discourse';
import { WORD } from './grammar';

/**
 * What speaks for and against an antecedent, in the manner of Lappin and Leass (1994), with the parallelism that GAP
 * (Webster et al. 2018) found to be the best single rule. Weights set by hand.
 */
export const WEIGHTS = {
  subject: 0.85,
  object: 0.95,
  possessor: 0.3,
  oblique: -0.1,
  other: 0.1,
  parallel: 0.9,
  sentence: 1.5,
  phrase: 0.1,
  samePhrase: 1.5,
  localSubject: 1.2,
  conjoined: 1.5,
  relativeHead: 1.5,
  cataphora: 4,
  cataphoraClause: 1,
  resolved: 0.3,
  joined: 3,
  bracket: 1.2,
  relative: 1.5,
  speaker: 3,
  gender: 0.4,
  wrongGender: 4,
  lean: 0.5,
  wrongLean: 2.8,
  wrongKind: 4,
  doubtful: 1,
  count: 0.33,
  topical: 0.4,
};

/** Where a pronoun stands: looked at once, before its candidates. */
export interface Setting {
  /** The noun phrase whose clause the pronoun is in as something else than its subject, if it has a name. */
  subject: Noun | null;
  /** Is the pronoun in a later one of that subject's verb phrases ("X met Y and voiced his concern")? */
  conjoined: boolean;
  /** The noun phrase whose relative clause ("X, who …") the pronoun is in. */
  relative: Noun | null;
  /** First token of the stretch before the pronoun that holds no verb and no break. */
  phrase: number;
}

const CLAUSE = 40;

/** The pronoun's clause, looked at backwards from it; `before` are the noun phrases before it in order. */
export function settingOf({ doc, classes }: Discourse, own: Noun, before: readonly Noun[]): Setting {
  const from = doc.sentences[own.sentence]!.firstToken;
  const setting: Setting = { subject: null, conjoined: false, relative: null, phrase: own.firstToken };
  let n = before.length - 1;
  let whole = true;
  let verbs = 0;
  for (let i = own.firstToken - 1, steps = 0; i >= from && steps < CLAUSE; i--, steps++) {
    while (n >= 0 && before[n]!.firstToken > i) n--;
    const noun = n >= 0 && before[n]!.endToken > i ? before[n]! : null;
    const c = classes[i]!;
    if (isVerb(c)) {
      verbs++;
      whole = false;
    }
    if (c === WORD.conjunction && verbs > 0) {
      const next = classes[i + 1] === WORD.adverb ? i + 2 : i + 1;
      if (isVerb(classes[next]!)) setting.conjoined = true;
    }
    if (c === WORD.comma || c === WORD.stop || c === WORD.subordinator || c === WORD.relative) whole = false;
    if (whole) setting.phrase = i;
    if (c === WORD.subordinator && verbs > 0) break;
    if (c === WORD.stop) break;
    if (c === WORD.relative) {
      const head = classes[i - 1] === WORD.comma ? i - 2 : i - 1;
      while (n >= 0 && before[n]!.firstToken > head) n--;
      if (n >= 0 && before[n]!.endToken > head && head >= from) setting.relative = before[n]!;
      break;
    }
    if (noun?.place === 'subject') {
      if (verbs > 0) setting.subject = noun;
      break;
    }
    if (noun) i = Math.min(i, noun.firstToken);
  }
  return setting;
}

/** Does a noun phrase stand beside the pronoun in its clause, so that one person would be told by "himself"? */
function isClauseMate(classes: Uint8Array, own: Noun, noun: Noun, setting: Setting): boolean {
  if (own.sentence !== noun.sentence) return false;
  if (setting.subject?.referent === noun.referent || setting.relative?.referent === noun.referent)
    return true;
  if (noun.clause !== own.clause || noun.place === 'possessor') return false;
  for (let i = noun.endToken; i < own.firstToken; i++)
    if (isVerb(classes[i]!) || classes[i] === WORD.to) return noun.place === 'subject';
  return true;
}

const isVerb = (c: number): boolean => c === WORD.verb || c === WORD.gerund || c === WORD.auxiliary;

/** How well a noun phrase does as the pronoun's antecedent; null where grammar forbids it. */
export function scoreAntecedent(
  { referents, classes, topical, quoted, speakers }: Discourse,
  pronoun: Pronoun,
  own: Noun,
  noun: Noun,
  setting: Setting,
  between: number,
): number | null {
  const w = WEIGHTS;
  const referent = referents[noun.referent]!;
  const speaker = quoted[own.firstToken]! > 0 ? speakers[quoted[own.firstToken]! - 1]! : -1;
  const distance = own.sentence - noun.sentence;
  const near = distance === 0;
  if (pronoun.role === 'object' && isClauseMate(classes, own, noun, setting)) return null;
  if (
    pronoun.role === 'subject' &&
    near &&
    noun.clause === own.clause &&
    noun.place !== 'subject' &&
    noun.place !== 'possessor'
  )
    return null;
  let score = w[noun.place];
  if (referent.kind !== 'person') score -= referent.doubtful ? w.doubtful : w.wrongKind;
  if (referent.gender) score += referent.gender === pronoun.gender ? w.gender : -w.wrongGender;
  else if (referent.lean) score += referent.lean === pronoun.gender ? w.lean : -w.wrongLean;
  score -= distance * w.sentence + between * w.phrase;
  if (noun.place === own.place && own.place !== 'possessor') score += w.parallel;
  if (near && pronoun.role !== 'subject' && setting.subject === noun)
    score += w.localSubject + (setting.conjoined ? w.conjoined : 0);
  if (near && setting.relative === noun) score += w.relativeHead;
  if (near && noun.place === 'possessor' && noun.firstToken >= setting.phrase) score += w.samePhrase;
  if (near && own.place === 'possessor' && noun.endToken === own.firstToken - 1) {
    const link = classes[noun.endToken];
    if (link === WORD.conjunction) score += w.joined;
  }
  if (noun.pronoun) score += w.resolved;
  if (classes[noun.firstToken - 1] === WORD.open) score -= w.bracket;
  if (noun.ofKin) score -= w.relative;
  if (speaker >= 0 && noun.referent === speaker) score -= w.speaker;
  if (topical[noun.referent]) score += w.topical;
  return score;
}
