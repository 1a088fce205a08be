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

let known: { generation: number; own: boolean; made: Promise<Knowledge> } | null = null;
let shipped: Promise<Spotter> | null = null;

/** The knowledge, loaded at the first call and whenever the library has changed since. Rejects if it cannot be read. */
export async function knowledge(): Promise<Knowledge> {
  const now = await standing();
  const own = now.joined;
  if (known?.generation !== now.generation || known.own !== own) {
    const loading = { generation: now.generation, own, made: load(now) };
    known = loading;
    loading.made.catch(() => {
      if (known === loading) known = null;
    });
  }
  return known.made;
}

async function load({ joined }: Standing): Promise<Knowledge> {
  shipped ??= bundledSpotter();
  shipped.catch(() => {
    shipped = null;
  });
  const [bundled, library] = await Promise.all([shipped, joined ? librarySpotter() : null]);
  return { spotter: library ?? bundled, bundled };
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
