import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliasTokens,
  buildGazetteer,
  type Gazetteer,
  readGazetteer,
  surfaceOfAlias,
} from '../../src/corpus/gazetteer';
import { caseAgrees, findOccurrences } from '../../src/link/matcher';
import { FOLDED_UNITS, UNIT_CLASSES, UnitClass } from '../../src/text/fold';

const gazetteerOf = (...surfaces: string[]): Gazetteer =>
  buildGazetteer(surfaces.map((surface, i) => ({ surface, entities: [i], ambiguity: 0, derived: false })));

const found = (gazetteer: Gazetteer, text: string): string[] =>
  findOccurrences(gazetteer, text).map(({ start, end }) => text.slice(start, end));

interface Token {
  start: number;
  end: number;
  folded: string;
  barrier: boolean;
}

/** The obviously right tokens: unit after unit, joined where the class says so. */
function naiveTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  let invisibleSince = -1;
  for (let i = 0; i < text.length; i++) {
    const kind = UNIT_CLASSES[text.charCodeAt(i)]!;
    if (kind === UnitClass.invisible) {
      if (invisibleSince < 0) invisibleSince = i;
      continue;
    }
    const joins = kind === UnitClass.letter || kind === UnitClass.katakana || kind === UnitClass.space;
    const folded = kind === UnitClass.space ? ' ' : String.fromCharCode(FOLDED_UNITS[text.charCodeAt(i)]!);
    const token = tokens.at(-1);
    if (joins && kind === last && token) {
      if (kind !== UnitClass.space) token.folded += folded;
      token.end = i + 1;
    } else tokens.push({ start: i, end: i + 1, folded, barrier: kind === UnitClass.barrier });
    last = joins ? kind : -1;
    invisibleSince = -1;
  }
  return tokens;
}

/** The obviously right matcher: at each token every alias is tried, the longest wins. */
function naiveOccurrences(aliases: readonly string[], text: string): string[] {
  const tokens = naiveTokens(text);
  const wanted = aliases.map((alias) => ({ alias, tokens: aliasTokens(alias) }));
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let best = 0;
    for (const { alias, tokens: parts } of wanted) {
      const here = tokens.slice(i, i + parts.length);
      const same = here.length === parts.length && here.every((t, k) => !t.barrier && t.folded === parts[k]);
      const letters = /[\p{L}\p{N}]/u.test(alias);
      if (!same || !letters || tokens[i]!.folded === ' ') continue;
      if (caseAgrees(alias, text.slice(here[0]!.start, here.at(-1)!.end)))
        best = Math.max(best, parts.length);
    }
    if (best > 0) out.push(`${tokens[i]!.start}-${tokens[i + best - 1]!.end}`);
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

  it('agrees with the naive matcher on any aliases and text', () => {
    const word = fc.constantFrom(
      'glass',
      'Glass',
      'GLASS',
      'Al',
      'sisi',
      '石',
      '破',
      'グラス',
      "'",
      '-',
      '.',
      ' ',
      '  ',
      '\n',
      '\u00ad',
      'é',
      '\u001f',
      '7',
    );
    const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(''));
    const alias = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('').trim());
    fc.assert(
      fc.property(fc.array(alias.filter(Boolean), { maxLength: 6 }), text, (aliases, given) => {
        const spans = findOccurrences(gazetteerOf(...aliases), given).map(
          ({ start, end }) => `${start}-${end}`,
        );
        expect(spans).toEqual(naiveOccurrences(aliases, given));
      }),
      { numRuns: 500 },
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

describe('caseAgrees', () => {
  it('wants capitals where the alias has them', () => {
    expect(caseAgrees('Glass', 'glass')).toBe(false);
    expect(caseAgrees('Glass', 'GLASS')).toBe(true);
    expect(caseAgrees('NATO', 'Nato')).toBe(true);
    expect(caseAgrees('US', 'Us')).toBe(false);
    expect(caseAgrees('IT', 'it')).toBe(false);
    expect(caseAgrees('Bank of England', 'Bank Of England')).toBe(true);
    expect(caseAgrees('iPhone', 'iPhone')).toBe(true);
  });
});

describe('the gazetteer’s image', () => {
  it('is read back the same, and holds ten thousand names', () => {
    const surfaces = Array.from({ length: 10_000 }, (_, i) => `Name${i % 997} Family${i}`);
    const image = gazetteerOf(...surfaces).image;
    const gazetteer = readGazetteer(image.slice());
    const [hit] = findOccurrences(gazetteer, 'said Name5 Family5, and no Name5 Family6');
    expect(hit).toMatchObject({ start: 5, end: 18 });
    expect(surfaceOfAlias(gazetteer, hit!.aliases[0]!)).toBe('Name5 Family5');
    expect(gazetteer.derived.length).toBe(10_000);
  });

  it('is told from other bytes', () => {
    const { image } = gazetteerOf('Glass');
    expect(() => readGazetteer(image.slice(0, 20))).toThrow('shorter than its header');
    expect(() => readGazetteer(image.slice(0, image.length - 1))).toThrow(/its header tells/);
    expect(() => readGazetteer(new Uint8Array(100))).toThrow('not a gazetteer image');
  });
});
