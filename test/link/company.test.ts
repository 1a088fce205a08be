import { describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import { Spotter } from '../../src/link/spotter';
import { BLOCK_SEPARATOR } from '../../src/text/separator';
import { marksIn } from './library';

describe('entities of the same story on a page', () => {
  const spotter = new Spotter(corpusOfSeeds());

  it('speak for a person who is named short, countries alone too little', () => {
    const cards = 'A pack of tarot has 21 Trump cards.';
    expect(marksIn(spotter, `From Japan to China by train.${BLOCK_SEPARATOR}${cards}`)).not.toContain(
      'Trump → donald-trump',
    );
    expect(
      marksIn(spotter, `Shigeru Ishiba and Ryosei Akazawa left Japan.${BLOCK_SEPARATOR}${cards}`),
    ).toContain('Trump → donald-trump');
  });
});
