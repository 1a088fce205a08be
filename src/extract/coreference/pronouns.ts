import type { Discourse, Noun } from './discourse';
import type { Gender } from './gender';
import { type Place, placeOf, WORD } from './grammar';

export interface Pronoun {
  token: number;
  gender: Gender;
  /** 'reflexive' and 'possessive' by form; the others by place. */
  role: 'subject' | 'object' | 'possessive' | 'reflexive';
}

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

/** Resolves he, she and their other forms from left to right: for each pronoun its referent's index, or -1. */
export function resolvePronouns(discourse: Discourse, pronouns: readonly Pronoun[]): Int32Array {
  const answers = new Int32Array(pronouns.length).fill(-1);
  const { nouns } = discourse;
  const before: Noun[] = [];
  let next = 0;
  pronouns.forEach((pronoun, p) => {
    while (next < nouns.length && nouns[next]!.firstToken < pronoun.token) before.push(nouns[next++]!);
    const noun = nounOf(discourse, pronoun);
    const referent = choose(discourse, pronoun, noun, before, next);
    answers[p] = referent;
    if (referent < 0) return;
    discourse.referents[referent]!.gender ??= pronoun.gender;
    before.push({ ...noun, referent });
  });
  return answers;
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
  };
}

function choose(
  discourse: Discourse,
  pronoun: Pronoun,
  own: Noun,
  before: readonly Noun[],
  next: number,
): number {
  const scores = new Map<number, number>();
  const consider = (noun: Noun, score: number) => {
    const known = scores.get(noun.referent);
    if (known === undefined || score > known) scores.set(noun.referent, score);
  };
  for (let i = before.length - 1, seen = 0; i >= 0 && seen < NOUNS; i--, seen++) {
    const noun = before[i]!;
    if (own.sentence - noun.sentence > SENTENCES) break;
    const score = scoreOf(discourse, pronoun, own, noun, seen);
    if (score !== null) consider(noun, score);
  }
  const later = discourse.nouns[next];
  if (later && later.sentence === own.sentence && isCataphoric(discourse, pronoun, own, later)) {
    const score = scoreOf(discourse, pronoun, own, later, 0);
    if (score !== null) consider(later, score);
  }
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [referent, score] of scores) {
    const total = score + Math.min(discourse.referents[referent]!.count, 6) * 0.15;
    if (total > bestScore) [best, bestScore] = [referent, total];
  }
  return best;
}

/** "In his speech, Ishiba said": a pronoun in an opening phrase before the subject that it stands for. */
function isCataphoric({ doc, classes }: Discourse, pronoun: Pronoun, own: Noun, later: Noun): boolean {
  if (later.place !== 'subject') return false;
  const first = doc.sentences[own.sentence]!.firstToken;
  const opening = classes[first];
  if (pronoun.token - first > 12 || pronoun.token === first) return false;
  return (
    opening === WORD.preposition ||
    opening === WORD.subordinator ||
    opening === WORD.gerund ||
    opening === WORD.to
  );
}

function scoreOf(
  { referents }: Discourse,
  pronoun: Pronoun,
  own: Noun,
  noun: Noun,
  seen: number,
): number | null {
  const referent = referents[noun.referent]!;
  if (referent.gender && referent.gender !== pronoun.gender) return null;
  let score = referent.kind === 'person' ? 0 : -3;
  if (referent.gender) score += 1;
  const distance = own.sentence - noun.sentence;
  const sameClause = distance === 0 && noun.clause === own.clause;
  if (sameClause && pronoun.role === 'object' && noun.place !== 'possessor') return null;
  if (sameClause && pronoun.role === 'subject' && noun.place !== 'subject') return null;
  score -= Math.abs(distance) * 1;
  score -= seen * 0.1;
  if (noun.place === 'subject') score += 1.2;
  else if (noun.place === 'object') score += 0.4;
  else if (noun.place === 'possessor') score += 0.4;
  if (pronoun.role === 'subject' && noun.place === 'subject') score += 0.5;
  if (pronoun.role === 'object' && noun.place === 'object') score += 0.5;
  if (noun.pronoun) score += 0.5;
  if (pronoun.role === 'reflexive' && sameClause && noun.place === 'subject') score += 2;
  return score;
}
