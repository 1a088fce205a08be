import type { Document } from '../document';
import { phraseStart, type RoleMention, type RoleText } from '../roles/find';
import { isRoleModifier, roleHead } from '../roles/heads';
import type { Cluster } from './clusters';
import { type Discourse, type Noun, nounAt } from './discourse';
import { fold } from './form';
import { WORD } from './grammar';

/** A definite noun phrase ("the ministry", "Tokyo's tariffs envoy") and the referent that it stands for, -1 if none is known. */
export interface Nominal {
  /** Tokens, the article included. */
  firstToken: number;
  endToken: number;
  head: string;
  kind: 'person' | 'organisation' | 'place';
  referent: number;
  /** First token without the article. */
  bare: number;
}

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const ORGANISATIONS =
  list(`ministry company firm agency government group party bank court committee team club university
college council commission organisation organization department union association corporation foundation institute army
newspaper network airline retailer manufacturer automaker carmaker bureau office authority parliament senate congress
administration force regulator watchdog church school hospital charity body band league federation alliance exchange`);
const PLACES = list(
  'country city nation state island town capital region province county village territory kingdom republic',
);
const PAPERS = list('statement report release announcement');
const SMALL = list('the a an of to for at in on and');
const DETERMINERS = list('the this that');
/** Sentences back that a nominal without further words may reach. */
const REACH = 4;

interface Known {
  referent: number;
  words: readonly string[];
  at: number;
}

/**
 * Definite nominals and what they stand for: a person whose role in the article has the same head and no other nation's
 * or body's words; an organisation named with the head word or else the last one spoken of; the country last spoken of.
 */
export function joinNominals(
  discourse: Discourse,
  text: RoleText,
  roles: readonly RoleMention[],
  clusters: readonly Cluster[],
  nationOf: (folded: string) => string | null,
): Nominal[] {
  const { doc } = discourse;
  const offices = officesOf(discourse, text, roles);
  const nominals = findNominals(doc, text, roles);
  let noun = 0;
  const before: Noun[] = [];
  for (const nominal of nominals) {
    while (noun < discourse.nouns.length && discourse.nouns[noun]!.firstToken < nominal.firstToken)
      before.push(discourse.nouns[noun++]!);
    const words = contentOf(doc, nominal);
    if (nominal.kind === 'person')
      nominal.referent = bearerOf(
        offices.get(nominal.head) ?? [],
        words,
        nominal,
        before,
        discourse,
        nationOf,
      );
    else if (nominal.kind === 'organisation')
      nominal.referent = PAPERS.has(nominal.head)
        ? issuerOf(discourse, before, nominal)
        : bodyOf(discourse, clusters, nominal, words, before);
    else nominal.referent = placeOf(discourse, nominal, words, before);
    if (nominal.referent >= 0)
      before.push(nounAt(discourse, nominal.firstToken, nominal.endToken, nominal.referent));
  }
  joinAcrossSentences(discourse, nominals, roles);
  return nominals;
}

/** Roles by their head, in the order of the text. */
function officesOf(
  { nouns }: Discourse,
  { doc }: RoleText,
  roles: readonly RoleMention[],
): Map<string, Known[]> {
  const offices = new Map<string, Known[]>();
  for (const role of roles) {
    if (!role.head) continue;
    const words: string[] = [];
    for (let i = role.firstToken; i < role.endToken; i++)
      if (doc.tokens[i]!.kind === 'word') words.push(fold(doc.tokens[i]!.surface));
    const known = offices.get(role.head) ?? [];
    known.push({ referent: nouns[role.name]!.referent, words, at: role.firstToken });
    offices.set(role.head, known);
  }
  return offices;
}

