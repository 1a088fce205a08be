import type { Entity, Kind, Reading } from '../../extract/types';
import type { Span } from '../../text/span';
import { cleanAlias, nameKey, parsePerson } from '../forms';
import { FIXED, termsOf } from '../terms';
import type { ReadArticle } from '../types';
import { subjectOf } from './subject';
import type { ContributedEntity, Contribution } from './types';

/** Terms that are kept of what stands around an entity. */
const LOCAL_TERMS = 48;
/** Passages around an entity that are looked at. */
const PASSAGES = 12;

/** What an article brings to the joining, from it and its Reading alone. */
export const contributionOf = ({ article, reading }: ReadArticle): Contribution => ({
  articleId: article.id,
  date: article.published.date,
  subject: subjectOf(`${article.title ?? ''} ${article.text}`),
  locals: localsOf({ article, reading }),
});

/**
 * The entities of an article. Those that are never named are left out: nobody can know who they are ("Nov.", taken for a
 * name by mistake).
 */
export function localsOf({ article, reading }: ReadArticle): ContributedEntity[] {
  const forms = formsIn(reading);
  const locals: ContributedEntity[] = [];
  const passages = passagesOf(reading);
  reading.entities.forEach((entity, rank) => {
    const own = [...fitForms(forms.get(entity.id), entity)];
    if (own.length === 0) return;
    locals.push({
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      forms: own,
      named: own.reduce((sum, [, count]) => sum + count, 0),
      rank,
      terms: termsAround(article.text, entity, passages.get(entity.id) ?? []),
      roleWords: roleWordsOf(reading, entity.id),
    });
  });
  return locals;
}

/** By entity, its names as the text has them, made fit to be aliases, with how often each is there. */
function formsIn({ mentions }: Reading): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>();
  for (const { entity, form, surface } of mentions) {
    const clean = entity !== null && form === 'name' ? cleanAlias(surface) : null;
    if (!clean) continue;
    const known = forms.get(entity!) ?? new Map<string, number>();
    forms.set(entity!, known.set(clean, (known.get(clean) ?? 0) + 1));
  }
  return forms;
}

function fitForms(
  found: ReadonlyMap<string, number> | undefined,
  { kind, name }: Entity,
): Map<string, number> {
  const own = new Map(found);
  const clean = cleanAlias(name);
  if (clean && !own.has(clean)) own.set(clean, 1);
  return new Map([...own].filter(([form]) => belongs(form, name, kind)));
}

/** Nobody is called by a figure; and a form of several words that shares none with the person's fullest name is another person's, joined by mistake. */
function belongs(form: string, name: string, kind: Kind): boolean {
  if (kind !== 'person') return true;
  if (/\d/.test(form)) return false;
  const words = parsePerson(form).words;
  if (words.length < 2) return true;
  const known = new Set(parsePerson(name).words);
  return words.some((word) => known.has(word)) || nameKey(form) === nameKey(name);
}

/** By entity, the first sentences that mention it. */
function passagesOf({ sentences, mentions }: Reading): Map<string, Set<Span>> {
  const found = new Map<string, Set<Span>>();
  let at = 0;
  for (const { start, end, entity } of mentions) {
    while (at < sentences.length && sentences[at]!.end < end) at++;
    const sentence = sentences[at];
    if (entity === null || !sentence || sentence.start > start) continue;
    const known = found.get(entity) ?? new Set();
    if (known.size < PASSAGES) known.add(sentence);
    found.set(entity, known);
  }
  return found;
}

/** Its own names are what was found, not what speaks for it. */
function termsAround(
  text: string,
  { name, aliases }: Entity,
  passages: Iterable<Span>,
): [term: string, count: number][] {
  const own = new Set(termsOf([name, ...aliases].join(' ')));
  const counts = new Map<string, number>();
  for (const { start, end } of passages)
    for (const term of termsOf(text.slice(start, end)))
      if (!own.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weight = ([term, count]: [string, number]) => (1 + Math.log(count)) * FIXED.idf(term);
  return [...counts].sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1)).slice(0, LOCAL_TERMS);
}

function roleWordsOf(reading: Reading, entity: string): string[] {
  const words = new Set<string>();
  for (const role of reading.roles)
    if (role.entity === entity) for (const t of termsOf(role.text)) words.add(t);
  return [...words];
}
