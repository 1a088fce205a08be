import type { Named } from '../corpus/aliases';
import { BEARERS, type Gazetteer, readGazetteer } from '../corpus/gazetteer';
import { joinSections, numberOfId, splitSections, textAt } from '../corpus/sections';
import { KINDS, type Kind } from '../extract/types';
import { listAt } from './lists';
import type { KnownEntity } from './rows';

const MAGIC = 0x4953504e;
const VERSION = 2;
/** Between the name and the aliases of an entity. */
const BETWEEN = '\0';

/** A kind of array that lies over bytes. */
interface Over<Type> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, at: number, length: number): Type;
}
const BYTES: Over<Uint8Array> = Uint8Array;
const SHORTS: Over<Uint16Array> = Uint16Array;
const LONGS: Over<Uint32Array> = Uint32Array;
const DOUBLES: Over<Float64Array> = Float64Array;

/** The parts of an image after its gazetteer, in their order. */
const PARTS = {
  /** Of each entity its kind · 2, and 1 where it is curated. */
  kinds: BYTES,
  saliences: DOUBLES,
  /** In how many articles each entity is. */
  articles: LONGS,
  ids: BYTES,
  idStarts: LONGS,
  idSlots: LONGS,
  names: BYTES,
  nameStarts: LONGS,
  vocabulary: BYTES,
  wordStarts: LONGS,
  terms: LONGS,
  termStarts: LONGS,
  /** 65,535 is 1. */
  termWeights: SHORTS,
  roles: LONGS,
  roleStarts: LONGS,
  samples: LONGS,
  sampleStarts: LONGS,
  articleIds: BYTES,
  articleStarts: LONGS,
  articleSlots: LONGS,
  /** Of each article the entities in it. */
  together: LONGS,
  togetherStarts: LONGS,
  /** Entities of the image below, each with its index here or `NONE`: it is no more. */
  moved: LONGS,
  /** Articles of the image below, each with the number that it has now or `NONE`. */
  movedArticles: LONGS,
  /** Aliases of the image below that are no more, or are here anew. */
  hidden: LONGS,
} as const;

type Name = keyof typeof PARTS;
export type Parts = { [Part in Name]: InstanceType<(typeof PARTS)[Part]> };

/** What an image was made of, as whoever made it told; and for one that lies over another, of what that one was made. */
export interface About {
  of: string;
  over: string | null;
}

/** In the place of a number: there is none. */
export const NONE = 0xffffffff;

/** An image of its parts. */
export function writeImage(about: About, gazetteer: Uint8Array, parts: Parts): Uint8Array<ArrayBuffer> {
  const names = Object.keys(PARTS) as Name[];
  return joinSections(MAGIC, VERSION, [
    new TextEncoder().encode(JSON.stringify(about)),
    gazetteer,
    ...names.map((name) => parts[name]),
  ]);
}

/** The name and the aliases of an entity as an image has them. */
export const namesText = ({ name, aliases }: Pick<Named, 'name' | 'aliases'>): string =>
  [name, ...aliases].map((text) => text.replaceAll(BETWEEN, ' ')).join(BETWEEN);

/** Kind and names of an entity by what `kindCode` and `namesText` gave. */
export function namedIn(code: number, text: string): Named {
  const [name, ...aliases] = text.split(BETWEEN) as [string, ...string[]];
  return { kind: KINDS[code >> 1]!, name, aliases, ...(code & 1 ? { curated: true as const } : {}) };
}

export const kindCode = ({ kind, curated }: Pick<Named, 'kind' | 'curated'>): number =>
  KINDS.indexOf(kind) * 2 + Number(curated === true);

/** An image to spot with, opened: nothing in it is read before it is asked for. */
export class Image {
  readonly about: About;
  readonly gazetteer: Gazetteer;
  readonly parts: Parts;
  private readonly words = new Map<number, string>();
  private crowds: Set<number> | null = null;

  /** Throws with a clear message if the bytes are none, of another version, cut short or damaged. */
  constructor(bytes: Uint8Array) {
    const [about, gazetteer, ...parts] = splitSections(MAGIC, VERSION, 'spotting image', bytes);
    this.about = JSON.parse(new TextDecoder().decode(about));
    this.gazetteer = readGazetteer(gazetteer!);
    this.parts = Object.fromEntries(
      Object.entries(PARTS).map(([name, Type], i) => {
        const { buffer, byteOffset, byteLength } = parts[i]!;
        return [name, new Type(buffer, byteOffset, byteLength / Type.BYTES_PER_ELEMENT)];
      }),
    ) as unknown as Parts;
  }

  /** How many entities it holds. */
  get size(): number {
    return this.parts.kinds.length;
  }

  /** How many articles it knows. */
  get articles(): number {
    return this.parts.articleStarts.length - 1;
  }

  entity(index: number): KnownEntity {
    const { names, nameStarts, kinds, saliences } = this.parts;
    const named = namedIn(kinds[index]!, textAt(names, nameStarts, index));
    return { id: this.idOf(index), ...named, salience: saliences[index]! };
  }

  idOf(index: number): string {
    return textAt(this.parts.ids, this.parts.idStarts, index);
  }

  kindOf(index: number): Kind {
    return KINDS[this.parts.kinds[index]! >> 1]!;
  }

  /** Number of the entity with this id, −1 if there is none. */
  entityOf(id: string): number {
    const { ids, idStarts, idSlots: slots } = this.parts;
    return numberOfId(ids, idStarts, slots, id);
  }

  idOfArticle(index: number): string {
    return textAt(this.parts.articleIds, this.parts.articleStarts, index);
  }

  /** Number of the article with this id, −1 if there is none. */
  articleOf(id: string): number {
    const { articleIds, articleStarts, articleSlots } = this.parts;
    return numberOfId(articleIds, articleStarts, articleSlots, id);
  }

  /** The entities of which a form has more bearers than are weighed. */
  get crowded(): ReadonlySet<number> {
    if (this.crowds) return this.crowds;
    this.crowds = new Set();
    const { refsOf, refs } = this.gazetteer;
    for (let alias = 0; alias + 1 < refsOf.length; alias++)
      if (refsOf[alias + 1]! - refsOf[alias]! > BEARERS)
        for (let at = refsOf[alias]!; at < refsOf[alias + 1]!; at++) this.crowds.add(refs[at]! >>> 1);
    return this.crowds;
  }

  terms(index: number): Map<string, number> {
    const { terms, termStarts, termWeights } = this.parts;
    const from = termStarts[index]!;
    const own = listAt(terms, termStarts, index);
    return new Map(Array.from(own, (word, i) => [this.word(word), termWeights[from + i]! / 65_535]));
  }

  roleWords(index: number): Set<string> {
    return new Set(Array.from(listAt(this.parts.roles, this.parts.roleStarts, index), (at) => this.word(at)));
  }

  sample(index: number): Uint32Array {
    return listAt(this.parts.samples, this.parts.sampleStarts, index);
  }

  together(article: number): Uint32Array {
    return listAt(this.parts.together, this.parts.togetherStarts, article);
  }

  private word(id: number): string {
    const known = this.words.get(id);
    if (known !== undefined) return known;
    const word = textAt(this.parts.vocabulary, this.parts.wordStarts, id);
    this.words.set(id, word);
    return word;
  }
}
