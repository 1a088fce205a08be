import { senseInCrowd } from './evidence';
import type { PageEvidence, Weighed } from './page-evidence';
import type { SpottedMention } from './types';

/** A candidate on the page. */
export interface Held extends Weighed {
  chunk: number;
  /** What it was linked to last. */
  mention: SpottedMention | null;
}

/** A page's candidates by what the evidence for them hangs on. */
export class HeldIndex {
  private readonly byKey = new Map<string, Set<Held>>();
  private readonly byEntity = new Map<number, Set<Held>>();
  /** Forms with too many bearers to weigh each. */
  private readonly crowded = new Set<string>();

  add(held: Held): void {
    const { key, senses, crowd } = held.candidate;
    into(this.byKey, key, held);
    for (const { entity } of senses) into(this.byEntity, entity, held);
    if (crowd.length > 0) this.crowded.add(key);
  }

  remove(held: Held): void {
    const { key, senses } = held.candidate;
    outOf(this.byKey, key, held);
    for (const { entity } of senses) outOf(this.byEntity, entity, held);
    if (!this.byKey.has(key)) this.crowded.delete(key);
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  ofKey(key: string): Iterable<Held> {
    return this.byKey.get(key) ?? [];
  }

  /** The candidates that may mean an entity. */
  *ofEntity(entity: number): Iterable<Held> {
    yield* this.byEntity.get(entity) ?? [];
    for (const key of this.crowded)
      for (const held of this.ofKey(key)) if (senseInCrowd(held.candidate.crowd, entity)) yield held;
  }

  /** The candidates for which evidence of names, titles and offices has changed. */
  touchedBy({ fullNames, likeNames, rivals, introduced }: PageEvidence): Set<Held> {
    const touched = new Set<Held>();
    for (const names of [fullNames, likeNames]) {
      for (const entity of names.changed) for (const held of this.ofEntity(entity)) touched.add(held);
      // where a name stands matters only beside another bearer's
      if (rivals.size > 0)
        for (const entity of names.moved)
          for (const held of this.ofEntity(entity)) if (rivals.has(held.candidate.key)) touched.add(held);
    }
    for (const keys of [rivals.changed, rivals.moved, introduced.changed])
      for (const key of keys) for (const held of this.ofKey(key)) touched.add(held);
    return touched;
  }
}

function into<K, V>(index: Map<K, Set<V>>, key: K, value: V): void {
  const known = index.get(key);
  if (known) known.add(value);
  else index.set(key, new Set([value]));
}

function outOf<K, V>(index: Map<K, Set<V>>, key: K, value: V): void {
  const known = index.get(key);
  known?.delete(value);
  if (known?.size === 0) index.delete(key);
}
