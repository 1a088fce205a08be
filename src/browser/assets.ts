import { browser } from 'wxt/browser';
import type { Corpus } from '../corpus/types';
import { loadModel, type Model } from '../extract/model';
import { Failure } from './problem';

let model: Promise<Model> | null = null;

/** The model for reading articles, loaded only when one is to be read. */
export function readingModel(): Promise<Model> {
  model ??= bytesOf('reader.bin').then(loadModel);
  model.catch(() => {
    model = null;
  });
  return model;
}

/** The bundled corpus. It is not checked: the build wrote it, and nobody else can. */
export const bundledCorpus = async (): Promise<Corpus> => (await asset('corpus.json')).json();

/** A file of the extension itself. Rejects with a `Failure` that names it. */
export const bytesOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await asset(name)).arrayBuffer());

async function asset(name: string): Promise<Response> {
  const answer = await fetch(browser.runtime.getURL(`/${name}` as '/popup.html'));
  if (!answer.ok) throw new Failure('asset', [name], `${name} of the extension cannot be read`);
  return answer;
}
