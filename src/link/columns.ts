import type { Named } from '../corpus/aliases';
import { idSlots, packTexts } from '../corpus/sections';
import type { Work } from '../corpus/work';
import { kindCode, namedIn, namesText, type Parts } from './image';
import { Lists, Numbers } from './lists';
import type { SpottedArticle, SpottedEntity } from './rows';

/** How many rows are laid out between two stops. */
const STRETCH = 2_000;

/** By an id the number that it has in an image, −1 where it has none. */
export type Numbering = (id: string) => number;

/** The rows of an image as columns, so that each row can be let go at once. */
export class Columns {
  readonly ids: string[] = [];
  readonly saliences: number[] = [];
  readonly articleIds: string[] = [];
  private readonly names: string[] = [];
  private readonly kinds = new Numbers();
  private readonly articles = new Numbers();
  private readonly words = new Index();
  private readonly terms = new Lists();
  private readonly weights = new Lists();
  private readonly roles = new Lists();
  private readonly sampled = new Index();
  private readonly samples = new Lists();
  private readonly joined = new Index();
  private readonly together = new Lists();

  add(entity: SpottedEntity): void {
    this.ids.push(entity.id);
    this.names.push(namesText(entity));
    this.kinds.push(kindCode(entity));
    this.saliences.push(entity.salience);
    this.articles.push(entity.articles);
    this.terms.add(entity.terms.map(([term]) => this.words.of(term)));
    this.weights.add(entity.terms.map(([, weight]) => Math.round(weight * 65_535)));
    this.roles.add(entity.roleWords.map((word) => this.words.of(word)));
    this.samples.add(entity.sample.map((id) => this.sampled.of(id)));
  }

  addArticle({ id, entities }: SpottedArticle): void {
    this.articleIds.push(id);
    this.together.add(entities.map((entity) => this.joined.of(entity)));
  }

  /** Kind and names of the row that came at this place. */
  named(at: number): Named {
    return namedIn(this.kinds.at(at), this.names[at]!);
  }

  /** Places of the rows, the most salient first, among equals by id. */
  *ranked(): Work<number[]> {
    const { ids, saliences } = this;
    const alike = new Map<number, number[]>();
    for (const [at, salience] of saliences.entries()) {
      const known = alike.get(salience);
      if (known) known.push(at);
      else alike.set(salience, [at]);
    }
    yield;
    const order: number[] = [];
    for (const [i, salience] of [...alike.keys()].sort((a, b) => b - a).entries()) {
      const places = alike.get(salience)!;
      if (i % STRETCH === 0 || places.length > STRETCH / 4) yield;
      for (const at of places.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))) order.push(at);
    }
    return order;
  }

  /** The parts of an image that holds the rows in this order, or as they came. What a numbering does not know is left out. */
  *parts(
    given: readonly number[] | null,
    entityOf: Numbering,
    articleOf: Numbering,
  ): Work<Omit<Parts, 'moved' | 'movedArticles' | 'hidden'>> {
    const order = given ?? this.ids.map((_, at) => at);
    const ids = order.map((at) => this.ids[at]!);
    yield;
    const [terms, termStarts] = (given ? yield* inOrder(this.terms, order) : this.terms).parts();
    const [termWeights] = (given ? yield* inOrder(this.weights, order) : this.weights).parts();
    const [roles, roleStarts] = (given ? yield* inOrder(this.roles, order) : this.roles).parts();
    const [samples, sampleStarts] = (yield* inOrder(
      this.samples,
      order,
      this.sampled.numbers(articleOf),
    )).parts();
    const stories = this.articleIds.map((_, i) => i);
    const [together, togetherStarts] = (yield* inOrder(
      this.together,
      stories,
      this.joined.numbers(entityOf),
    )).parts();
    const [idTexts, idStarts] = packTexts(ids);
    yield;
    const [names, nameStarts] = packTexts(order.map((at) => this.names[at]!));
    yield;
    const [vocabulary, wordStarts] = packTexts(this.words.keys());
    const [articleIds, articleStarts] = packTexts(this.articleIds);
    yield;
    return {
      kinds: Uint8Array.from(order, (at) => this.kinds.at(at)),
      saliences: Float64Array.from(order, (at) => this.saliences[at]!),
      articles: Uint32Array.from(order, (at) => this.articles.at(at)),
      ...{ ids: idTexts, idStarts, idSlots: idSlots(ids), names, nameStarts },
      ...{ vocabulary, wordStarts, terms, termStarts, termWeights: Uint16Array.from(termWeights) },
      ...{ roles, roleStarts, samples, sampleStarts, together, togetherStarts },
      ...{ articleIds, articleStarts, articleSlots: idSlots(this.articleIds) },
    };
  }
}

/** Numbers ids by their places. */
export function numbering(ids: readonly string[]): Numbering {
  const numbers = new Map(ids.map((id, i) => [id, i]));
  return (id) => numbers.get(id) ?? -1;
}

/** Texts by the order in which they came first. */
class Index {
  private readonly known = new Map<string, number>();

  of(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.known.size;
      this.known.set(text, number);
    }
    return number;
  }

  keys(): string[] {
    return [...this.known.keys()];
  }

  /** The number that each text has by a numbering. */
  numbers(numbering: Numbering): Int32Array {
    return Int32Array.from(this.known.keys(), numbering);
  }
}

/** Lists in another order; with `as`, of other numbers, those below 0 left out. */
function* inOrder(lists: Lists, order: readonly number[], as: Int32Array | null = null): Work<Lists> {
  const laid = new Lists();
  for (const [i, at] of order.entries()) {
    if (i % STRETCH === 0) yield;
    const list = lists.at(at);
    laid.add(as ? Array.from(list, (one) => as[one]!).filter((one) => one >= 0) : list);
  }
  return laid;
}
