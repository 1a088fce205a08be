import { scoreAntecedent, settingOf, WEIGHTS } from './antecedents';
import type { Discourse, Noun, Pronoun } from './discourse';
import type { Gender } from './gender';
import { governorBefore, type Place, placeOf, WORD } from './grammar';

const FORMS: ReadonlyMap<string, [Gender, Pronoun['role'] | null]> = new Map([
  ['he', ['masculine', 'subject']],
  ['him', ['masculine', 'object']],
  ['his', ['masculine', 'possessive']],
  ['himself', ['masculine', 'reflexive']],
  ['she', ['feminine', 'subject']],
  ['her', ['feminine', null]],
  ['hers', ['feminine', 'possessive']],
  ['herself', ['feminine', 'reflexive']],
]);

/** How far back an antecedent is looked for: sentences, and noun phrases at most. */
const SENTENCES = 6;
const NOUNS = 40;

/** The gendered pronouns of the article, in order. */
export function findPronouns({ doc, classes }: Discourse): Pronoun[] {
  const found: Pronoun[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (classes[token] !== WORD.pronoun) continue;
    const surface = doc.tokens[token]!.surface;
    const known = FORMS.get(surface.toLowerCase());
    if (!known || (surface.length > 2 && surface === surface.toUpperCase())) continue;
    const [gender, role] = known;
    found.push({ token, gender, role: role ?? (possessesNext(classes, token) ? 'possessive' : 'object') });
  }
  return found;
}

/** Is "her" followed by what it possesses? */
function possessesNext(classes: Uint8Array, token: number): boolean {
  const next = classes[token + 1];
  return (
    next === WORD.other ||
    next === WORD.name ||
    next === WORD.determiner ||
    next === WORD.gerund ||
    next === WORD.verb ||
    next === WORD.quote
  );
}

/** Below this an antecedent is no better than somebody who has not been named yet. */
const NOBODY = -1.5;

/**
 * Resolves he, she and their other forms from left to right: for each pronoun its referent's index, or -1. Somebody
 * spoken of by pronoun before any name is told by the first one-word name of fitting gender that comes as known.
 */
export function resolvePronouns(given: Discourse, pronouns: readonly Pronoun[]): Int32Array {
  const named = given.referents.length;
  const unnamed = { masculine: named, feminine: named + 1 } as const;
  const discourse: Discourse = {
    ...given,
    referents: [
      ...given.referents.map((referent) => ({ ...referent })),
      { kind: 'person', gender: 'masculine', lean: null, doubtful: false, count: 0 },
      { kind: 'person', gender: 'feminine', lean: null, doubtful: false, count: 0 },
    ],
    topical: Uint8Array.of(...given.topical, 1, 1),
  };
  const answers = new Int32Array(pronouns.length).fill(-1);
  const { nouns, referents, topical } = discourse;
  const before: Noun[] = [];
  const told = new Map<number, number>();
  const introduce = (noun: Noun) => {
    before.push(noun);
    const { kind, gender } = referents[noun.referent]!;
    if (kind !== 'person' || !topical[noun.referent] || noun.place === 'other') return;
    for (const one of ['masculine', 'feminine'] as const) {
      const waiting = unnamed[one];
      if (referents[waiting]!.count === 0 || told.has(waiting) || (gender && gender !== one)) continue;
      told.set(waiting, noun.referent);
      referents[noun.referent]!.lean = one;
      for (const earlier of before) if (earlier.referent === waiting) earlier.referent = noun.referent;
      break;
    }
  };
  let next = 0;
  pronouns.forEach((pronoun, p) => {
    while (next < nouns.length && nouns[next]!.firstToken < pronoun.token) introduce({ ...nouns[next++]! });
    const noun = nounOf(discourse, pronoun);
    const [chosen, score] = choose(discourse, pronoun, noun, before, next);
    const waiting = unnamed[pronoun.gender];
    const nobody = score < NOBODY && !told.has(waiting);
    const referent = nobody ? waiting : chosen;
    answers[p] = referent;
    if (referent < 0) return;
    if (referent === waiting) referents[waiting]!.count++;
    referents[referent]!.lean = pronoun.gender;
    before.push({ ...noun, referent });
  });
  return answers.map((answer) => (answer < named ? answer : (told.get(answer) ?? -1)));
}

