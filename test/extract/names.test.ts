import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/extract/document';
import { loadModel } from '../../src/extract/model';
import { type NameMention, recogniseNames } from '../../src/extract/names';

const model = loadModel(
  new Uint8Array(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url))),
);

function mentionsOf(text: string): NameMention[] {
  return recogniseNames(
    prepare({ id: 't', text, published: { date: null, basis: 'none' }, origin: 'imported' }),
    model,
  );
}
const KIND = { person: 'per', organisation: 'org', place: 'place', other: 'other' };
const namesOf = (text: string) =>
  mentionsOf(text).map((name) => `${text.slice(name.start, name.end)}/${KIND[name.kind]}`);
const withoutOthers = (text: string) => namesOf(text).filter((name) => !name.endsWith('/other'));
const seed = (name: string) => readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');

describe('recogniseNames', () => {
  it('finds whom and what the first seed names', () => {
    const names = namesOf(seed('000_c0956a0b2cbd6477'));
    for (const name of [
      'George Glass/per',
      'Shigeru Ishiba/per',
      'Iwaya Takeshi/per',
      'Iwaya/per',
      'Kyodo News/org',
      'Japanese Ministry of Foreign Affairs/org',
      'North Korea/place',
      'Japanese/other',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name === 'Ishiba/per')).toHaveLength(4);
    expect(names.filter((name) => name === 'Glass/per')).toHaveLength(6);
    expect(names.filter((name) => /Ambassador|Minister\/|PM/.test(name))).toEqual([]);
  });

  it('finds whom and what the second seed names', () => {
    const names = namesOf(seed('002_4e3e1f84a0349307'));
    for (const name of [
      'Ryosei Akazawa/per',
      'Donald Trump/per',
      'Stephen Innes/per',
      'SPI Asset Management/org',
      'Haneda Airport/place',
      'White House/org',
      'Bessent/per',
      'South Korea/place',
      'Truth Social/org',
      'Berlin/place',
      'Seoul/place',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name === 'Akazawa/per')).toHaveLength(3);
  });

  it.each([
    ["Prime Minister Keir Starmer's aides flew to Paris.", ['Keir Starmer/per', 'Paris/place']],
    ['Mr Glass and Sen. Brian Schatz met in Honolulu.', ['Glass/per', 'Brian Schatz/per', 'Honolulu/place']],
    ['Ursula von der Leyen will visit Kyiv on Monday.', ['Ursula von der Leyen/per', 'Kyiv/place']],
    ['John F. Kennedy was born in Brookline.', ['John F. Kennedy/per', 'Brookline/place']],
    ['Leung Yiu-chung lost his seat in Hong Kong.', ['Leung Yiu-chung/per', 'Hong Kong/place']],
    ['He works for the University of Michigan.', ['University of Michigan/org']],
    ['The US-led talks in Geneva ended.', ['US/place', 'Geneva/place']],
  ])('%s', (text, expected) => {
    expect(withoutOthers(text)).toEqual(expected);
  });

  it('takes the kind of a body in brackets from what stands before them', () => {
    const names = namesOf('Officials of the World Trade Organization (WTO) met. The WTO said nothing.');
    expect(names).toContain('World Trade Organization/org');
    expect(names.filter((name) => name === 'WTO/org')).toHaveLength(2);
  });

  it('teaches the short form everywhere by the full name anywhere', () => {
    const text =
      'Orwind denied it.\nThe minister, Tamsin Orwind, spoke in Oslo on Friday. Reporters asked Orwind about the tax.';
    expect(withoutOthers(text).filter((name) => name.includes('Orwind'))).toEqual([
      'Orwind/per',
      'Tamsin Orwind/per',
      'Orwind/per',
    ]);
  });

  it('keeps months, lower case and addresses out', () => {
    expect(
      withoutOthers('In May 2024 a glass of water fell. See www.example.com or mail x@example.com.'),
    ).toEqual([]);
  });

  it('gives spans that agree with their tokens, in order, none overlapping, whatever the text', () => {
    const word = fc.constantFrom(
      ...[
        'Mr',
        'Ishiba',
        'the',
        'of',
        "'s",
        '’s',
        '.',
        ',',
        '(',
        ')',
        'WTO',
        'World',
        'Trade',
        'Bank',
        'said',
        'in',
      ],
      ...[
        'Tokyo',
        'Kim',
        'Jong-un',
        'PARIS',
        'I',
        '\n',
        '"',
        '@',
        '\ud800',
        '東京',
        'May',
        '3',
        'Japanese',
        'and',
        '&',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        ),
        (text) => {
          const doc = prepare({
            id: 't',
            text,
            published: { date: null, basis: 'none' },
            origin: 'imported',
          });
          let end = 0;
          for (const name of recogniseNames(doc, model)) {
            expect(name.start).toBeGreaterThanOrEqual(end);
            expect(name.end).toBeGreaterThan(name.start);
            expect(doc.tokens[name.firstToken]!.start).toBe(name.start);
            expect(doc.tokens[name.endToken - 1]!.end).toBe(name.end);
            end = name.end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
