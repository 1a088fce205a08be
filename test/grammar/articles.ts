import type { Article } from '../../src/extract/types';
import { DAYS, storyOf } from './cast';
import { drawOf } from './draw';
import { SHARED } from './words';
import { World } from './world';
import { isoDay, Writer } from './writer';

/**
 * News articles of a made world, the same for the same seed; the first hundred of a thousand are those of a hundred.
 * Each is a wire story of 300 to 700 words with its title, outlet, address and day in three years. Stories run over
 * days with a vocabulary and a cast of their own; a few people are in every fifth article, thousands are met once, and
 * many share a surname. Nobody and nothing in it is real.
 */
export function* madeArticles(count: number, seed = 1): Generator<Article> {
  const world = new World(seed);
  for (let number = 0, story = 0; number < count; story++) {
    const told = storyOf(world, story, SHARED.goods!);
    let day = told.from;
    for (let n = 0; n < told.articles && number < count; n++, number++) {
      const draw = drawOf(seed, 'outlet', number);
      const date = isoDay(Math.min(DAYS - 1, day));
      const writer = new Writer(world, told, Math.min(DAYS - 1, day), number);
      const outlet = draw.skewed(40);
      yield {
        id: `made-${seed}-${number}`,
        text: writer.text(),
        title: writer.title(),
        publisher: world.outlet(outlet),
        url: `https://outlet-${outlet}.example/${date.replaceAll('-', '/')}/${number}`,
        published: { date, basis: 'stated' },
        origin: 'imported',
      };
      day += draw.below(3);
    }
  }
}
