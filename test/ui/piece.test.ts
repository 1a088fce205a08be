import { describe, expect, it } from 'vitest';
import { tellingPiece } from '../../src/ui/welcome/piece';

const named = (name: string) => ({ text: name, entity: `e-${name}` });

describe('the piece of an article that newcomers try', () => {
  it('is where most different names stand near each other, word for word', () => {
    const runs = [
      { text: 'HARBOUR — ' },
      named('Mina Sato'),
      { text: ' is back.\n\n' },
      named('Mina Sato'),
      { text: ' met ' },
      named('Tomas Berg'),
      { text: ' today.\nThe ' },
      named('Guild of Pilots'),
      { text: ' waits.\nNobody else was there.\nAnd nobody came.' },
    ];
    expect(tellingPiece(runs)).toEqual(['Mina Sato met Tomas Berg today.', 'The Guild of Pilots waits.']);
  });

  it('is short, even where every paragraph has names', () => {
    const runs = Array.from({ length: 9 }, (_, i) => [
      named(`Pilot ${i}`),
      { text: ` ${'said so '.repeat(30)}\n` },
    ]).flat();
    expect(tellingPiece(runs)).toHaveLength(2);
  });

  it('is nothing where nobody is named', () => {
    expect(tellingPiece([{ text: 'Rain in the morning.\nSun later.' }])).toEqual([]);
    expect(tellingPiece([])).toEqual([]);
  });
});
