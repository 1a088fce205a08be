import type { Corpus, CorpusEntity } from '../corpus/types';
import { aroundOf } from './around';
import { companyOf } from './company';
import { eventLine, eventsOf } from './events';
import { sourceOf } from './lines';
import { quoteLine, quotesOf } from './quotes';
import { reminderOf } from './reminder';
import { rolesOf } from './roles';
import { topicsOf } from './topics';
import type { Dossier, FullDossier } from './types';
import { viewOf } from './view';

/** Articles that are looked at where only the head of each list is asked for. */
const RECENT = 120;

/**
 * Everything that a corpus tells of one entity, each line with its passage. Null if the corpus has no such entity.
 * An entity that only a curated list names has a dossier with empty lists. With `limit` each list of lines holds at
 * most that many, and only the newest articles that name the entity are looked at (`RECENT`): a card shows the head of
 * each list at once, however many thousand articles there are.
 */
export function buildDossier(
  corpus: Corpus,
  entityId: string,
  { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
): Dossier | null {
  const view = viewOf(corpus);
  const entity = view.entities.get(entityId);
  if (!entity) return null;
  const every = view.leavesOf.get(entityId) ?? [];
  const leaves = limit === Number.POSITIVE_INFINITY ? every : every.slice(0, RECENT);
  const quotes = quotesOf(entityId, leaves);
  // A sentence that is shown among what they said is not told a second time as an event.
  const said = new Set(quotes.map(({ leaf, shown }) => `${leaf.article.id}:${shown.start}:${shown.end}`));
  const events = eventsOf(entityId, leaves).filter(
    ({ leaf, event }) => !said.has(`${leaf.article.id}:${event.start}:${event.end}`),
  );
  return {
    entity: entity.id,
    kind: entity.kind,
    name: entity.name,
    nativeName: nativeNameOf(entity),
    aliases: entity.aliases,
    wikidata: entity.wikidata ?? null,
    roles: rolesOf(view, entityId, leaves).slice(0, limit),
    reminder: reminderOf(view, entity, leaves),
    events: events.slice(0, limit).map((event) => eventLine(view, event)),
    quotes: quotes.slice(0, limit).map((quote) => quoteLine(view, quote)),
    around: aroundOf(view, entityId, leaves).slice(0, limit),
    sources: leaves.slice(0, limit).map(sourceOf),
    covers: corpus.covers,
    ...(corpus.inAll && view.inAll(entityId).naming > every.length
      ? { newestOf: view.inAll(entityId).naming }
      : {}),
  };
}

/** Everything that the dossier page shows of one entity at once. Null if the corpus has no such entity. */
export function buildFullDossier(corpus: Corpus, entityId: string): FullDossier | null {
  const dossier = buildDossier(corpus, entityId);
  if (!dossier) return null;
  const view = viewOf(corpus);
  return {
    ...dossier,
    company: companyOf(view, dossier.around),
    // the same list as the dossier's, so that a topic's numbers are places in it
    topics: topicsOf(view, entityId, quotesOf(entityId, view.leavesOf.get(entityId) ?? [])),
  };
}

/**
 * The name in its own script: the longest alias of a curated list with letters beyond Latin. Katakana alone is how
 * Japanese writes a foreign name, so it is nobody's own script here.
 */
function nativeNameOf({ curated, name, aliases }: CorpusEntity): string | null {
  if (!curated || !/^\p{Script=Latin}/u.test(name)) return null;
  const own = aliases.filter(
    (alias) =>
      /(?![\p{Script=Latin}\p{Script=Katakana}])\p{L}/u.test(alias.replace(/[ー・=＝]/g, '')) &&
      !/\p{Script=Latin}/u.test(alias),
  );
  return own.sort((a, b) => b.length - a.length)[0] ?? null;
}
