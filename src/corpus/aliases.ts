import { toBase64 } from './base64';
import { ambiguityOf, cleanAlias, familyName } from './forms';
import type { GazetteerAlias } from './gazetteer';
import { buildGazetteer } from './trie';
import type { CorpusEntity } from './types';

/** What the forms of an entity hang on. */
export type Named = Pick<CorpusEntity, 'kind' | 'name' | 'aliases' | 'curated'>;

/** The gazetteer's image of a corpus's entities, base64. */
export const gazetteerOf = (entities: readonly CorpusEntity[]): string =>
  toBase64(buildGazetteer(aliasesOf(entities)).image);

/** The forms of an entity that a page may use, the family names of a person among them; true where one was derived, never seen. */
export function formsOf({ kind, name, aliases, curated }: Named): Map<string, boolean> {
  const forms = new Map<string, boolean>();
  for (const full of [name, ...aliases]) {
    const form = curated ? full.trim() : cleanAlias(full);
    if (form) forms.set(form, false);
    const family = kind === 'person' ? cleanAlias(familyName(full) ?? '') : null;
    if (family && !forms.has(family)) forms.set(family, true);
  }
  return forms;
}

/** The bearers of each form of entities that come in the order of their numbers, the most salient first; as a gazetteer has them. */
export class Bearers {
  private readonly byForm = new Map<string, number[]>();
  private readonly persons = new Set<string>();

  add(entity: number, named: Named): void {
    for (const [form, derived] of formsOf(named)) {
      const bearer = entity * 2 + Number(derived);
      const known = this.byForm.get(form);
      if (known) known.push(bearer);
      else this.byForm.set(form, [bearer]);
      if (named.kind === 'person') this.persons.add(form);
    }
  }

  /** Every form with how ambiguous it is. */
  *aliases(): Generator<GazetteerAlias> {
    for (const [surface, bearers] of this.byForm) yield aliasOf(surface, bearers, this.persons.has(surface));
  }
}

/** A form with how ambiguous its bearers make it; `person` tells whether one of them is a person. */
export const aliasOf = (surface: string, bearers: readonly number[], person: boolean): GazetteerAlias => ({
  surface,
  bearers,
  ambiguity: ambiguityOf(surface, person ? 'person' : 'other', bearers.length),
});

function aliasesOf(entities: readonly CorpusEntity[]): Iterable<GazetteerAlias> {
  const bearers = new Bearers();
  for (const [i, entity] of entities.entries()) bearers.add(i, entity);
  return bearers.aliases();
}
