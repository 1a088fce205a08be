import { compile } from '../../src/corpus/compile';
import type { CuratedEntity } from '../../src/corpus/types';
import { Spotter } from '../../src/link/spotter';

/** A spotter of a list of entities, in a corpus of no articles. */
export const spotterOf = (...entities: readonly CuratedEntity[]): Spotter =>
  new Spotter(compile([], entities));

export const person = (name: string, ...aliases: string[]): CuratedEntity => entry('person', name, aliases);
export const place = (name: string, ...aliases: string[]): CuratedEntity => entry('place', name, aliases);
export const organisation = (name: string, ...aliases: string[]): CuratedEntity =>
  entry('organisation', name, aliases);

const entry = (kind: CuratedEntity['kind'], name: string, aliases: string[]): CuratedEntity => ({
  id: name,
  kind,
  name,
  aliases,
});

/** What is marked in a text, as "surface → entity", or the surface alone where it is the entity's name. */
export const marksIn = (spotter: Spotter, text: string): string[] =>
  spotter
    .spot(text)
    .filter(({ marked }) => marked)
    .map(({ surface, entity }) => (surface === entity ? surface : `${surface} → ${entity}`));