function findNominals(doc: Document, text: RoleText, roles: readonly RoleMention[]): Nominal[] {
  const told = new Uint8Array(doc.tokens.length);
  for (const role of roles) told.fill(1, role.firstToken, role.endToken);
  const found: Nominal[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    if (text.classes[i] !== WORD.other || text.nameAt[i] || told[i]) continue;
    const word = fold(doc.tokens[i]!.surface);
    const office = roleHead(word);
    const kind = office
      ? 'person'
      : ORGANISATIONS.has(word) || PAPERS.has(word)
        ? 'organisation'
        : PLACES.has(word)
          ? 'place'
          : null;
    if (!kind || text.nameAt[i + 1] || text.classes[i + 1] === WORD.other) continue;
    const { firstToken: from, endToken: to } = doc.sentences[doc.sentenceOf[i]!]!;
    const bare = phraseStart(text, i, from);
    const before = bare > from ? doc.tokens[bare - 1]!.surface.toLowerCase() : '';
    const article = DETERMINERS.has(before);
    const owned = bare < i && text.nameAt[bare] !== 0 && hasPossessive(text, bare, i);
    if (!article && !owned) continue;
    const firstToken = article ? bare - 1 : bare;
    if (text.classes[firstToken - 1] === WORD.comma && isApposition(text, firstToken - 2)) continue;
    let endToken = i + 1;
    if (doc.tokens[i + 1] && /^(?:to|of|for)$/.test(doc.tokens[i + 1]!.surface) && kind === 'person') {
      const named = text.nameAt[i + 2] || (text.classes[i + 2] === WORD.determiner ? text.nameAt[i + 3] : 0);
      const name = named ? text.names[named - 1]! : null;
      if (name && name.kind !== 'person' && name.endToken <= to) endToken = name.endToken;
    }
    found.push({ firstToken, endToken, head: office ?? word, kind, referent: -1, bare });
  }
  return found;
}

const hasPossessive = (text: RoleText, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (text.classes[i] === WORD.possessive) return true;
  return false;
};

/** Does a person's name end at the token: then what follows the comma is an apposition, a role and no mention of its own. */
const isApposition = (text: RoleText, token: number): boolean => {
  const owner = text.nameAt[token];
  return Boolean(owner) && text.names[owner! - 1]!.kind === 'person';
};

function contentOf(doc: Document, nominal: Nominal): string[] {
  const words: string[] = [];
  for (let i = nominal.bare; i < nominal.endToken; i++) {
    const word = fold(doc.tokens[i]!.surface);
    if (
      doc.tokens[i]!.kind === 'word' &&
      word !== 's' &&
      word !== nominal.head &&
      !SMALL.has(word) &&
      !isRoleModifier(word)
    )
      words.push(word);
  }
  return words;
}

function bearerOf(
  offices: readonly Known[],
  words: readonly string[],
  nominal: Nominal,
  before: readonly Noun[],
  discourse: Discourse,
  nationOf: (folded: string) => string | null,
): number {
  const nations = words.map(nationOf).filter((nation) => nation !== null);
  let best = -1;
  let bestScore = 0;
  for (const office of offices.slice(0, 32)) {
    const told = office.words.map(nationOf).filter((nation) => nation !== null);
    if (nations.length > 0 && told.length > 0 && !nations.some((nation) => told.includes(nation))) continue;
    const shared = words.filter((word) => office.words.includes(word)).length;
    if (words.length > 0 && shared === 0 && nations.length === 0) continue;
    const recent = lastMention(before, office.referent);
    const distance = recent ? discourse.doc.sentenceOf[nominal.firstToken]! - recent.sentence : 20;
    const score = 10 + shared * 5 - Math.min(distance, 20) * 0.3;
    if (score > bestScore) [best, bestScore] = [office.referent, score];
  }
  return best;
}

function lastMention(before: readonly Noun[], referent: number): Noun | null {
  for (let i = before.length - 1, steps = 0; i >= 0 && steps < 60; i--, steps++)
    if (before[i]!.referent === referent) return before[i]!;
  return null;
}

