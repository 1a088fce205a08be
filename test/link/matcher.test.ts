import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearersOf, type Gazetteer, readGazetteer } from '../../src/corpus/gazetteer';
import { buildGazetteer } from '../../src/corpus/trie';
import { findOccurrences } from '../../src/link/matcher';
import { FOLDED_UNITS, UNIT_CLASSES, UnitClass } from '../../src/text/fold';

const gazetteerOf = (...surfaces: string[]): Gazetteer =>
  buildGazetteer(surfaces.map((surface, i) => ({ surface, bearers: [i * 2], ambiguity: 0 })));

const found = (gazetteer: Gazetteer, text: string): string[] =>
  findOccurrences(gazetteer, text).map(({ start, end }) => text.slice(start, end));

interface Token {
  start: number;
  end: number;
  folded: string;
  initial: string;
  barrier: boolean;
}

/** The obviously right tokens: unit after unit, joined where the class says so; white space is one too. */
function naiveTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    const kind = UNIT_CLASSES[text.charCodeAt(i)]!;
    if (kind === UnitClass.invisible) continue;
    const joins = kind === UnitClass.letter || kind === UnitClass.katakana || kind === UnitClass.space;
    const folded = kind === UnitClass.space ? ' ' : String.fromCharCode(FOLDED_UNITS[text.charCodeAt(i)]!);
    const token = tokens.at(-1);
    if (joins && kind === last && token) {
      if (kind !== UnitClass.space) token.folded += folded;
      token.end = i + 1;
    } else
      tokens.push({ start: i, end: i + 1, folded, initial: text[i]!, barrier: kind === UnitClass.barrier });
    last = joins ? kind : -1;
  }
  return tokens;
}

/** Whether the case of a surface lets it stand for an alias, by the words of both. */
function caseAgrees(alias: string, surface: string): boolean {
  const capital = /^[\p{Lu}\p{Lt}]/u;
  const given = naiveTokens(surface);
  if (naiveTokens(alias).some(({ initial }, i) => capital.test(initial) && !capital.test(given[i]!.initial)))
    return false;
  const letters = alias.replace(/[^\p{L}]/gu, '');
  const short = letters.length === 2 || letters.length === 3;
  return !(short && /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters) && /\p{Ll}/u.test(surface));
}

/** An alias without what is invisible, any white space and block's end one space. */
const plain = (alias: string): string =>
  alias
    .replace(/\u00ad|\u200b|\u0301/g, '')
    .split('\u001f')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The obviously right matcher: at each token every alias is tried, the longest wins. */
function naiveOccurrences(aliases: readonly string[], text: string): string[] {
  const tokens = naiveTokens(text);
  const wanted = aliases.map((alias) => ({
    alias,
    parts: naiveTokens(plain(alias)),
  }));
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let best = 0;
    let which: string[] = [];
    for (const { alias, parts } of wanted) {
      const here = tokens.slice(i, i + parts.length);
      const same =
        here.length === parts.length && here.every((t, k) => !t.barrier && t.folded === parts[k]!.folded);
      if (!same || !/[\p{L}\p{N}]/u.test(alias) || tokens[i]!.folded === ' ') continue;
      if (!caseAgrees(plain(alias), text.slice(here[0]!.start, here.at(-1)!.end))) continue;
      if (parts.length > best) which = [];
      best = Math.max(best, parts.length);
      if (parts.length === best) which.push(alias);
    }
    if (best > 0)
      out.push(`${tokens[i]!.start}-${tokens[i + best - 1]!.end} ${[...new Set(which)].sort().join('|')}`);
    i += Math.max(1, best);
  }
  return out;
}

