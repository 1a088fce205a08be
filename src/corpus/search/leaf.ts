import { type Article, type Form, KINDS, type Reading } from '../../extract/types';

/**
 * What a search shows of an article is made from: its sentences, who is named where, and the roles told of them. Packed into
 * a string, it is read many times as fast as the Reading.
 */

const FORMS: readonly Form[] = ['name', 'nominal', 'pronoun'];

interface Packed {
  /** Begin and end of each. */
  sentences: number[];
  entities: [id: string, kind: number, name: string, ...aliases: string[]][];
  /** Begin, end, form and entity of each that is somebody's. */
  mentions: number[];
  roles: [start: number, end: number, entity: number, asOf: string | null][];
}

/** Packs what search needs of a Reading. */
export function packLeaf({ sentences, entities, mentions, roles }: Reading): string {
  const places = new Map(entities.map(({ id }, i) => [id, i]));
  const packed: Packed = {
    sentences: sentences.flatMap(({ start, end }) => [start, end]),
    entities: entities.map(({ id, kind, name, aliases }) => [id, KINDS.indexOf(kind), name, ...aliases]),
    mentions: mentions.flatMap(({ start, end, form, entity }) => {
      const place = entity === null ? undefined : places.get(entity);
      return place === undefined ? [] : [start, end, FORMS.indexOf(form), place];
    }),
    roles: roles.flatMap(({ start, end, entity, asOf }) => {
      const place = places.get(entity);
      return place === undefined ? [] : [[start, end, place, asOf] satisfies Packed['roles'][0]];
    }),
  };
  return JSON.stringify(packed);
}

/** As much of an article's Reading as was packed; the rest of it is empty. Throws if it was not packed so. */
export function openLeaf(packed: string, { id, text, published }: Article): Reading {
  const { sentences, entities, mentions, roles } = JSON.parse(packed) as Packed;
  const named = entities.map(([own, kind, name, ...aliases]) => ({
    id: own,
    kind: KINDS[kind]!,
    name,
    aliases,
  }));
  return {
    id,
    published,
    sentences: Array.from({ length: sentences.length / 2 }, (_, i) => ({
      start: sentences[2 * i]!,
      end: sentences[2 * i + 1]!,
    })),
    entities: named,
    mentions: Array.from({ length: mentions.length / 4 }, (_, i) => {
      const [start, end, form, place] = mentions.slice(4 * i, 4 * i + 4) as [number, number, number, number];
      const { id: entity, kind } = named[place]!;
      return { start, end, surface: text.slice(start, end), form: FORMS[form]!, kind, entity };
    }),
    roles: roles.map(([start, end, place, asOf]) => ({
      start,
      end,
      entity: named[place]!.id,
      text: text.slice(start, end),
      asOf,
    })),
    quotes: [],
    dates: [],
    events: [],
    figures: [],
    summary: [],
  };
}
