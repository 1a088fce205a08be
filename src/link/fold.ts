import type { Work } from '../corpus/work';
import { ImageBuilder } from './base';
import type { LibraryChange } from './delta';
import { type Image, NONE } from './image';
import type { SpottedArticle, SpottedEntity } from './rows';

/** How many entities an image over another may hold before the two are made one, and how many of a hundred of those below. */
const MOST = 1_500;
const PERCENT = 3;

/** Whether an image has grown so large over another that the two should be made one. */
export const isLarge = (base: Image, delta: Image): boolean =>
  delta.size > Math.max(MOST, (base.size * PERCENT) / 100);

/** What an image says of the one that it lies over, as it was made of: so that more can be laid over in the same image. */
export function changeIn(base: Image, delta: Image): LibraryChange {
  const entities = new Map<string, SpottedEntity | null>();
  const articles = new Map<string, SpottedArticle | null>();
  const { moved, movedArticles } = delta.parts;
  for (let i = 0; i < moved.length; i += 2)
    if (moved[i + 1] === NONE) entities.set(base.idOf(moved[i]!), null);
  for (let i = 0; i < movedArticles.length; i += 2)
    if (movedArticles[i + 1] === NONE) articles.set(base.idOfArticle(movedArticles[i]!), null);
  for (let index = 0; index < delta.size; index++) {
    const row = rowOf(delta, index, base);
    entities.set(row.id, row);
  }
  for (let index = 0; index < delta.articles; index++) {
    const row = articleOf(delta, index, base);
    articles.set(row.id, row);
  }
  return { entities, articles };
}

/** The two images as one of everything. */
export function* folded(base: Image, delta: Image, of: string): Work<Uint8Array<ArrayBuffer>> {
  const builder = new ImageBuilder();
  const moved = new Set(delta.parts.moved.filter((_, i) => i % 2 === 0));
  const movedArticles = new Set(delta.parts.movedArticles.filter((_, i) => i % 2 === 0));
  for (let index = 0; index < base.size; index++) {
    if (index % 500 === 0) yield;
    if (!moved.has(index)) builder.add(rowOf(base, index, null));
  }
  for (let index = 0; index < delta.size; index++) {
    if (index % 500 === 0) yield;
    builder.add(rowOf(delta, index, base));
  }
  for (let index = 0; index < base.articles; index++) {
    if (index % 500 === 0) yield;
    if (!movedArticles.has(index)) builder.addArticle(articleOf(base, index, null));
  }
  for (let index = 0; index < delta.articles; index++) builder.addArticle(articleOf(delta, index, base));
  return yield* builder.build(of);
}

/** The row that an image was made of; where it lies over another, numbers begin with those of that one. */
function rowOf(image: Image, index: number, below: Image | null): SpottedEntity {
  const first = below?.articles ?? 0;
  return {
    ...image.entity(index),
    articles: image.parts.articles[index]!,
    terms: [...image.terms(index)],
    roleWords: [...image.roleWords(index)],
    sample: Array.from(image.sample(index), (article) =>
      article < first ? below!.idOfArticle(article) : image.idOfArticle(article - first),
    ),
  };
}

function articleOf(image: Image, index: number, below: Image | null): SpottedArticle {
  const first = below?.size ?? 0;
  return {
    id: image.idOfArticle(index),
    entities: Array.from(image.together(index), (entity) =>
      entity < first ? below!.idOf(entity) : image.idOf(entity - first),
    ),
  };
}