describe('findOccurrences', () => {
  it('takes whole words, the longest alias, left to right', () => {
    const gazetteer = gazetteerOf('Glass', 'George Glass', 'Akazawa', 'South Korea', 'Korea');
    expect(
      found(gazetteer, 'George Glass met Akazawa; Glasses, Glassy, South Koreans, South Korea.'),
    ).toEqual(['George Glass', 'Akazawa', 'South Korea']);
  });

  it('sees through possessives, quotation marks, hyphens and dots, and keeps the text’s offsets', () => {
    const gazetteer = gazetteerOf("O'Brien", 'Al-Sisi', 'U.S.', 'AT&T', 'Sánchez');
    const text = 'O’Brien’s “Al‑Sisi” in the U.S. with AT&T and SANCHEZ, Sa\u0301nchez';
    expect(found(gazetteer, text)).toEqual([
      'O’Brien',
      'Al‑Sisi',
      'U.S.',
      'AT&T',
      'SANCHEZ',
      'Sa\u0301nchez',
    ]);
  });

  it('does not go across a line break or a block’s end, but across any run of spaces', () => {
    const gazetteer = gazetteerOf('Shigeru Ishiba');
    expect(found(gazetteer, 'Shigeru\u001fIshiba Shigeru\nIshiba Shigeru \u00a0\tIshiba')).toEqual([
      'Shigeru \u00a0\tIshiba',
    ]);
  });

  it('finds ideographs without word boundaries, katakana only as whole runs', () => {
    const gazetteer = gazetteerOf('石破茂', '石破', 'グラス', 'ジョージ・グラス');
    expect(found(gazetteer, '石破茂首相と石破氏、グラス大使、サングラス、ジョージ・グラス氏')).toEqual([
      '石破茂',
      '石破',
      'グラス',
      'ジョージ・グラス',
    ]);
  });

  it('wants capitals where the alias has them, and leaves the rest', () => {
    const gazetteer = gazetteerOf('Glass', 'NATO', 'US', 'IT', 'Bank of England', 'iPhone', 'von der Leyen');
    const text =
      'glass GLASS Nato us Us US it IT Bank Of England, bank of England; iPhone IPHONE Von der Leyen';
    expect(found(gazetteer, text)).toEqual([
      'GLASS',
      'Nato',
      'US',
      'IT',
      'Bank Of England',
      'iPhone',
      'IPHONE',
      'Von der Leyen',
    ]);
  });

  it('agrees with the naive matcher on any aliases and text', () => {
    const word = fc.constantFrom(
      ...[
        'glass',
        'Glass',
        'GLASS',
        'GL',
        'Al',
        'al',
        'sisi',
        'x',
        '石',
        '破',
        'グラス',
        'ァ',
        'É',
        'é',
        '7',
      ],
      ...["'", '-', '.', ' ', '  ', '\n', '\u00ad', '\u200b', '\u001f', '\u0301', '\ud83d'],
    );
    const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(''));
    const alias = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('').trim());
    fc.assert(
      fc.property(fc.array(alias.filter(Boolean), { maxLength: 6 }), text, (given, within) => {
        const aliases = [...new Set(given)];
        const gazetteer = gazetteerOf(...aliases);
        const spans = findOccurrences(gazetteer, within).map(({ start, end, aliases: which }) => {
          const names = which.map((alias) => aliases[bearersOf(gazetteer, alias)[0]! >> 1]!);
          return `${start}-${end} ${names.sort().join('|')}`;
        });
        expect(spans).toEqual(naiveOccurrences(aliases, within));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws and stays inside the text, whatever the text', () => {
    const gazetteer = gazetteerOf('Glass', 'A B', '石破');
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
        (text) => {
          for (const { start, end } of findOccurrences(gazetteer, text))
            expect(0 <= start && start < end && end <= text.length).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the gazetteer’s image', () => {
  const surfaces = Array.from({ length: 10_000 }, (_, i) => `Name${i % 997} Family${i}`);

  it('is read back the same, and holds ten thousand names', () => {
    const image = gazetteerOf(...surfaces).image;
    const gazetteer = readGazetteer(image.slice());
    const [hit] = findOccurrences(gazetteer, 'said Name5 Family5, and no Name5 Family6');
    expect(hit).toMatchObject({ start: 5, end: 18 });
    expect([...bearersOf(gazetteer, hit!.aliases[0]!)]).toEqual([10]);
    expect(gazetteer.derived.length).toBe(10_000);
    for (const [i, surface] of surfaces.entries()) {
      const [only] = findOccurrences(gazetteer, `(${surface})`);
      expect([...bearersOf(gazetteer, only!.aliases[0]!)]).toEqual([i * 2]);
    }
  });

  it('is told from other bytes, and from itself damaged in any place', () => {
    const { image } = gazetteerOf('Glass', 'George Glass');
    expect(() => readGazetteer(image.slice(0, 20))).toThrow('shorter than its header');
    expect(() => readGazetteer(image.slice(0, image.length - 1))).toThrow(/its header tells/);
    expect(() => readGazetteer(new Uint8Array(100))).toThrow('not a gazetteer image');
    fc.assert(
      fc.property(fc.nat(image.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = image.slice();
        damaged[at]! ^= flip;
        expect(() => readGazetteer(damaged)).toThrow(/^gazetteer: /);
      }),
    );
  });
});
