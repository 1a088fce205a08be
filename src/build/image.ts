import { readFileSync, writeFileSync } from 'node:fs';
import { parseCorpus } from '../corpus/pack';
import { spottingImage } from '../link/base';
import { hashWord } from '../text/hash';

/** `image.ts CORPUS.json IMAGE`: writes the image that the background spots with, which names the corpus by a hash. */
const [from, to] = process.argv.slice(2) as [string, string];
const json = readFileSync(from, 'utf8');
writeFileSync(to, spottingImage(parseCorpus(json), hashWord(json).toString(36)));
