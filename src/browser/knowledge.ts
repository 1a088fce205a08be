import { spottingImage } from '../link/base';
import { Spotter } from '../link/spotter';
import { bundledCorpus, bytesOf } from './assets';
import { librarySpotter } from './library/spotting';
import { type Standing, standing } from './library/state';

/** What spotting begins with, of the library as it stood at one moment. */
export interface Knowledge {
  /** Of the bundled corpus and the reader's library as one. */
  spotter: Spotter;
  /** Of the bundled corpus alone; the same object as `spotter` where the library is empty. */
  bundled: Spotter;
}

/** Who is to be told when what was known late is made. */
let tell: () => void = () => {};

/** Has somebody told whenever more is known than `knowledge` gave, as some time after an import. */
export function whenMoreIsKnown(told: () => void): void {
  tell = told;
}

interface Loading {
  generation: number;
  own: boolean;
  made: Promise<Knowledge>;
}

let known: Loading | null = null;
let shipped: Promise<Spotter> | null = null;

/**
 * The knowledge, loaded at the first call and whenever the library has changed since. Where much has changed it is that of
 * before, until more is known. Rejects if it cannot be read.
 */
export async function knowledge(): Promise<Knowledge> {
  const now = await standing();
  const own = now.joined;
  if (known?.generation !== now.generation || known.own !== own) {
    const loading: Loading = {
      generation: now.generation,
      own,
      made: load(now, (later) => more(loading, later)),
    };
    known = loading;
    loading.made.catch(() => {
      if (known === loading) known = null;
    });
  }
  return known.made;
}

async function load({ joined }: Standing, more: (later: Promise<Knowledge>) => void): Promise<Knowledge> {
  shipped ??= bundledSpotter();
  shipped.catch(() => {
    shipped = null;
  });
  const [bundled, library] = await Promise.all([shipped, joined ? librarySpotter() : null]);
  if (library?.later) more(library.later.then((spotter) => ({ spotter, bundled })));
  return { spotter: library?.now ?? bundled, bundled };
}

/** Puts what is made later in the place of what answers meanwhile. */
async function more(loading: Loading, later: Promise<Knowledge>): Promise<void> {
  try {
    await later;
    loading.made = later;
    tell();
  } catch {
    // whoever asks next tries again
    if (known === loading) known = null;
  }
}

/** An image that cannot be read is made anew from what it was made of. */
async function bundledSpotter(): Promise<Spotter> {
  return spotterOver(await bytesOf('spotting.bin')) ?? new Spotter(spottingImage(await bundledCorpus()));
}

function spotterOver(image: Uint8Array): Spotter | null {
  try {
    return new Spotter(image);
  } catch {
    return null;
  }
}
