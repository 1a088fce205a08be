import { SPEECH_VERBS } from './lexicon';

/** What a verb of speech or thought takes, as bits. */
export const SAY = 1; // any clause, "that" or none; may stand behind or before what it reports, inverted too
export const THAT = 2; // a clause, "that" or none
export const TELL = 4; // a hearer, then a clause
export const TO = 8; // "to" with an infinitive
export const HEARER_TO = 16; // a hearer, then "to" with an infinitive
export const THING = 32; // a noun phrase is what was said
export const VERDICT = 64; // a thing and what it is called: "called the plan 'unworkable'"
export const QUOTES = 128; // only words in quotation marks
export const ASK = 256; // an indirect question
export const FOR = 512; // "for", "on", "against", "of" … with what is called for
export const NOTICE = 1024; // polls, studies, documents do it too

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';
export interface SpeechVerb {
  lemma: string;
  takes: number;
  /** All that the written form may be: "said" is past and participle. */
  forms: ReadonlySet<VerbForm>;
}

const IRREGULAR: Record<string, readonly [string, string]> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  foresee: ['foresaw', 'foreseen'],
  forbid: ['forbade', 'forbidden'],
  hold: ['held', 'held'],
  read: ['read', 'read'],
  swear: ['swore', 'sworn'],
  sing: ['sang', 'sung'],
  begin: ['began', 'begun'],
  see: ['saw', 'seen'],
  hear: ['heard', 'heard'],
  learn: ['learned', 'learned'],
  understand: ['understood', 'understood'],
  show: ['showed', 'shown'],
  give: ['gave', 'given'],
  put: ['put', 'put'],
  speak: ['spoke', 'spoken'],
  seek: ['sought', 'sought'],
  come: ['came', 'come'],
  go: ['went', 'gone'],
  forecast: ['forecast', 'forecast'],
  broadcast: ['broadcast', 'broadcast'],
};
const DOUBLED = new Set(
  'admit quip tip rip pan slam nag brag chat jab blog plan rap blab regret permit commit'.split(' '),
);

function formsOf(lemma: string): [string, VerbForm][] {
  const e = lemma.endsWith('e') && !lemma.endsWith('ee') && !lemma.endsWith('oe');
  const y = /[^aeiou]y$/.test(lemma);
  const stem = DOUBLED.has(lemma) ? lemma + lemma.at(-1) : e ? lemma.slice(0, -1) : lemma;
  const [past, participle] = IRREGULAR[lemma] ?? [];
  const ed = y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const s = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|go)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [
    [lemma, 'base'],
    [s, 's'],
    [past ?? ed, 'past'],
    [participle ?? ed, 'participle'],
    [`${stem}ing`, 'ing'],
  ];
}

const CODES: Record<string, number> = {
  S: SAY,
  T: THAT,
  H: TELL,
  I: TO,
  O: HEARER_TO,
  N: THING,
  V: VERDICT,
  Q: QUOTES,
  A: ASK,
  F: FOR,
  P: NOTICE,
};

const VERBS = new Map<string, SpeechVerb>();
for (const entry of SPEECH_VERBS.trim().split(/\s+/)) {
  const [lemma, codes] = entry.split(':') as [string, string];
  const takes = [...codes].reduce((bits, code) => bits | CODES[code]!, 0);
  for (const [form, name] of formsOf(lemma)) {
    const known = VERBS.get(form);
    if (known && known.lemma !== lemma) continue;
    VERBS.set(form, { lemma, takes, forms: new Set([...(known?.forms ?? []), name]) });
  }
}

/** The verb of speech or thought that a lower-case word may be a form of. */
export const speechVerb = (lower: string): SpeechVerb | undefined => VERBS.get(lower);
