import type { Article, Day } from '../extract/types';
import { once, type ToldEvent } from './events';
import { gistOf } from './lines';
import { byDay, type CorpusView } from './view';

/** Events looked at for each entity, its newest: a name of the front pages has thousands. */
const EACH = 400;

/**
 * What happened with the entities of a page, oldest first, at most `limit` events. `weights` says how much the page is
 * about each entity. An event counts for every one of them that has a part in it, an entity that the corpus is full of
 * for less than one it seldom names, and for more the nearer it lies to `around` (the page's day) in time. What several
 * articles tell of one event is told once. `itself` says which article is the page's own: that is no story so far.
 */
export function storyOf(
  view: CorpusView,
  weights: ReadonlyMap<string, number>,
  around: Day | null,
  limit: number,
  itself: (article: Article) => boolean = () => false,
): ToldEvent[] {
  const scored = new Map<string, { told: ToldEvent; score: number }>();
  for (const [entity, weight] of weights) {
    const leaves = view.leavesOf.get(entity) ?? [];
    const { articles, naming } = view.inAll(entity);
    const rarity = Math.log(2 + articles) / Math.log(2 + naming);
    let seen = 0;
    for (const leaf of leaves) {
      if (seen >= EACH) break;
      if (itself(leaf.article)) continue;
      for (const event of leaf.reading.events) {
        if (!event.entities.includes(entity)) continue;
        seen++;
        const key = `${leaf.article.id}:${event.start}`;
        const known = scored.get(key);
        if (known) known.score += weight * rarity;
        else scored.set(key, { told: { leaf, event }, score: weight * rarity });
      }
    }
  }
  const reference = around ?? view.corpus.covers.to;
  for (const entry of scored.values()) {
    if (reference) entry.score *= 1 / (1 + daysBetween(reference, entry.told.event.date) / 60);
    if (entry.told.leaf.reading.summary.some((s) => s.start === entry.told.event.start)) entry.score *= 1.25;
  }
  const best = [...scored.values()].sort((a, b) => b.score - a.score).map(({ told }) => told);
  return distinct(once(best.slice(0, limit * 6)))
    .slice(0, limit)
    .sort((a, b) => byDay(a.event.date, b.event.date));
}

/** Leaves out an event of the same day that an earlier one of the list tells in much the same words (Jaccard ≥ 0.5). */
function distinct(events: readonly ToldEvent[]): ToldEvent[] {
  const kept: { told: ToldEvent; words: Set<string> }[] = [];
  for (const told of events) {
    const { leaf, event } = told;
    const words = new Set(gistOf(leaf.article.text.slice(event.start, event.end)).split(' '));
    const twin = kept.some(
      (other) => other.told.event.date === event.date && jaccard(other.words, words) >= 0.5,
    );
    if (!twin) kept.push({ told, words });
  }
  return kept.map(({ told }) => told);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both || 1);
}

function daysBetween(a: Day, b: Day): number {
  const distance = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
  return Number.isFinite(distance) ? distance : 3650;
}
