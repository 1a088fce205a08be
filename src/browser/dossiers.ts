import { openArticle } from '../brief/article';
import { buildDossier, buildFullDossier } from '../brief/dossier';
import { passagesOf } from '../brief/shared-passages';
import type { Dossier, FullDossier, OpenedArticle, PassagePage } from '../brief/types';
import { answerFrom, type Shelf } from './library/answer';
import { articlesNaming } from './library/part';

/** How much of each list a card gets; it shows less. */
const CARD_LINES = 8;
/** The newest articles that a card is made from. */
const CARD_ARTICLES = 32;
/** The newest articles that the page of one entity is made from, and those of each who is closest to it. */
const PAGE_ARTICLES = 400;
const CLOSE_ARTICLES = 60;
/** Articles that one page of passages is looked for in. */
const WINDOW = 24;

/** What a card shows. */
export const cardOf = (entity: string, shelf: Shelf = 'all'): Promise<Dossier | null> =>
  answerFrom(
    { entities: [{ id: entity, newest: CARD_ARTICLES }] },
    (corpus) => buildDossier(corpus, entity, { limit: CARD_LINES }),
    shelf,
  );

/** What the page of one entity shows. Who of those closest to it stand together is told from their own articles too. */
export async function dossierWhole(entity: string, shelf: Shelf = 'all'): Promise<FullDossier | null> {
  const own = { id: entity, newest: PAGE_ARTICLES };
  const closest = await answerFrom(
    { entities: [own] },
    (corpus) => buildFullDossier(corpus, entity)?.company.members ?? [],
    shelf,
  );
  const close = closest.map(({ entity: id }) => ({ id, newest: CLOSE_ARTICLES }));
  return answerFrom({ entities: [own, ...close] }, (corpus) => buildFullDossier(corpus, entity), shelf);
}

/** A page of the passages that speak of all these entities. */
export async function passagesNaming(
  entities: readonly string[],
  skip: number,
  shelf: Shelf = 'all',
): Promise<PassagePage> {
  let all: number | null = null;
  const page = await answerFrom(
    async (turn) => {
      const naming = await articlesNaming(turn, entities);
      all = naming.length;
      const articles = naming.slice(skip, skip + WINDOW);
      return { entities: entities.map((id) => ({ id, newest: 0 })), articles };
    },
    (corpus) => passagesOf(corpus, entities, all === null ? skip : 0),
    shelf,
  );
  // the bundled corpus was at hand whole
  if (all === null) return page;
  if (page.next !== null) return { ...page, next: skip + page.next };
  const next = skip + WINDOW < all ? skip + WINDOW : null;
  return next !== null && page.articles.length === 0
    ? passagesNaming(entities, next, shelf)
    : { ...page, next };
}

/** One article whole. */
export const articleWhole = (articleId: string, shelf: Shelf = 'all'): Promise<OpenedArticle | null> =>
  answerFrom(
    { entities: [], articles: [articleId], everyone: true },
    (corpus) => openArticle(corpus, articleId),
    shelf,
  );
