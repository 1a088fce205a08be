import { Bearers } from '../corpus/aliases';
import { fromBase64 } from '../corpus/base64';
import { layGazetteer } from '../corpus/trie';
import type { Corpus } from '../corpus/types';
import { done, type Work } from '../corpus/work';
import { Columns, numbering } from './columns';
import { corpusArticles, corpusEntities } from './corpus-rows';
import { writeImage } from './image';
import type { SpottedArticle, SpottedEntity } from './rows';

const NOTHING = new Uint32Array();

/** Makes the image of a whole library out of rows that come one by one, in any order, and can be let go at once. */
export class ImageBuilder {
  private readonly columns = new Columns();

  add(entity: SpottedEntity): void {
    this.columns.add(entity);
  }

  addArticle(article: SpottedArticle): void {
    this.columns.addArticle(article);
  }

  /** The image; `of` tells what it was made of, for whoever keeps it. */
  *build(of: string): Work<Uint8Array<ArrayBuffer>> {
    const order = yield* this.columns.ranked();
    const bearers = new Bearers();
    for (const [number, at] of order.entries()) {
      if (number % 1000 === 0) yield;
      bearers.add(number, this.columns.named(at));
    }
    const { image } = yield* layGazetteer(bearers.aliases());
    return yield* whole(this.columns, order, image, of);
  }
}

/**
 * All that spotting needs of a corpus as one binary image, so that a worker can begin with it at once: the gazetteer, and
 * of each entity its names, its salience and what speaks for it. `of` tells what it was made of, for whoever keeps it.
 */
export function spottingImage(corpus: Corpus, of = ''): Uint8Array<ArrayBuffer> {
  const columns = new Columns();
  for (const entity of corpusEntities(corpus)) columns.add(entity);
  for (const article of corpusArticles(corpus)) columns.addArticle(article);
  const order = corpus.entities.map((_, i) => i);
  return done(whole(columns, order, fromBase64(corpus.gazetteer), of));
}

function* whole(
  columns: Columns,
  order: readonly number[],
  gazetteer: Uint8Array,
  of: string,
): Work<Uint8Array<ArrayBuffer>> {
  const parts = yield* columns.parts(
    order,
    numbering(order.map((at) => columns.ids[at]!)),
    numbering(columns.articleIds),
  );
  return writeImage({ of, over: null }, gazetteer, {
    ...parts,
    ...{ moved: NOTHING, movedArticles: NOTHING, hidden: NOTHING },
  });
}
