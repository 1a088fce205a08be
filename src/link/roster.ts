import { cosine, FIXED } from '../corpus/terms';
import type { Kind } from '../extract/types';
import { type Image, NONE } from './image';
import type { Overlay } from './matcher';
import { namesOf, type Profile } from './profile';
import type { KnownEntity } from './rows';

/** Countries and peoples are on any page of news, whatever its story. */
const TELLING: Readonly<Record<Kind, number>> = { person: 1, organisation: 0.7, place: 0.3, other: 0.3 };

/**
 * The entities of an image, or of two of which one lies over the other, by their numbers; those of the upper image count
 * on from those of the lower. Each is read when first asked for.
 */
export class Roster {
  private readonly entities = new Map<number, KnownEntity>();
  private readonly profiles = new Map<number, Profile>();
  /** By number, entities of the lower image that are no more, or stand in the upper one: where. */
  private readonly moved: ReadonlyMap<number, number>;
  private readonly movedArticles: ReadonlyMap<number, number>;

  /** Throws where the upper image was made over another than the lower. */
  constructor(
    private readonly base: Image,
    private readonly delta: Image | null = null,
  ) {
    if (delta && delta.about.over !== base.about.of)
      throw new Error(`spotting image: made over "${delta.about.over}", not over "${base.about.of}"`);
    this.moved = pairsOf(delta?.parts.moved);
    this.movedArticles = pairsOf(delta?.parts.movedArticles);
  }

  entity(number: number): KnownEntity {
    let entity = this.entities.get(number);
    if (!entity) {
      const { image, index } = this.place(number);
      entity = image.entity(index);
      this.entities.set(number, entity);
    }
    return entity;
  }

  profile(number: number): Profile {
    let profile = this.profiles.get(number);
    if (!profile) {
      const { image, index } = this.place(number);
      profile = {
        terms: image.terms(index),
        neighbours: this.neighbours(number),
        roleWords: image.roleWords(index),
        ...namesOf(this.entity(number)),
      };
      this.profiles.set(number, profile);
    }
    return profile;
  }

  /** Cosine of a page's words with what the library says around the entity, 0..1. */
  nearness(number: number, terms: readonly string[]): number {
    return cosine(this.profile(number).terms, FIXED.vector(terms));
  }

  /** Entities of the same articles, with how much each tells: much if it is in few, and little if it is a place. */
  private neighbours(number: number): Map<number, number> {
    const neighbours = new Map<number, number>();
    const { image, index } = this.place(number);
    for (const article of image.sample(index))
      for (const other of this.together(article))
        if (other !== number && !neighbours.has(other)) neighbours.set(other, this.tellingness(other));
    return neighbours;
  }

  private *together(article: number): Generator<number> {
    const now = this.movedArticles.get(article) ?? article;
    if (now === NONE) return;
    const above = now - this.base.articles;
    for (const entity of above < 0 ? this.base.together(now) : this.delta!.together(above))
      if (this.moved.get(entity) !== NONE) yield entity;
  }

  private tellingness(number: number): number {
    const { image, index } = this.place(number);
    return TELLING[image.kindOf(index)] / (1 + Math.log2(image.parts.articles[index]!));
  }

  private place(number: number): { image: Image; index: number } {
    const above = number < this.base.size ? this.moved.get(number) : number - this.base.size;
    return above === undefined ? { image: this.base, index: number } : { image: this.delta!, index: above };
  }
}

function pairsOf(list: Uint32Array | undefined): Map<number, number> {
  const pairs = new Map<number, number>();
  for (let i = 0; list && i < list.length; i += 2) pairs.set(list[i]!, list[i + 1]!);
  return pairs;
}

/** How an image's gazetteer lies over that of the image below. */
export function overlayOf(base: Image, delta: Image): Overlay {
  const hidden = new Uint32Array(Math.ceil(base.gazetteer.derived.length / 32));
  for (const alias of delta.parts.hidden) hidden[alias >>> 5]! |= 1 << (alias & 31);
  return { gazetteer: delta.gazetteer, hidden };
}
