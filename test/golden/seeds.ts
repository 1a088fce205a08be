import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article, Reading } from '../../src/extract/types';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const SEEDS = ['000_c0956a0b2cbd6477', '002_4e3e1f84a0349307'] as const;

export interface Read {
  article: Article;
  reading: Reading;
}

/** A seed as the build reads it: its text, and what the sidecar knows of it. */
export function readSeed(id: (typeof SEEDS)[number]): Read {
  const { publisher, published } = JSON.parse(readFileSync(at(`seeds/${id}.json`), 'utf8'));
  const text = readFileSync(at(`seeds/${id}.txt`), 'utf8');
  const article: Article = { id, text, publisher, published, origin: 'bundled' };
  return {
    article,
    reading: readArticle(article, loadModel(readFileSync(at('src/extract/model/reader.bin')))),
  };
}

export const goldenOf = (id: string): string => at(`test/golden/${id}.golden.json`);
