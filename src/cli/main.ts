import { readFileSync } from 'node:fs';
import { loadModel } from '../extract/model';
import { readArticle } from '../extract/read';

const model = loadModel(readFileSync(new URL('../extract/model/reader.bin', import.meta.url)));

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (!line.trim()) continue;
  const given = JSON.parse(line);
  const published = given.published
    ? ({ date: given.published, basis: 'stated' } as const)
    : ({ date: null, basis: 'none' } as const);
  process.stdout.write(
    `${JSON.stringify(readArticle({ ...given, published, origin: 'imported' }, model))}\n`,
  );
}
