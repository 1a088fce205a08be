import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import { bundled } from './bundle';
import { median, type Row, row } from './table';
import { generatedTexts, seedTexts } from './text';

const MODEL = new URL('../../src/extract/model/reader.bin', import.meta.url);
const ROUNDS = 5;

/** KB of text read in a second on one core, everything on, once the code is warm. */
function speed(texts: string[]): number {
  const model = loadModel(readFileSync(MODEL));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const seconds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    texts.forEach((text, i) => {
      const article: Article = {
        id: String(i),
        text,
        published: { date: '2025-04-22', basis: 'stated' },
        origin: 'imported',
      };
      readArticle(article, model);
    });
    // the first round warms the code up
    if (round > 0) seconds.push((performance.now() - begun) / 1000);
  }
  return bytes / 1000 / median(seconds);
}

/** How fast and how large reading is. */
export async function reading(): Promise<Row[]> {
  const seeds = Array.from({ length: 40 }, seedTexts).flat();
  const code = gzipSync(await bundled('../../src/extract/read.ts')).length;
  const model = gzipSync(readFileSync(MODEL)).length;
  return [
    row('reading, both seeds over and over', speed(seeds), 'KB/s', 300, '≥'),
    row('reading, generated articles', speed(generatedTexts(400_000)), 'KB/s', 300, '≥'),
    row('what ships for reading, gzip: model', model / 1000, 'kB', null),
    row('what ships for reading, gzip: code', code / 1000, 'kB', null),
    row('what ships for reading, gzip: together', (model + code) / 1000, 'kB', 500),
  ];
}
