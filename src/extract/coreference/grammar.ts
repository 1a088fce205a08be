import { isUpperAt, startsUpper } from '../../text/letters';
import type { Document } from '../document';
import type { NameMention } from '../names';
import { fold } from './form';

/** Coarse word classes, enough to tell subjects from objects. */
export const WORD = {
  other: 0,
  name: 1,
  pronoun: 2,
  determiner: 3,
  preposition: 4,
  conjunction: 5,
  subordinator: 6,
  relative: 7,
  auxiliary: 8,
  verb: 9,
  gerund: 10,
  adverb: 11,
  comma: 12,
  stop: 13,
  open: 14,
  close: 15,
  to: 16,
  possessive: 17,
  quote: 18,
} as const;
export type WordClass = (typeof WORD)[keyof typeof WORD];

const list = (text: string): string[] => text.trim().split(/\s+/);
const CLOSED = new Map<string, WordClass>();
const put = (kind: WordClass, text: string) => {
  for (const word of list(text)) CLOSED.set(word, kind);
};
put(
  WORD.preposition,
  `of in on at by with from for about against between among into onto through during under over above
below near off out around across behind beyond along toward towards upon within without despite via per including like
alongside beside besides aboard except amid concerning regarding unlike versus throughout inside outside opposite`,
);
put(WORD.conjunction, 'and or but nor & yet plus');
put(
  WORD.subordinator,
  `that when while whilst because if although though since unless until whereas where whether once after before as
how why so than lest whenever wherever`,
);
put(WORD.relative, 'who whom whose which');
put(
  WORD.auxiliary,
  `is are was were be been being has have had having do does did will would can could may might must shall
should isn't wasn't hasn't hadn't doesn't didn't won't wouldn't can't couldn't cannot`,
);
put(
  WORD.determiner,
  `the a an this these those some any each every no another both either neither all many several few much
most more two three four five six seven eight nine ten first second third last next other`,
);
put(
  WORD.pronoun,
  `he him himself she herself it itself they them themselves i me myself we us ourselves you yourself his hers
their theirs its my mine our ours your yours her one nobody everyone someone anyone`,
);
put(
  WORD.adverb,
  `also then later never ever not now still again already once soon often always just only even recently
subsequently eventually finally too there here however meanwhile instead therefore thus ago away back together perhaps
further furthermore initially originally currently formerly previously usually sometimes nearly almost very well`,
);
put(WORD.to, 'to');
put(
  WORD.verb,
  `said says told tells became become becomes began begins wrote writes won wins lost loses left leaves made makes
took takes gave gives got gets went goes came comes saw sees met meets led leads held holds kept keeps knew knows thought
thinks felt feels found finds brought brings bought sought caught taught fought ran runs sang sings sold sells sent sends
spent spoke speaks stood stands sat sits fell falls grew grows drew draws drove drives rode rose broke breaks chose chooses
wore wears beat beats built put puts set sets cut let hit hurt read reads quit shot born paid pays laid lay met ate slept
threw threw flew knew struck stole swore tore woke hid bit forgot forgave hung dug swam sank shook shut spread won't denied
plays play wants want calls asks tries helps learns discovers decides tells reveals realizes realises believes agrees
returns arrives marries kills dies lives works serves appears remains says adds explains notes argues claims warns urges
insists defeats joins moves starts turns shows uses leads visits attends accepts rejects refuses asks leaves`,
);

const MARKS = new Map<string, WordClass>();
for (const [kind, marks] of [
  [WORD.comma, ',—–-'],
  [WORD.stop, '.;:!?'],
  [WORD.open, '(['],
  [WORD.close, ')]'],
  [WORD.quote, '"“”`«»'],
] as const)
  for (const mark of marks) MARKS.set(mark, kind);
const CAPITALS = /^\p{Lu}+$/u;

/** Days and months stand between phrases as adverbs do ("on Tuesday President …"). */
const CALENDAR = new Set(
  list(`monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
november december today yesterday tomorrow`),
);

/** Class of every token of the document; names are told by their mentions, verbs guessed from ending and neighbours. */
export function classify(doc: Document, names: readonly NameMention[]): Uint8Array {
  const { tokens } = doc;
  const classes = new Uint8Array(tokens.length);
  for (const name of names) classes.fill(WORD.name, name.firstToken, name.endToken);
  for (let i = 0; i < tokens.length; i++) {
    if (classes[i] === WORD.name) continue;
    const opens = i === 0 || doc.sentenceOf[i] !== doc.sentenceOf[i - 1];
    const { surface, kind } = tokens[i]!;
    const lowered =
      opens && !(startsUpper(surface) && isUpperAt(surface, surface.codePointAt(0)! > 0xffff ? 2 : 1))
        ? surface.toLowerCase()
        : surface;
    classes[i] = classOf(lowered, kind, opens ? WORD.stop : classes[i - 1]!);
  }
  return classes;
}

