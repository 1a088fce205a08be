import { startsLetter, startsLower, startsUpper } from '../../text/letters';
import { fold } from '../coreference/form';
import { WORD } from '../coreference/grammar';
import type { Document } from '../document';
import type { NameMention } from '../names';
import { isAddress, roleHead } from './heads';

/** A role told of a name mention: tokens `[firstToken, endToken)` without article, and the office it names. */
export interface RoleMention {
  /** Index of the name it is told of. */
  name: number;
  firstToken: number;
  endToken: number;
  /** Folded office ("ambassador"), or null for a place of work ("at SPI Asset Management"). */
  head: string | null;
}

const MODIFIERS = 6;
const APPOSITION = 24;

/** What the patterns look at. */
export interface RoleText {
  doc: Document;
  classes: Uint8Array;
  names: readonly NameMention[];
  /** For each token the index of the name that holds it plus one, 0 for none. */
  nameAt: Uint32Array;
}

export function roleText(doc: Document, classes: Uint8Array, names: readonly NameMention[]): RoleText {
  const nameAt = new Uint32Array(doc.tokens.length);
  names.forEach((name, i) => {
    nameAt.fill(i + 1, name.firstToken, name.endToken);
  });
  return { doc, classes, names, nameAt };
}

/** Titles before a person's name, appositions and predicates after it, told by pattern; in the order of the text. */
export function findRoleMentions(text: RoleText): RoleMention[] {
  const found: RoleMention[] = [];
  text.names.forEach((name, i) => {
    if (name.kind !== 'person') return;
    const roles = [titleBefore(text, i), appositionBefore(text, i), afterName(text, i)];
    for (const role of roles) if (role) found.push(role);
  });
  return found.sort((a, b) => a.firstToken - b.firstToken);
}

const wordAt = (text: RoleText, i: number): string => fold(text.doc.tokens[i]?.surface ?? '');
const classAt = (text: RoleText, i: number): number => text.classes[i] ?? WORD.stop;

function sentenceOf(text: RoleText, token: number): { firstToken: number; endToken: number } {
  return text.doc.sentences[text.doc.sentenceOf[token]!]!;
}

/** "Japanese Prime Minister [Shigeru Ishiba]", "ambassador [George Glass]", "Ambassador-Designate [Glass]". */
function titleBefore(text: RoleText, name: number): RoleMention | null {
  const { firstToken } = text.names[name]!;
  const from = sentenceOf(text, firstToken).firstToken;
  let last = firstToken - 1;
  if (last >= from && text.doc.tokens[last]!.surface === '.' && roleHead(wordAt(text, last - 1))) last--;
  const head = last >= from ? roleHead(wordAt(text, last)) : null;
  if (!head || isAddress(wordAt(text, last)) || text.nameAt[last]) return null;
  const first = phraseStart(text, last, from);
  return { name, firstToken: first, endToken: firstToken, head };
}

/** Where the noun phrase that ends with the token `head` begins, its article left out. */
export function phraseStart(text: RoleText, head: number, from: number): number {
  let first = head;
  let lower = 0;
  for (let i = head - 1, steps = 0; i >= from && steps < MODIFIERS + 4; i--, steps++) {
    const c = classAt(text, i);
    const owner = text.nameAt[i];
    if (owner) {
      const one = text.names[owner - 1]!;
      if (one.kind === 'person' && classAt(text, i + 1) !== WORD.possessive) break;
      i = one.firstToken;
      first = i;
      continue;
    }
    if (c === WORD.possessive && i > from) continue;
    if (
      c === WORD.conjunction &&
      steps < 5 &&
      classAt(text, i - 1) === WORD.other &&
      startsUpper(text.doc.tokens[i - 1]!.surface)
    )
      continue;
    const surface = text.doc.tokens[i]!.surface;
    if (c !== WORD.other || !startsLetter(surface)) break;
    if (startsLower(surface) && ++lower > 4) break;
    first = i;
  }
  return first;
}

/** "the ministry's spokesperson, [Lin Jian], said" */
function appositionBefore(text: RoleText, name: number): RoleMention | null {
  const { firstToken, endToken } = text.names[name]!;
  const { firstToken: from } = sentenceOf(text, firstToken);
  if (classAt(text, firstToken - 1) !== WORD.comma || firstToken - 2 < from) return null;
  const after = classAt(text, endToken);
  if (after !== WORD.comma && after !== WORD.stop && after !== WORD.verb && after !== WORD.auxiliary)
    return null;
  for (let i = firstToken - 2, steps = 0; i >= from && steps < 10; i--, steps++) {
    const c = classAt(text, i);
    if (c === WORD.comma || c === WORD.stop || c === WORD.verb || c === WORD.auxiliary || c === WORD.relative)
      return null;
    const head = c === WORD.other ? roleHead(wordAt(text, i)) : null;
    if (!head || text.nameAt[i]) continue;
    const first = phraseStart(text, i, from);
    const before = classAt(text, first - 1);
    const definite = before === WORD.determiner || (first < i && text.nameAt[first] !== 0) || first === from;
    return definite && (after === WORD.comma || first === from)
      ? { name, firstToken: first, endToken: firstToken - 1, head }
      : null;
  }
  return null;
}

