import { readFileSync } from 'node:fs';
import { loadModel, type Model } from '../extract/model';
import { readArticle } from '../extract/read';
import type { Article, Reading } from '../extract/types';

/** Where the reading model is. */
export const MODEL = new URL('../extract/model/reader.bin', import.meta.url);

let model: Model | undefined;

/** Reads an article with the model of the project, loaded at the first call. */
export function read(article: Article): Reading {
  model ??= loadModel(readFileSync(MODEL));
  return readArticle(article, model);
}
