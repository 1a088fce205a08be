import { done, inSlices, type Work } from '../../corpus/work';
import { ImageBuilder } from '../../link/base';
import { deltaImage, type LibraryChange } from '../../link/delta';
import { changeIn, folded, isLarge } from '../../link/fold';
import { Image } from '../../link/image';
import { Spotter } from '../../link/spotter';
import { type ImageRow, keepBase, keepDelta, readImages } from './images';
import { spottedChange } from './spotting-read';
import { rowsOfLibrary } from './spotting-rebuild';
import type { LogRow } from './spotting-rows';

/** What spots with the library. */
export interface LibrarySpotter {
  /** At once: as it stands; as it stood before much of it changed; or null where nothing is made yet. */
  now: Spotter | null;
  /** As it stands, when that is made; null where that is `now`. */
  later: Promise<Spotter> | null;
}

/** An image as it stands in memory, so that it need not be opened again. */
interface Opened {
  through: number;
  image: Image;
  /** What it was made of, where that is at hand. */
  change: LibraryChange | null;
}

/** An image, and perhaps another that lies over it. */
interface Layers {
  base: Opened;
  delta: Opened | null;
}

/** Layers of which the upper one is made just now, and what it is made of. */
interface Laid extends Layers {
  delta: Opened;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What has changed since the images were made. */
interface Late {
  entities: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  through: number;
}

/** How much is done at once. Tests make it small. */
export const AT_ONCE = {
  /** So many entities are brought up to date while whoever asks is waiting. */
  few: 400,
  /** With more than these, or than half of those that are there, everything is made anew. */
  many: 5_000,
};

const last: Record<'base' | 'delta', Opened | null> = { base: null, delta: null };
/** What takes long is done one after the other. */
let working: Promise<void> | null = null;

/**
 * Spots with the whole library. What is kept is opened; what has changed since is laid over it, in slices. Where much has
 * changed, as after an import, or nothing that is kept can be used, the former images answer until that is done. Rejects if
 * the library cannot be read.
 */
export async function librarySpotter(): Promise<LibrarySpotter> {
  const kept = await readKept();
  if (!kept) return { now: null, later: alone(upToDate) };
  const { layers, late, made } = kept;
  if (late.entities.size > AT_ONCE.few)
    return { now: made ? spotterOf(layers) : null, later: alone(upToDate) };
  if (late.through === 0) return { now: spotterOf(layers), later: null };
  const now = await overlaid(layers, late);
  if (!working) alone(() => keep(now)).catch(() => {});
  return { now: spotterOf(now), later: null };
}

/** To be awaited where nothing more is to be written. */
export async function settled(): Promise<void> {
  while (working) await working;
}

/** What is kept, opened; null where it cannot be used. */
async function readKept(): Promise<{ layers: Layers; late: Late; made: boolean } | null> {
  const kept = await readImages();
  if (!kept) return null;
  try {
    const base = await opened('base', kept.base);
    const delta = kept.delta && (await opened('delta', kept.delta));
    const layers = { base, delta };
    // throws where they do not belong together
    spotterOf(layers);
    return { layers, late: lateIn(kept.log), made: kept.base !== null || delta !== null };
  } catch {
    // an image is damaged
    return null;
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

const spotterOf = ({ base, delta }: Layers): Spotter => new Spotter(base.image, delta?.image);

const lateIn = (log: readonly LogRow[]): Late => ({
  entities: new Set(log.flatMap(({ entities }) => entities)),
  articles: new Set(log.flatMap(({ articles }) => articles)),
  through: log.at(-1)?.generation ?? 0,
});

/** The images with what has changed since: laid over them, or all anew. */
async function upToDate(): Promise<Spotter> {
  const kept = await readKept();
  if (!kept || isMost(kept.late, kept.layers.base.image)) return anew();
  if (kept.late.through === 0) return spotterOf(kept.layers);
  const now = await overlaid(kept.layers, kept.late);
  alone(() => keep(now)).catch(() => {});
  return spotterOf(now);
}

const isMost = ({ entities }: Late, { size }: Image): boolean =>
  entities.size > Math.min(AT_ONCE.many, AT_ONCE.few + size / 2);

async function anew(): Promise<Spotter> {
  const { builder, through } = await rowsOfLibrary();
  const image = await inTurns(builder.build(stampOf(through)));
  // without room for it, it is made anew at the next start
  await keepBase(through, image).catch(() => {});
  return new Spotter(image);
}

/** The layers with what has changed in the upper one. */
async function overlaid({ base, delta }: Layers, late: Late): Promise<Laid> {
  const before = delta ? (delta.change ?? changeIn(base.image, delta.image)) : NOTHING;
  const change = brought(before, await spottedChange(late.entities, late.articles));
  const bytes = await inTurns(deltaImage(base.image, change, stampOf(late.through)));
  return { base, delta: { through: late.through, image: new Image(bytes), change }, bytes };
}

/** Keeps the upper layer, and makes the two one for the next time where it has grown large. */
async function keep({ base, delta, bytes }: Laid): Promise<void> {
  const { through, image } = delta;
  if (await keepDelta(base.through, through, bytes)) last.delta = delta;
  if (isLarge(base.image, image))
    await keepBase(through, await inTurns(folded(base.image, image, stampOf(through))));
}

/** Does what takes long when all that was begun before is done. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const done = (working ?? Promise.resolve()).then(work);
  // there may be no room for it; what was kept before still is
  const ended = done.then(
    () => {},
    () => {},
  );
  working = ended;
  void ended.then(() => {
    if (working === ended) working = null;
  });
  return done;
}

const NOTHING: LibraryChange = { entities: new Map(), articles: new Map() };

/** A change with what came later. */
const brought = (before: LibraryChange, later: LibraryChange): LibraryChange => ({
  entities: new Map([...before.entities, ...later.entities]),
  articles: new Map([...before.articles, ...later.articles]),
});

/** What an image tells that it was made of: images that lie over it know it by that. */
const stampOf = (through: number): string => String(through);

/** Lets others come between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const inTurns = <T>(work: Work<T>): Promise<T> => inSlices(work, pause);
