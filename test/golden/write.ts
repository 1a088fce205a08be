import { writeFileSync } from 'node:fs';
import { render } from './render';
import { goldenOf, readSeed, SEEDS } from './seeds';

// `npm run golden`: the only way the golden Readings are rewritten. Review the difference line by line.
for (const id of SEEDS) {
  writeFileSync(goldenOf(id), render(readSeed(id)));
  console.log(goldenOf(id));
}
