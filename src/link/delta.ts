import { aliasOf, formsOf } from '../corpus/aliases';
import { BEARERS, bearersOf, type GazetteerAlias } from '../corpus/gazetteer';
import { aliasOfSurface, buildGazetteer } from '../corpus/trie';
import { done } from '../corpus/work';
import { numbering } from './base';
import { Columns, type Numbering } from './columns';
import { type Image, NONE, writeImage } from './image';
import type { SpottedArticle, SpottedEntity } from './rows';

/** What of a library is new or other than in the image of it, by ids; null: it is no more. */
export interface LibraryChange {
  entities: ReadonlyMap<string, SpottedEntity | null>;
  articles: ReadonlyMap<string, SpottedArticle | null>;
}

/** The image to lay over the one of a library, so that the two answer as one of everything would. */
export function deltaImage(base: Image, change: LibraryChange, of: string): Uint8Array<ArrayBuffer> {
  const columns = new Columns();
  for (const entity of change.entities.values()) if (entity) columns.add(entity);
  for (const article of change.articles.values()) if (article) columns.addArticle(article);
  const order = columns.ranked();
  const entityOf = over(
    numbering(order.map((at) => columns.ids[at]!)),
    change.entities,
    (id) => base.entityOf(id),
    base.size,
  );
  const articleOf = over(
    numbering(columns.articleIds),
    change.articles,
    (id) => base.articleOf(id),
    base.articles,
  );
  const moved = movedBy(change.entities, (id) => base.entityOf(id), entityOf);
  const forms = new Forms(base, new Set(moved.keys()));
  for (const [number, at] of order.entries())
    for (const [form, derived] of formsOf(columns.named(at)))
      forms.bears(form, {
        bearer: (base.size + number) * 2 + Number(derived),
        salience: columns.saliences[at]!,
        id: columns.ids[at]!,
        person: columns.named(at).kind === 'person',
      });
  const parts = done(columns.parts(order, entityOf, articleOf));
  return writeImage({ of, over: base.about.of }, buildGazetteer(forms.aliases()).image, {
    ...parts,
    moved: pairs(moved),
    movedArticles: pairs(movedBy(change.articles, (id) => base.articleOf(id), articleOf)),
    hidden: Uint32Array.from(forms.hidden),
  });
}

/** Numbers that count on from those below, of which the changed ones are gone. */
const over =
  (own: Numbering, changed: ReadonlyMap<string, unknown>, below: Numbering, size: number): Numbering =>
  (id) => {
    const number = own(id);
    if (number >= 0) return size + number;
    return changed.has(id) ? -1 : below(id);
  };

/** What stands in the place of the changed ones below. */
function movedBy(
  changed: ReadonlyMap<string, unknown>,
  below: Numbering,
  now: Numbering,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const id of changed.keys()) {
    const before = below(id);
    const number = now(id);
    if (before >= 0) moved.set(before, number < 0 ? NONE : number);
  }
  return moved;
}

const pairs = (map: ReadonlyMap<number, number>): Uint32Array => Uint32Array.from([...map].flat());

/** Who bears a form anew. */
interface Bearer {
  bearer: number;
  salience: number;
  id: string;
  person: boolean;
}

/** The forms of which something has changed: each with all its bearers, those below too. */
class Forms {
  private readonly own = new Map<string, Bearer[]>();

  constructor(
    private readonly base: Image,
    private readonly moved: ReadonlySet<number>,
  ) {
    for (const entity of moved)
      for (const form of formsOf(base.entity(entity)).keys()) if (!this.own.has(form)) this.own.set(form, []);
  }

  /** Another bearer; the most salient come first. */
  bears(form: string, bearer: Bearer): void {
    const known = this.own.get(form);
    if (known) known.push(bearer);
    else this.own.set(form, [bearer]);
  }

  /** The aliases below that are no more, or are here anew; when all aliases have been asked for. */
  readonly hidden: number[] = [];

  *aliases(): Generator<GazetteerAlias> {
    for (const [form, own] of this.own) {
      const alias = aliasOfSurface(this.base.gazetteer, form);
      if (alias >= 0) this.hidden.push(alias);
      const below =
        alias < 0
          ? []
          : [...bearersOf(this.base.gazetteer, alias)].filter((bearer) => !this.moved.has(bearer >>> 1));
      if (own.length + below.length === 0) continue;
      const person =
        own.some((one) => one.person) || below.some((one) => this.base.kindOf(one >>> 1) === 'person');
      yield aliasOf(form, this.merged(own, below), person);
    }
  }

  /** Two lists of which each begins with its most salient as one; in what comes after the first few the order is free. */
  private merged(own: readonly Bearer[], below: readonly number[]): number[] {
    const merged: number[] = [];
    let [o, b] = [0, 0];
    while (merged.length < BEARERS && (o < own.length || b < below.length))
      merged.push(
        b === below.length || (o < own.length && this.isBefore(own[o]!, below[b]! >>> 1))
          ? own[o++]!.bearer
          : below[b++]!,
      );
    return [...merged, ...own.slice(o).map(({ bearer }) => bearer), ...below.slice(b)];
  }

  private isBefore({ salience, id }: Bearer, entity: number): boolean {
    const other = this.base.parts.saliences[entity]!;
    return salience > other || (salience === other && id < this.base.idOf(entity));
  }
}
