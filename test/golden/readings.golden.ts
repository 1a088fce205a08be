import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { render } from './render';
import { goldenOf, readSeed, SEEDS } from './seeds';

// Part of `npm test` by the configuration beside it, not of the quick unit tests.
it.each(SEEDS)('reads seed %s as reviewed (`npm run golden` rewrites it)', (id) => {
  expect(render(readSeed(id)).split('\n')).toEqual(readFileSync(goldenOf(id), 'utf8').split('\n'));
});