/** "[George Glass], the US Ambassador to Japan,", "[X], who is …", "[X] was named …", "[Stephen Innes] at SPI Asset Management". */
function afterName(text: RoleText, name: number): RoleMention | null {
  const { endToken } = text.names[name]!;
  const { endToken: to } = sentenceOf(text, endToken - 1);
  let at = endToken;
  const first = classAt(text, at);
  if (at >= to) return null;
  if (first === WORD.preposition) return workplace(text, name, at, to);
  if (first === WORD.auxiliary || first === WORD.verb) return predicate(text, name, at, to);
  if (first !== WORD.comma) return null;
  at++;
  if (text.doc.tokens[at]?.kind === 'number' && classAt(text, at + 1) === WORD.comma) at += 2;
  if (classAt(text, at) === WORD.relative)
    return classAt(text, at + 1) === WORD.auxiliary ? predicate(text, name, at + 1, to) : null;
  const phrase = rolePhrase(text, at, to);
  if (!phrase) return null;
  const after = classAt(text, phrase.endToken);
  const closed =
    phrase.endToken >= to ||
    after === WORD.comma ||
    after === WORD.stop ||
    after === WORD.relative ||
    after === WORD.quote;
  return closed ? { name, ...phrase } : null;
}

const COPULA = new Set(['is', 'was', 'became', 'becomes', 'remains', 'remained', 'be', 'been']);
const NAMED = new Set([
  'named',
  'appointed',
  'elected',
  'nominated',
  'sworn',
  'chosen',
  'confirmed',
  'installed',
  'made',
]);

function predicate(text: RoleText, name: number, at: number, to: number): RoleMention | null {
  let i = at;
  let linked = false;
  for (let steps = 0; i < to && steps < 6; i++, steps++) {
    const word = wordAt(text, i);
    if (COPULA.has(word) || NAMED.has(word)) linked = true;
    else if (
      !['has', 'had', 'have', 'in', 'as', 'also', 'now', 'then', 'will', 'currently', 'once'].includes(word)
    )
      break;
  }
  if (!linked) return null;
  const phrase = rolePhrase(text, i, to);
  return phrase ? { name, ...phrase } : null;
}

function workplace(text: RoleText, name: number, at: number, to: number): RoleMention | null {
  if (!['at', 'of', 'with', 'from'].includes(wordAt(text, at))) return null;
  const owner = text.nameAt[wordAt(text, at + 1) === 'the' ? at + 2 : at + 1];
  const place = owner ? text.names[owner - 1]! : null;
  if (place?.kind !== 'organisation') return null;
  const after = classAt(text, place.endToken);
  const closed = place.endToken >= to || after === WORD.verb || after === WORD.comma || after === WORD.stop;
  return closed ? { name, firstToken: at, endToken: place.endToken, head: null } : null;
}

/** A noun phrase from `at` whose head is a role, with what belongs to it ("to Japan", "of the House"); without its article. */
export function rolePhrase(text: RoleText, at: number, to: number): Omit<RoleMention, 'name'> | null {
  let first = at;
  while (first < to && classAt(text, first) === WORD.determiner) first++;
  let head: string | null = null;
  let i = first;
  const limit = Math.min(to, first + APPOSITION);
  for (; i < limit; i++) {
    const c = classAt(text, i);
    if (
      text.nameAt[i] &&
      text.names[text.nameAt[i]! - 1]!.kind === 'person' &&
      classAt(text, text.names[text.nameAt[i]! - 1]!.endToken) !== WORD.possessive
    )
      return null;
    if (c === WORD.other && !text.nameAt[i]) {
      const here = roleHead(wordAt(text, i));
      if (here) head = here;
      else if (head && classAt(text, i - 1) !== WORD.conjunction)
        head = startsLetter(text.doc.tokens[i]!.surface) ? null : head;
      continue;
    }
    if (c === WORD.name || c === WORD.possessive || c === WORD.adverb) continue;
    if (c === WORD.conjunction && classAt(text, i + 1) === WORD.other) continue;
    break;
  }
  if (!head) return null;
  return { firstToken: first, endToken: complementEnd(text, i, limit), head };
}

const COMPLEMENT = new Set(['of', 'to', 'for', 'at', 'in', 'on', 'with']);

/** End of a noun phrase's prepositional complements that begin at `at`. */
function complementEnd(text: RoleText, at: number, limit: number): number {
  let end = at;
  let i = at;
  while (i < limit && COMPLEMENT.has(wordAt(text, i))) {
    const start = i++;
    while (i < limit) {
      const c = classAt(text, i);
      if (c === WORD.name || c === WORD.other || c === WORD.determiner || c === WORD.possessive) i++;
      else if (c === WORD.conjunction && startsUpper(text.doc.tokens[i + 1]?.surface ?? '')) i++;
      else break;
    }
    if (i === start + 1) return end;
    end = i;
  }
  return end;
}