function classOf(surface: string, kind: string, before: number): WordClass {
  if (kind === 'punctuation') return MARKS.get(surface) ?? WORD.other;
  if (kind === 'number') return WORD.determiner;
  if (surface === "'s" || surface === '’s') return WORD.possessive;
  const word = surface.toLowerCase();
  // "US" is no "us"; a few capitals have no small letter
  const small = surface === word && surface.charCodeAt(0) < 128;
  if (!small && surface.length > 1 && CAPITALS.test(surface)) return WORD.other;
  const closed = CLOSED.get(word);
  if (closed !== undefined) return closed;
  if (CALENDAR.has(word)) return WORD.adverb;
  if (surface !== word) return WORD.other;
  if (before === WORD.determiner || before === WORD.possessive) return WORD.other;
  if (word.length > 4 && word.endsWith('ly')) return WORD.adverb;
  if (word.length > 4 && word.endsWith('ing')) return WORD.gerund;
  if (word.length > 3 && word.endsWith('ed')) return WORD.verb;
  if (before === WORD.to) return WORD.verb;
  if ((before === WORD.name || before === WORD.relative) && /[^s]s$/.test(word)) return WORD.verb;
  return WORD.other;
}

/** What a noun phrase does in its clause, guessed from the words around it. */
export type Place = 'subject' | 'object' | 'oblique' | 'possessor' | 'other';

const SKIP = 24;

/** The grammatical place of the noun phrase `[first, end)` in its sentence, which is `[from, to)`. */
export function placeOf(classes: Uint8Array, first: number, end: number, from: number, to: number): Place {
  if (end < to && classes[end] === WORD.possessive) return 'possessor';
  const governor = governorBefore(classes, first, from);
  if (verbFollows(classes, end, to) && governor !== WORD.preposition) return 'subject';
  if (governor === WORD.preposition || governor === WORD.to) return 'oblique';
  if (governor === WORD.verb || governor === WORD.gerund || governor === WORD.auxiliary) return 'object';
  return 'other';
}

/** Class of the word that governs a noun phrase: the nearest preposition, verb or boundary before its own modifiers. */
export function governorBefore(classes: Uint8Array, first: number, from: number): number {
  for (let i = first - 1, steps = 0; i >= from && steps < 8; i--, steps++) {
    const c = classes[i]!;
    if (c === WORD.other || c === WORD.determiner || c === WORD.adverb || c === WORD.possessive) continue;
    if (c === WORD.name && classes[i + 1] !== WORD.comma) continue;
    return c;
  }
  return WORD.stop;
}

/** Does a finite verb follow, over an apposition, a bracket, an adverb or a second subject ("X, a poet, and Y wrote")? */
function verbFollows(classes: Uint8Array, end: number, to: number): boolean {
  let i = end;
  const limit = Math.min(to, end + SKIP);
  while (i < limit) {
    const c = classes[i]!;
    if (c === WORD.verb || c === WORD.auxiliary) return true;
    if (c === WORD.adverb) i++;
    else if (c === WORD.open) {
      while (i < limit && classes[i] !== WORD.close) i++;
      i++;
    } else if (c === WORD.comma) {
      let next = i + 1;
      while (next < limit && classes[next] !== WORD.comma && classes[next] !== WORD.stop) next++;
      if (next >= limit || classes[next] !== WORD.comma) return classes[i + 1] === WORD.relative;
      i = next + 1;
    } else if (c === WORD.conjunction && i === end) {
      i++;
      const second = i;
      while (
        i < limit &&
        (classes[i] === WORD.name || classes[i] === WORD.other || classes[i] === WORD.determiner)
      )
        i++;
      // "welcomed Glass and expressed": what is joined are the verbs of somebody before
      if (i === second) return false;
    } else if (c === WORD.relative) return true;
    else return false;
  }
  return false;
}

/** Number of the clause within its sentence for every token: a new one starts at a subordinator, relative or break. */
export function clausesOf(doc: Document, classes: Uint8Array): Uint16Array {
  const clauses = new Uint16Array(classes.length);
  for (const sentence of doc.sentences) {
    let clause = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const c = classes[i]!;
      const next = i + 1 < sentence.endToken ? classes[i + 1]! : WORD.stop;
      if (
        c === WORD.subordinator ||
        c === WORD.relative ||
        c === WORD.stop ||
        (c === WORD.comma &&
          (next === WORD.gerund ||
            next === WORD.pronoun ||
            next === WORD.conjunction ||
            next === WORD.name)) ||
        (c === WORD.conjunction && next === WORD.pronoun)
      )
        clause++;
      clauses[i] = clause;
    }
  }
  return clauses;
}

export const foldedToken = (doc: Document, i: number): string => fold(doc.tokens[i]?.surface ?? '');
