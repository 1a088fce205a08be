import { aliasOf, formsOf, type Named } from '../corpus/aliases';
import { BEARERS, bearersOf, type GazetteerAlias } from '../corpus/gazetteer';
import { aliasOfSurface, layGazetteer } from '../corpus/trie';
import type { Work } from '../corpus/work';
import { Columns, numbering } from './columns';
import { type Image, NONE, writeImage } from './image';
import type { SpottedArticle, SpottedEntity } from './rows';

/** What of a library is new or other than in the image of it, by ids; null: it is no more. */
export interface LibraryChange {
  entities: ReadonlyMap<string, SpottedEntity | null>;
  articles: ReadonlyMap<string, SpottedArticle | null>;
}

/**
 * The image to lay over the one of a library, so that the two answer as one of everything would. Whoever is in both keeps
 * the number of below; the numbers of the others count on from there.
 */
export function* deltaImage(base: Image, change: LibraryChange, of: string): Work<Uint8Array<ArrayBuffer>> {
  const columns = new Columns();
  const rows: SpottedEntity[] = [];
  for (const entity of change.entities.values()) {
    if (!entity) continue;
    if (rows.length % 500 === 0) yield;
    rows.push(entity);
    columns.add(entity);
  }
  for (const article of change.articles.values()) if (article) columns.addArticle(article);
  const own = numbering(columns.ids);
  const ownArticles = numbering(columns.articleIds);
  const moved = movedBy(change.entities, (id) => base.entityOf(id), own);
  const numbers = new Map([...moved].map(([number, index]) => [index, number]));
  const entityOf = (id: string) => {
    const index = own(id);
    if (index >= 0) return numbers.get(index) ?? base.size + index;
    return change.entities.has(id) ? -1 : base.entityOf(id);
  };
  const articleOf = (id: string) => {
    const index = ownArticles(id);
    if (index >= 0) return base.articles + index;
    return change.articles.has(id) ? -1 : base.articleOf(id);
  };
  const movedArticles = movedBy(change.articles, (id) => base.articleOf(id), ownArticles);
  for (const [number, index] of movedArticles)
    if (index !== NONE) movedArticles.set(number, base.articles + index);
  yield;
  const forms = new Forms(base, rows, moved);
  const aliases: GazetteerAlias[] = [];
  for (const alias of forms.aliases()) {
    if (aliases.push(alias) % 500 === 0) yield;
  }
  const { image } = yield* layGazetteer(aliases);
  const parts = yield* columns.parts(null, entityOf, articleOf);
  return writeImage({ of, over: base.about.of }, image, {
    ...parts,
    ...{ moved: pairs(moved), movedArticles: pairs(movedArticles), hidden: Uint32Array.from(forms.hidden) },
  });
}

/** By the number below of what has changed, what is here in its place; `NONE`: nothing. */
function movedBy(
  changed: ReadonlyMap<string, unknown>,
  below: (id: string) => number,
  own: (id: string) => number,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const id of changed.keys()) {
    const number = below(id);
    const index = own(id);
    if (number >= 0) moved.set(number, index < 0 ? NONE : index);
  }
  return moved;
}

const pairs = (map: ReadonlyMap<number, number>): Uint32Array => Uint32Array.from([...map].flat());

/** Who bears a form, of those that have changed. */
interface Bearer {
  bearer: number;
  row: SpottedEntity;
}

/**
 * The forms of which the bearers are others than below, each with all its bearers. Of who is called as before nothing
 * changes but how salient they are, which tells only where more bear a form than are weighed.
 */
class Forms {
  /** By form, bearers that are new, or called otherwise than below. */
  private readonly own = new Map<string, Bearer[]>();
  /** The aliases below that are no more, or are here anew; when all aliases have been asked for. */
  readonly hidden: number[] = [];
  /** By number below, who is called as before. */
  private readonly same = new Map<number, SpottedEntity>();

  constructor(
    private readonly base: Image,
    rows: readonly SpottedEntity[],
    private readonly moved: ReadonlyMap<number, number>,
  ) {
    const known = new Set(moved.values());
    for (const [number, index] of moved) {
      const row = rows[index];
      const before = base.entity(number);
      if (row && sameNames(before, row)) {
        this.same.set(number, row);
        if (!base.crowded.has(number)) continue;
      } else if (row) this.bears(number, row);
      for (const form of formsOf(before).keys()) this.touch(form);
    }
    for (const [index, row] of rows.entries()) if (!known.has(index)) this.bears(base.size + index, row);
  }

  private bears(number: number, row: SpottedEntity): void {
    for (const [form, derived] of formsOf(row))
      this.touch(form).push({ bearer: number * 2 + Number(derived), row });
  }

  private touch(form: string): Bearer[] {
    let bearers = this.own.get(form);
    if (!bearers) {
      bearers = [];
      this.own.set(form, bearers);
    }
    return bearers;
  }

  *aliases(): Generator<GazetteerAlias> {
    for (const [form, own] of this.own) {
      const alias = aliasOfSurface(this.base.gazetteer, form);
      const below: number[] = [];
      if (alias >= 0) {
        this.hidden.push(alias);
        for (const bearer of bearersOf(this.base.gazetteer, alias)) {
          const row = this.same.get(bearer >>> 1);
          if (row) own.push({ bearer, row });
          else if (!this.moved.has(bearer >>> 1)) below.push(bearer);
        }
      }
      if (own.length + below.length === 0) continue;
      const person =
        own.some(({ row }) => row.kind === 'person') ||
        below.some((bearer) => this.base.kindOf(bearer >>> 1) === 'person');
      yield aliasOf(form, this.merged(own, below), person);
    }
  }

  /** All bearers, the most salient first; after those that are weighed the order is free. `below` are in that order already. */
  private merged(own: Bearer[], below: readonly number[]): number[] {
    own.sort((a, b) => b.row.salience - a.row.salience || (a.row.id < b.row.id ? -1 : 1));
    const merged: number[] = [];
    let [o, b] = [0, 0];
    while (merged.length < BEARERS && (o < own.length || b < below.length))
      merged.push(
        b === below.length || (o < own.length && this.isBefore(own[o]!.row, below[b]! >>> 1))
          ? own[o++]!.bearer
          : below[b++]!,
      );
    for (const { bearer } of own.slice(o)) merged.push(bearer);
    return merged.concat(below.slice(b));
  }

  private isBefore({ salience, id }: SpottedEntity, entity: number): boolean {
    const other = this.base.parts.saliences[entity]!;
    return salience > other || (salience === other && id < this.base.idOf(entity));
  }
}

const sameNames = (a: Named, b: Named): boolean =>
  a.kind === b.kind &&
  a.name === b.name &&
  a.curated === b.curated &&
  a.aliases.length === b.aliases.length &&
  a.aliases.every((alias, i) => alias === b.aliases[i]);
