import { changing, reading, stateOf } from './database';

/** The image that spotting begins with, and the library that it was made of. */
interface ImageRow {
  /** The library's generation. */
  generation: number;
  /** The bundled corpus and the version of the extension. */
  of: string;
  /** As a blob, which is read several times as fast as a buffer. */
  image: Blob;
}

const KEY = 'all';

/** The image that was made of the library as it stands; null if there is none. */
export async function readImage(of: string, generation: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await reading(['images'], (turn) => turn.objectStore('images').get(KEY));
  const known = row as ImageRow | undefined;
  if (known?.of !== of || known.generation !== generation) return null;
  return new Uint8Array(await known.image.arrayBuffer());
}

/** Keeps an image, unless the library has changed meanwhile. */
export async function keepImage(
  of: string,
  generation: number,
  image: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const row: ImageRow = { generation, of, image: new Blob([image]) };
  await changing(async (turn) => {
    if ((await stateOf(turn)).generation === generation) await turn.objectStore('images').put(row, KEY);
  });
}
