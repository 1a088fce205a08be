import { bandsOf, shinglesOf } from '../../corpus/near';
import { type Sameness, samenessOf } from '../../corpus/same';
import type { Article } from '../../extract/types';
import type { ReadTurn } from './schema';

/** Articles that are looked at closely for one that comes in, at most; those of its id and address first. */
const CANDIDATES = 12;

/** What an article that comes in is found to be. */
export interface Recognised {
  is: Sameness;
  /** The article that it is; of another the one that has its id or its address, if there is one. */
  known: Article | null;
}

/**
 * Looks articles up among those of the library, as a transaction sees it (null: as if it were empty), and those that came in
 * before them: by id, by address, and by a text that is nearly the same. The cost goes with the candidates, not with
 * the library.
 */
export class Recogniser {
  private readonly bands = new Map<string, readonly number[]>();
  private readonly alike = new Map<Article, Promise<readonly string[]>>();
  private readonly articles = new Map<string, Promise<Article | undefined>>();
  private readonly came = new Map<string, { article: Article; bands: ReadonlySet<number> }>();

  constructor(private readonly turn: ReadTurn | null) {}

  /** Looks for all at once, so that finding one after the other waits for little. */
  async lookFor(articles: readonly Article[]): Promise<void> {
    await Promise.all(articles.flatMap((article) => [this.kept(article), this.article(article.id)]));
  }

  async find(article: Article): Promise<Recognised> {
    const alike = [...this.cameAlike(article), ...(await this.kept(article))];
    for (const id of new Set([article.id, ...alike])) {
      const known = await this.article(id);
      if (!known) continue;
      const is = samenessOf(article, known);
      const claimed = id === article.id || (known.url !== undefined && known.url === article.url);
      if (is !== 'other' || claimed) return { is, known };
    }
    return { is: 'other', known: null };
  }

  /** Takes note of one that comes in. */
  note(article: Article): void {
    this.came.set(article.id, { article, bands: new Set(this.bandsOf(article)) });
  }

  private async article(id: string): Promise<Article | undefined> {
    const came = this.came.get(id)?.article;
    if (came || !this.turn) return came;
    let found = this.articles.get(id);
    if (!found) {
      found = this.turn
        .objectStore('articles')
        .get(id)
        .then((row) => row?.article);
      found.catch(() => {});
      this.articles.set(id, found);
    }
    return found;
  }

  private bandsOf({ text }: Article): readonly number[] {
    const known = this.bands.get(text) ?? bandsOf(shinglesOf(text));
    this.bands.set(text, known);
    return known;
  }

  private cameAlike(article: Article): string[] {
    const { url } = article;
    const bands = this.bandsOf(article);
    return [...this.came.values()]
      .filter(
        (one) => (url !== undefined && one.article.url === url) || bands.some((band) => one.bands.has(band)),
      )
      .map(({ article }) => article.id);
  }

  /** The articles of the library with its address, or a text that may be nearly the same. */
  private kept(article: Article): Promise<readonly string[]> {
    let found = this.alike.get(article);
    if (!found) {
      found = this.turn ? this.keptIn(this.turn, article) : Promise.resolve([]);
      found.catch(() => {});
      this.alike.set(article, found);
    }
    return found;
  }

  private async keptIn(turn: ReadTurn, article: Article): Promise<string[]> {
    const sources = turn.objectStore('sources');
    const { url } = article;
    const found = await Promise.all([
      url === undefined ? [] : sources.index('url').getAllKeys(url, CANDIDATES),
      ...this.bandsOf(article).map((band) => sources.index('bands').getAllKeys(band, CANDIDATES)),
    ]);
    return [...new Set(found.flat())].slice(0, CANDIDATES);
  }
}