function nounOf({ doc, classes, clauses }: Discourse, pronoun: Pronoun): Noun {
  const sentence = doc.sentenceOf[pronoun.token]!;
  const { firstToken, endToken } = doc.sentences[sentence]!;
  const place: Place =
    pronoun.role === 'subject'
      ? 'subject'
      : pronoun.role === 'possessive'
        ? 'possessor'
        : placeOf(classes, pronoun.token, pronoun.token + 1, firstToken, endToken);
  return {
    firstToken: pronoun.token,
    endToken: pronoun.token + 1,
    sentence,
    clause: clauses[pronoun.token]!,
    place,
    referent: -1,
    pronoun: true,
    ofKin: false,
  };
}

function choose(
  discourse: Discourse,
  pronoun: Pronoun,
  own: Noun,
  before: readonly Noun[],
  next: number,
): [referent: number, score: number] {
  const scores = new Map<number, number>();
  const setting = settingOf(discourse, own, before);
  // "X thanked him": nobody thanks himself so
  const governor = governorBefore(
    discourse.classes,
    own.firstToken,
    discourse.doc.sentences[own.sentence]!.firstToken,
  );
  const direct = pronoun.role === 'object' && (governor === WORD.verb || governor === WORD.gerund);
  const subject = direct ? (setting.subject?.referent ?? -1) : -1;
  const consider = (noun: Noun, score: number | null) => {
    if (score === null) return;
    const known = scores.get(noun.referent);
    if (known === undefined || score > known) scores.set(noun.referent, score);
  };
  for (let i = before.length - 1, seen = 0; i >= 0 && seen < NOUNS; i--, seen++) {
    const noun = before[i]!;
    if (own.sentence - noun.sentence > SENTENCES) break;
    consider(noun, scoreAntecedent(discourse, pronoun, own, noun, setting, seen));
  }
  for (let i = next; i < discourse.nouns.length && i < next + 3; i++) {
    const later = discourse.nouns[i]!;
    if (later.sentence !== own.sentence) break;
    const bonus = cataphora(discourse, pronoun, own, later);
    const score = bonus === null ? null : scoreAntecedent(discourse, pronoun, own, later, setting, 0);
    if (score !== null) {
      consider(later, score + bonus!);
      break;
    }
  }
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [referent, score] of scores) {
    if (referent === subject) continue;
    const total = score + Math.min(discourse.referents[referent]!.count, 6) * WEIGHTS.count;
    if (total > bestScore) [best, bestScore] = [referent, total];
  }
  return [best, bestScore];
}

/**
 * "In his speech, Ishiba said": what speaks for the subject after an opening phrase as a pronoun's antecedent in it;
 * null where the pronoun is in no such phrase or the name is not that subject.
 */
function cataphora({ doc, classes }: Discourse, pronoun: Pronoun, own: Noun, later: Noun): number | null {
  if (later.place !== 'subject' && later.place !== 'possessor') return null;
  const first = doc.sentences[own.sentence]!.firstToken;
  if (governorBefore(classes, later.firstToken, first) !== WORD.comma) return null;
  let opening = first;
  for (let i = pronoun.token; i > first; i--) {
    if (classes[i] === WORD.stop || (classes[i] === WORD.comma && classes[i - 1] !== WORD.name)) {
      opening = i + 1;
      break;
    }
  }
  while (classes[opening] === WORD.quote && opening < pronoun.token) opening++;
  const c = classes[opening]!;
  const part = later.place === 'subject' ? 1 : 0.5;
  if (c === WORD.subordinator) return WEIGHTS.cataphoraClause * part;
  const participle = c === WORD.gerund || c === WORD.verb;
  const adjective = c === WORD.other && leads(classes[opening + 1]);
  if (c === WORD.preposition || c === WORD.to || c === WORD.adverb || participle || adjective)
    return WEIGHTS.cataphora * part;
  return pronoun.role === 'possessive' && opening === pronoun.token ? WEIGHTS.cataphoraClause * part : null;
}

/** "Prior to", "Unaware that": an adjective that leads an opening phrase. */
const leads = (next: number | undefined): boolean =>
  next === WORD.preposition || next === WORD.to || next === WORD.subordinator;
