import { wordKey } from './lone';
import { shortForms } from './names';
import { bearingOf, type Rules } from './rules';
import { type Facts, foundUnder, seeksOf, seeksOfWord } from './sieves';
import type { RowKey } from './tables';
import type { ContributedEntity, Contribution } from './types';

/**
 * Rows that joining these articles is sure, or likely, to ask for one after the other: loaded together beforehand they cost
 * a store one round and not ten. What is missing here is loaded when it is needed.
 */
export function* likelyRows(contributions: readonly Contribution[], rules: Rules): Generator<RowKey> {
  for (const { locals } of contributions)
    for (const local of locals) {
      const { primary, names, taken, word } = bearingOf(local, rules);
      for (const name of [primary, taken, ...names.keys()])
        if (name) for (const table of ['n', 'g', 'c'] as const) yield [table, name];
      for (const key of keysOf(local, names)) yield ['k', key];
      if (primary !== null) continue;
      yield ['w', wordKey({ local, word })];
      if (word) for (const { key } of seeksOfWord(local, word)) yield ['k', key];
    }
}

/** The keys under which the names of a local entity are found, and those that they look for. */
function* keysOf(local: ContributedEntity, names: ReturnType<typeof bearingOf>['names']): Generator<string> {
  for (const [name, { person, body, acronym, initials }] of names) {
    const facts: Facts = { name, person, other: !person, body, acronym, initials, shorts: shortForms(local) };
    yield* foundUnder(facts);
    for (const { key } of seeksOf(facts)) yield key;
  }
}