function bodyOf(
  discourse: Discourse,
  clusters: readonly Cluster[],
  nominal: Nominal,
  words: readonly string[],
  before: readonly Noun[],
): number {
  const sentence = discourse.doc.sentenceOf[nominal.firstToken]!;
  const generic =
    /^(?:company|firm|group|organi[sz]ation|agency|team|club|band|party|network|airline|retailer|manufacturer)$/;
  const named = (noun: Noun) =>
    clusters[noun.referent]!.forms.some((form) => form.words.length > 1 && form.words.includes(nominal.head));
  let fallback = -1;
  for (let i = before.length - 1, steps = 0; i >= 0 && steps < 60; i--, steps++) {
    const noun = before[i]!;
    if (discourse.referents[noun.referent]!.kind !== 'organisation') continue;
    if (named(noun)) {
      const fits = words.every((word) =>
        clusters[noun.referent]!.forms.some((form) => form.words.includes(word)),
      );
      if (fits) return noun.referent;
    }
    const near =
      sentence - noun.sentence <= 2 && (noun.place === 'subject' || noun.sentence === sentence - 1);
    if (fallback < 0 && near && words.length === 0 && generic.test(nominal.head)) fallback = noun.referent;
  }
  return fallback;
}

/** Whose statement "the statement" is: the organisation that spoke last. */
function issuerOf(discourse: Discourse, before: readonly Noun[], nominal: Nominal): number {
  const sentence = discourse.doc.sentenceOf[nominal.firstToken]!;
  for (let i = before.length - 1, steps = 0; i >= 0 && steps < 30; i--, steps++) {
    const noun = before[i]!;
    if (sentence - noun.sentence > REACH + 2) break;
    if (discourse.referents[noun.referent]!.kind === 'organisation' && discourse.speaking[noun.firstToken])
      return noun.referent;
  }
  return -1;
}

function placeOf(
  discourse: Discourse,
  nominal: Nominal,
  words: readonly string[],
  before: readonly Noun[],
): number {
  if (words.length > 0) return -1;
  const sentence = discourse.doc.sentenceOf[nominal.firstToken]!;
  let best = -1;
  let bestScore = 0;
  for (let i = before.length - 1, steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const noun = before[i]!;
    const distance = sentence - noun.sentence;
    if (distance > 2) break;
    if (discourse.referents[noun.referent]!.kind !== 'place') continue;
    const score = 3 - distance + (noun.place === 'subject' ? 1.5 : 0) - steps * 0.05;
    if (score > bestScore) [best, bestScore] = [noun.referent, score];
  }
  return best;
}

/**
 * "…, after Tokyo's tariffs envoy visited Washington. Ryosei Akazawa met …": a person told by office before the name.
 * Joined where the office has further words, nobody in the article bears it, and the sentence after begins with a
 * person who is named for the first time and has no role of their own.
 */
function joinAcrossSentences(
  discourse: Discourse,
  nominals: readonly Nominal[],
  roles: readonly RoleMention[],
): void {
  const roled = new Set(roles.map((role) => discourse.nouns[role.name]!.referent));
  const seen = new Set<number>();
  let n = 0;
  for (const noun of discourse.nouns) {
    const fresh = noun.referent >= 0 && !seen.has(noun.referent);
    seen.add(noun.referent);
    if (!fresh || noun.place !== 'subject' || noun.endToken - noun.firstToken < 2) continue;
    if (discourse.referents[noun.referent]!.kind !== 'person' || roled.has(noun.referent)) continue;
    if (noun.firstToken !== discourse.doc.sentences[noun.sentence]!.firstToken) continue;
    while (n < nominals.length && nominals[n]!.endToken <= noun.firstToken) n++;
    for (let i = n - 1; i >= 0; i--) {
      const nominal = nominals[i]!;
      if (discourse.doc.sentenceOf[nominal.firstToken]! !== noun.sentence - 1) break;
      if (nominal.kind !== 'person' || nominal.referent >= 0 || nominal.endToken - nominal.bare < 3) continue;
      nominal.referent = noun.referent;
      roled.add(noun.referent);
      break;
    }
  }
}
