import { done, inSlices, type Work } from '../../corpus/work';
import { ImageBuilder } from '../../link/base';
import { deltaImage, type LibraryChange } from '../../link/delta';
import { changeIn, folded, isLarge } from '../../link/fold';
import { Image } from '../../link/image';
import { Spotter } from '../../link/spotter';
import { type ImageRow, keepBase, keepDelta, readImages } from './images';
import { rowsOfLibrary } from './spotting-rebuild';
import type { LogRow } from './spotting-rows';

/** An image as it stands in memory, so that it need not be opened again. */
interface Opened {
  through: number;
  image: Image;
  /** What it was made of, where that is at hand. */
  change: LibraryChange | null;
}

const last: Record<'base' | 'delta', Opened | null> = { base: null, delta: null };
/** While two images are made one, no other is kept: it would have to lie over the new one. */
let folding: Promise<void> | null = null;

/**
 * Spots with the whole library as it stands. What is kept is opened; what has changed since is laid over it, in slices.
 * Where nothing that is kept can be used, all is made anew from the library's tables. Rejects if those cannot be read.
 */
export async function librarySpotter(): Promise<Spotter> {
  const kept = await readImages();
  try {
    if (kept) return await layered(kept.base, kept.delta, kept.log);
  } catch {
    // an image is damaged
  }
  const { builder, through } = await rowsOfLibrary();
  const image = await inTurns(builder.build(stampOf(through)));
  // without room for it, it is made anew at the next start
  await keepBase(through, image).catch(() => {});
  return new Spotter(image);
}

/** To be awaited where nothing more is to be written. */
export const settled = async (): Promise<void> => {
  await folding;
};

async function layered(
  baseRow: ImageRow | null,
  deltaRow: ImageRow | null,
  log: readonly LogRow[],
): Promise<Spotter> {
  const base = await opened('base', baseRow);
  const delta = deltaRow && (await opened('delta', deltaRow));
  if (log.length === 0) return new Spotter(base.image, delta?.image);
  const before = delta ? (delta.change ?? changeIn(base.image, delta.image)) : NOTHING;
  const change = brought(before, log);
  const through = log.at(-1)!.generation;
  const bytes = await inTurns(deltaImage(base.image, change, stampOf(through)));
  const image = new Image(bytes);
  if (!folding) {
    last.delta = { through, image, change };
    await keepDelta(base.through, through, bytes).catch(() => {});
    if (isLarge(base.image, image)) {
      folding = fold(base.image, image, through).finally(() => {
        folding = null;
      });
    }
  }
  return new Spotter(base.image, image);
}

/** Makes two images one for the next time. If that is cut off, both are still kept. */
async function fold(base: Image, delta: Image, through: number): Promise<void> {
  try {
    await keepBase(through, await inTurns(folded(base, delta, stampOf(through))));
  } catch {
    // there is no room for it now
  }
}

async function opened(which: 'base' | 'delta', row: ImageRow | null): Promise<Opened> {
  const known = last[which];
  if (known && known.through === (row?.through ?? 0)) return known;
  const bytes = row
    ? new Uint8Array(await row.image.arrayBuffer())
    : done(new ImageBuilder().build(stampOf(0)));
  const made: Opened = { through: row?.through ?? 0, image: new Image(bytes), change: null };
  last[which] = made;
  return made;
}

const NOTHING: LibraryChange = { entities: new Map(), articles: new Map() };

/** A change with what came later. */
function brought({ entities, articles }: LibraryChange, log: readonly LogRow[]): LibraryChange {
  const change = { entities: new Map(entities), articles: new Map(articles) };
  for (const row of log) {
    for (const [id, entity] of row.entities) change.entities.set(id, entity);
    for (const [id, article] of row.articles) change.articles.set(id, article);
  }
  return change;
}

/** What an image tells that it was made of: images that lie over it know it by that. */
const stampOf = (through: number): string => String(through);

/** Lets others come between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const inTurns = <T>(work: Work<T>): Promise<T> => inSlices(work, pause);
