import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { lexiconOf, packModel } from '../extract/model';
import { chainsOf, SETTINGS, train } from './crf';
import { crossValidate } from './cross-validate';
import { exampleOf, loadSet, TRAINING_SETS } from './data';
import { buildLexicon } from './lexicon';

// npm run train [-- --data DIR] [--folds N]: rebuilds src/extract/model/reader.bin, or cross-validates and writes nothing
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const data = option('data') ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

try {
  const source = buildLexicon();
  const lexicon = lexiconOf(source);
  const examples = TRAINING_SETS.flatMap((set) => loadSet(data, set).map((one) => exampleOf(set, one)));
  const folds = option('folds');
  if (folds) {
    await crossValidate(examples, source, Number(folds), data);
  } else {
    const tagger = train(
      examples.flatMap((example) => chainsOf(example, lexicon)),
      SETTINGS,
    );
    const bytes = packModel({ ...source, tagger });
    writeFileSync(new URL('../extract/model/reader.bin', import.meta.url), bytes);
    console.log(
      `reader.bin: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip, from ${examples.length} documents`,
    );
  }
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
