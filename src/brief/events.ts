import type { EventMention } from '../extract/types';
import { gistOf, lineOf } from './lines';
import type { EventLine } from './types';
import { byDay, type CorpusView, type Leaf } from './view';

/** An event with the article that tells it. */
export interface ToldEvent {
  leaf: Leaf;
  event: EventMention;
}

/** The events that an entity has a part in, the newest first, each told once. */
export function eventsOf(entity: string, leaves: readonly Leaf[]): ToldEvent[] {
  const told = leaves.flatMap((leaf) =>
    leaf.reading.events
      .filter((event) => event.entities.includes(entity))
      .map((event): ToldEvent => ({ leaf, event })),
  );
  return once(told.sort((a, b) => byDay(b.event.date, a.event.date) || a.event.start - b.event.start));
}

/** Leaves out what an earlier one of the list tells in the same words. */
export function once(events: readonly ToldEvent[]): ToldEvent[] {
  const seen = new Set<string>();
  return events.filter(({ leaf, event }) => {
    const key = gistOf(leaf.article.text.slice(event.start, event.end));
    return !seen.has(key) && seen.add(key);
  });
}

/** The event's sentence as a line. */
export function eventLine(view: CorpusView, { leaf, event }: ToldEvent): EventLine {
  return { ...lineOf(view, leaf, event), date: event.date, precision: event.precision };
}
