import { answerFound, EACH, OPENING } from '../brief/found';
import { createSearch, ENTITIES, LONGEST } from '../brief/search';
import type { SearchResult } from '../brief/types';
import { type Finds, findArticles } from '../corpus/search/find';
import { inOtherWords, named, nameRanges, phraseOf } from '../corpus/search/names';
import type { ReadRows } from '../corpus/search/rows';
import type { Corpus } from '../corpus/types';
import { answerFrom, type Shelf } from './library/answer';
import type { EntityRow, ReadTurn } from './library/schema';
import { heldRowsIn } from './library/search-held';
import { foundPart } from './library/search-part';

/** The articles whose sentences are weighed against each other: as many as it takes for so many sentences, within bounds. */
const ARTICLES = { least: 10, most: 20 };
const SENTENCES = 30;
/** The newest articles of an entity in which its role is looked for. */
const ROLE_ARTICLES = 2;

interface Found {
  /** The query, in words that articles use. */
  query: string;
  entities: readonly EntityRow[];
  articles: Finds['articles'];
}

/**
 * Search over all that is at hand, for use at every key stroke: names, and passages that hold every word; only if none
 * does, those that hold any. Of the reader's library it reads the rows that begin like the words and the best articles.
 */
export async function search(query: string, shelf: Shelf = 'all'): Promise<SearchResult> {
  const typed = query.slice(0, LONGEST);
  let found: Found | null = null;
  return answerFrom(
    async (turn, generation) => {
      const rows = heldRowsIn(turn, generation);
      found = await findIn(turn, rows, typed);
      const articles = found.articles.map(({ articleId }) => articleId);
      return foundPart(turn, rows, { articles, entities: found.entities, newest: ROLE_ARTICLES });
    },
    (corpus) => {
      if (!found) return bundledSearch(corpus)(typed);
      const entities = found.entities.map(({ id }) => id);
      return answerFound(corpus, found.query, entities, found.articles);
    },
    shelf,
  );
}

let made: { corpus: Corpus; search: ReturnType<typeof createSearch> } | null = null;

/** Search over the articles that came along, with the index that came with them. */
function bundledSearch(corpus: Corpus): ReturnType<typeof createSearch> {
  if (made?.corpus !== corpus) made = { corpus, search: createSearch(corpus) };
  return made.search;
}

async function findIn(turn: ReadTurn, rows: ReadRows, typed: string): Promise<Found> {
  const [entities, first] = await Promise.all([
    entitiesNamed(turn, typed, ENTITIES),
    findArticles(rows, typed, ARTICLES.most),
  ]);
  let query = typed;
  let finds = first;
  const other = first.missing.length > 0 ? await translated(turn, typed, first.missing) : null;
  if (other !== null) {
    query = other;
    finds = await findArticles(rows, other, ARTICLES.most);
  }
  // A name in a script that no article uses still finds what the articles say under their own name for it.
  const [known] = entities;
  if (finds.articles.length === 0 && known) {
    query = known.name;
    finds = await findArticles(rows, query, ARTICLES.most);
  }
  return { query, entities, articles: enoughOf(finds.articles) };
}

/** The best articles, as many as are needed. */
function enoughOf(articles: Finds['articles']): Finds['articles'] {
  let [count, sentences] = [0, 0];
  while (count < articles.length && (count < ARTICLES.least || sentences < SENTENCES)) {
    // an article is worth no more than what is weighed of it; where only its title fits, its first sentences are
    sentences += Math.min(EACH, articles[count]!.sentences.length || OPENING);
    count++;
  }
  return articles.slice(0, count);
}

/** The query with the articles' own names for those whom its missing words name; null where they name nobody. */
async function translated(turn: ReadTurn, query: string, missing: readonly string[]): Promise<string | null> {
  const rows = await Promise.all(missing.map((word) => entitiesNamed(turn, word, 1)));
  const names = new Map(missing.flatMap((word, i) => rows[i]!.map(({ name }) => [word, name] as const)));
  return inOtherWords(query, names);
}

async function entitiesNamed(turn: ReadTurn, typed: string, most: number): Promise<EntityRow[]> {
  const phrase = phraseOf(typed);
  const words = turn.objectStore('entities').index('words');
  const rows = await Promise.all(
    nameRanges(phrase).map(({ from, to, most: enough }) => words.getAll(IDBKeyRange.bound(from, to), enough)),
  );
  return named(rows.flat(), phrase, most);
}
