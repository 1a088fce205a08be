import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import type { Corpus } from '../../src/corpus/types';
import { spottingImage } from '../../src/link/base';
import { Spotter } from '../../src/link/spotter';
import { madeLibrary } from '../bench/library';

let corpus: Corpus;
let image: Uint8Array;
beforeAll(() => {
  corpus = madeLibrary(corpusOfSeeds(), 300);
  image = spottingImage(corpus, 'made of seeds');
});

describe('the image that a worker spots with', () => {
  it('tells of every entity what the corpus tells', () => {
    const [from, read] = [new Spotter(corpus), new Spotter(image)];
    expect(read.of).toBe('made of seeds');
    corpus.entities.forEach(({ wikidata: _, ...entity }, i) => {
      expect(read.roster.entity(i)).toEqual(entity);
      expect(read.roster.profile(i)).toEqual(from.roster.profile(i));
      const terms = ['tariff', 'night', 'ferry', 'unheard'];
      expect(read.roster.nearness(i, terms)).toBe(from.roster.nearness(i, terms));
    });
  });

  it('marks every article of the corpus as the corpus does, with the same scores and reasons', () => {
    const [from, read] = [new Spotter(corpus), new Spotter(image)];
    for (const { text } of corpus.articles) {
      expect(read.spot(text)).toEqual(from.spot(text));
      expect(from.spot(text).length).toBeGreaterThan(0);
    }
  });

  it('is told from other bytes, another version and a damaged one', () => {
    const changed = (at: number, by: number) => {
      const bytes = image.slice();
      bytes[at]! += by;
      return () => new Spotter(bytes);
    };
    expect(changed(0, 1)).toThrow('spotting image: not such an image');
    expect(changed(4, 1)).toThrow(/spotting image: version 3, expected 2/);
    expect(() => new Spotter(image.slice(0, image.length - 8))).toThrow(
      /spotting image: .* its header tells/,
    );
    expect(() => new Spotter(new Uint8Array(3))).toThrow('shorter than its header');
    expect(changed(4000, 1)).toThrow('gazetteer: damaged');
  });
});
