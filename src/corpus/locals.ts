import type { Article, Entity, Kind, Reading } from '../extract/types';
import { cleanAlias, nameKey, parsePerson } from './forms';
import { TermSpace, type TermVector, termsOf } from './terms';

/** One article with its Reading: what `compile` starts from. */
export interface ReadArticle {
  article: Article;
  reading: Reading;
}

/** An entity of one article, or of a curated list (`article` −1), before anyone asks who it is in other articles. */
export interface LocalEntity {
  article: number;
  entity: Entity;
  kind: Kind;
  /** Its forms as the text has them, fit to be aliases, with how often each stands there. */
  forms: Map<string, number>;
  /** How often it is mentioned by name. */
  named: number;
  curated: boolean;
}

/** All entities of the articles that are named at least once, in the order of articles and salience. */
export function collectLocals(read: readonly ReadArticle[]): LocalEntity[] {
  return read.flatMap(({ reading }, article) => {
    const forms = new Map<string, Map<string, number>>();
    for (const { entity, form, surface } of reading.mentions) {
      const clean = entity !== null && form === 'name' ? cleanAlias(surface) : null;
      if (!clean) continue;
      const known = forms.get(entity!) ?? new Map<string, number>();
      forms.set(entity!, known.set(clean, (known.get(clean) ?? 0) + 1));
    }
    return reading.entities.map((entity): LocalEntity => {
      const own = forms.get(entity.id) ?? new Map<string, number>();
      const name = cleanAlias(entity.name);
      if (name && !own.has(name)) own.set(name, 1);
      const kept = new Map(
        [...own].filter(([form]) => entity.kind !== 'person' || belongs(form, entity.name)),
      );
      const named = [...kept.values()].reduce((a, b) => a + b, 0);
      return { article, entity, kind: entity.kind, forms: kept, named, curated: false };
    });
  });
}

/** Nobody is called by a figure; and a form of several words that shares none with the person's fullest name is another person's, joined by mistake. */
function belongs(form: string, name: string): boolean {
  if (/\d/.test(form)) return false;
  const words = parsePerson(form).words;
  if (words.length < 2) return true;
  const known = new Set(parsePerson(name).words);
  return words.some((word) => known.has(word)) || nameKey(form) === nameKey(name);
}

/** Subject of each article as a tf–idf vector, for "does the context agree". */
export function articleVectors(read: readonly ReadArticle[]): TermVector[] {
  const space = new TermSpace();
  const terms = read.map(({ article }) => termsOf(`${article.title ?? ''} ${article.text}`));
  for (const list of terms) space.add(list);
  return terms.map((list) => space.vector(list));
}
