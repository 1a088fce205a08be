import { describe, expect, it } from 'vitest';
import { readMarked } from './named';

const kinds = (marked: string) => readMarked(marked).entities.map(({ name, kind }) => `${name}: ${kind}`);

describe('kinds told by the context', () => {
  it('are a person\'s for a surname that acts where "she" follows, in the whole article', () => {
    expect(kinds('[o:Macpherson] won. [p:Anna Lind] left. Then [o:Macpherson] said she was glad.')).toEqual([
      'Macpherson: person',
      'Anna Lind: person',
    ]);
  });

  it("are a person's for a given name with another, or after a gendered title", () => {
    expect(kinds('The part was played by [o:Lauren Shinozaki]. Her scenes were cut.')).toEqual([
      'Lauren Shinozaki: person',
    ]);
    expect(kinds('Her sister, Queen [o:Frederica], was leaving.')).toEqual(['Frederica: person']);
  });

  it('stay what they are without a "he" or "she", where they are told as a place, or for a known thing', () => {
    expect(kinds('[o:Macpherson] won the bid. Shares rose.')).toEqual(['Macpherson: organisation']);
    expect(kinds('He was born in [g:Macpherson].')).toEqual(['Macpherson: place']);
    expect(kinds('[g:Japan] won. He was glad.')).toEqual(['Japan: place']);
  });
});

describe('people left out by recognition', () => {
  it('are no contraction and no attribute', () => {
    expect(kinds("He said: “[p:Moe] left.” I’m glad. I've told him. He woos Southern voters.")).toEqual([
      'Moe: person',
    ]);
  });
});
