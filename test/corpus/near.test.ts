import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, likeness, SAME, shinglesOf } from '../../src/corpus/near';
import { madeArticles } from '../grammar/articles';

const articles = [...madeArticles(120, 7)];
const sharesBand = (a: string, b: string): boolean => {
  const bands = new Set(bandsOf(shinglesOf(a)));
  return bandsOf(shinglesOf(b)).some((band) => bands.has(band));
};
/** The definition, word for word. */
function plainLikeness(a: string, b: string): number {
  const threes = (text: string) => {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return new Set(
      words.slice(0, Math.max(1, words.length - 2)).map((_, i) => words.slice(i, i + 3).join(' ')),
    );
  };
  const [one, other] = [threes(a), threes(b)];
  const common = [...one].filter((three) => other.has(three)).length;
  return common / (one.size + other.size - common);
}

describe('how alike two texts are', () => {
  it('is the share of three words in a row that both have', () => {
    const words = fc.array(fc.constantFrom('quay', 'toll', 'lamp', 'ship', 'rope', 'tide'), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(', ')];
        expect(likeness(shinglesOf(one), shinglesOf(other))).toBeCloseTo(plainLikeness(one, other), 12);
      }),
    );
  });

  it('does not hang on case, punctuation, width and spaces', () => {
    const one = shinglesOf('“Talks go on,” said Sato.\nNobody left.');
    expect(likeness(one, shinglesOf('TALKS go on, said Ｓato  nobody left'))).toBe(1);
  });

  it('counts letter by letter where words are not written apart', () => {
    const a = '佐藤美奈氏は水曜日、税関でトーマス・ベルグ氏と会談した。';
    expect(likeness(shinglesOf(a), shinglesOf(a.replace('水曜日', '木曜日')))).toBeGreaterThan(0.7);
    expect(likeness(shinglesOf(a), shinglesOf('灯台の通行料をめぐる交渉は三週目に入った。'))).toBeLessThan(
      0.1,
    );
  });

  it('of nothing is no error', () => {
    expect(likeness(shinglesOf(''), shinglesOf('…'))).toBe(1);
    expect(likeness(shinglesOf(''), shinglesOf('quay'))).toBe(0);
    expect(bandsOf(shinglesOf(''))).toEqual([]);
    expect(shinglesOf('quay').size).toBe(1);
  });
});

describe('the bands', () => {
  it('find an article again that was cut, corrected or added to', () => {
    for (const { text } of articles.slice(0, 40)) {
      const lines = text.split('\n');
      const corrected = text.replace(/\b\d+\b/, '9').replace(/ said /, ' says ');
      const edited = [...lines.slice(0, -1), `${lines.at(-1)} This report has been corrected.`].join('\n');
      for (const other of [corrected, edited, text.toUpperCase()]) {
        expect(likeness(shinglesOf(text), shinglesOf(other))).toBeGreaterThanOrEqual(SAME);
        expect(sharesBand(text, other)).toBe(true);
      }
    }
  });

  it('seldom take two articles for candidates, though of one story', () => {
    let candidates = 0;
    let pairs = 0;
    for (const [i, a] of articles.entries())
      for (const b of articles.slice(i + 1, i + 20)) {
        pairs++;
        if (sharesBand(a.text, b.text)) candidates++;
        expect(likeness(shinglesOf(a.text), shinglesOf(b.text))).toBeLessThan(SAME);
      }
    expect(candidates / pairs).toBeLessThan(0.02);
  });
});
