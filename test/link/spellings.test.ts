import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, organisation, person, place, spotterOf } from './library';

const NAMES = [
  'José Álvarez-Núñez',
  'Conan O’Brien',
  'Shigeru Ishiba',
  'Müller & Weiß',
  'St. John’s',
  'Al-Quds',
];

const spotter = spotterOf(
  ...NAMES.slice(0, 3).map((name) => person(name)),
  organisation('Müller & Weiß'),
  place('St. John’s'),
  place('Al-Quds'),
);

const APOSTROPHES = ["'", '’', '‘', 'ʼ', '＇'];
const HYPHENS = ['-', '‐', '‑', '–', '−'];
const SPACES = [' ', '\u00a0', '\u202f', '  ', ' \u00a0', '\t'];
const INVISIBLE = ['\u00ad', '\u200b', '\u200c', '\u2060', '\ufeff'];

/** Another way to write a name: each mark in any of its forms, accents apart or left out, capitals, invisible characters. */
const spelling = (name: string): fc.Arbitrary<string> =>
  fc
    .record({
      capitals: fc.boolean(),
      accents: fc.constantFrom('composed', 'apart', 'none'),
      picks: fc.array(fc.nat(), { minLength: name.length, maxLength: name.length }),
      hidden: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...INVISIBLE)), { maxLength: 3 }),
    })
    .map(({ capitals, accents, picks, hidden }) => {
      const form = accents === 'composed' ? name : name.normalize('NFD');
      const plain = accents === 'none' ? form.replace(/\p{M}/gu, '') : form;
      const units = [...plain].map((char, i) => {
        const pick = (variants: readonly string[]) =>
          variants[(picks[i % picks.length] ?? 0) % variants.length]!;
        if (char === '’') return pick(APOSTROPHES);
        if (char === '-') return pick(HYPHENS);
        if (char === ' ') return pick(SPACES);
        return capitals && char !== 'ß' ? char.toUpperCase() : char;
      });
      // between two characters of the name, so that both ends stay its own
      for (const [at, char] of hidden) units[at % (units.length - 1)] += char;
      return units.join('');
    });

/** A letter or figure next to a place, with nothing between that can be seen. */
const HALF_BEFORE = /[\p{L}\p{N}][\p{M}\u00ad\u200b-\u200f\u2060\ufeff]*$/u;
const HALF_AFTER = /^[\u00ad\u200b-\u200f\u2060\ufeff]*[\p{L}\p{N}\p{M}]/u;

const named = fc.constantFrom(...NAMES).chain((name) => spelling(name).map((written) => ({ name, written })));

describe('a name', () => {
  it('is marked in whole, however it is spelt, with a possessive or not', () => {
    fc.assert(
      fc.property(named, fc.constantFrom('', '’s', "'s", '’'), ({ name, written }, ending) => {
        const text = `we heard of “${written}${ending}” again`;
        const [mark, ...more] = spotter.spot(text).filter(({ marked }) => marked);
        expect(more).toEqual([]);
        expect(mark).toMatchObject({ entity: name, surface: written, start: 'we heard of “'.length });
      }),
      { numRuns: 500 },
    );
  });

  it('is never found in half a word', () => {
    const letters = fc.constantFrom('a', 'X', 'é', '7', 'ß', 'ли', 'e\u0301');
    fc.assert(
      fc.property(
        named,
        letters,
        fc.boolean(),
        fc.constantFrom('', ...INVISIBLE),
        ({ written }, letter, before, gap) => {
          const glued = before ? `${letter}${gap}${written}` : `${written}${gap}${letter}`;
          const text = `we heard of ${glued} again`;
          for (const { start, end, surface } of spotter.spot(text)) {
            expect(surface).not.toBe(written);
            expect(text.slice(0, start)).not.toMatch(HALF_BEFORE);
            expect(text.slice(end)).not.toMatch(HALF_AFTER);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not found in lower case', () => {
    fc.assert(
      fc.property(named, ({ written }) => {
        expect(spotter.spot(`we heard of ${written.toLowerCase()} again`)).toEqual([]);
      }),
    );
  });
});

describe('names in Japanese script', () => {
  const japanese = spotterOf(
    person('Shigeru Ishiba', '石破茂', '石破'),
    person('George Glass', 'ジョージ・グラス', 'グラス'),
    place('Tokyo', '東京'),
  );
  const kana = fc.constantFrom('は', 'が', 'と', 'の', 'で', '、', '。', '「', ' ');
  const honorific = fc.constantFrom('首相', '氏', 'さん', '総裁');

  it('need no word boundary', () => {
    fc.assert(
      fc.property(kana, kana, honorific, (before, after, office) => {
        const text = `${before}石破茂${office}${after}東京${after}`;
        expect(marksIn(japanese, text)).toEqual(['石破茂 → Shigeru Ishiba', '東京 → Tokyo']);
      }),
    );
  });

  it('are no half of a longer run', () => {
    fc.assert(
      fc.property(fc.constantFrom('大', '山', '川', '村'), kana, (other, after) => {
        expect(marksIn(japanese, `${other}石破${after}`)).toEqual([]);
        expect(marksIn(japanese, `石破${other}${after}`)).toEqual([]);
        expect(marksIn(japanese, `サングラス${after}グラスゴー${after}`)).toEqual([]);
      }),
    );
  });
});
