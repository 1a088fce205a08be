import { writeFileSync } from 'node:fs';
import { changedTables, derivedNow, GOLDEN, readGolden } from './library';

/**
 * `npm run golden:library`: the only way that the golden hashes of what is derived from a library are rewritten. Where they
 * have changed and `VERSION` has not, it refuses, but for `-- anyway`: where the made library itself was changed, or where the
 * version has been raised already since the last release.
 */
const now = await derivedNow();
const golden = readGolden();
const changed = changedTables(golden, now);
if (changed.length > 0 && now.version === golden.version && process.argv[2] !== 'anyway') {
  console.error(`${changed.join(', ')}: raise VERSION in src/browser/library/schema.ts first`);
  process.exitCode = 1;
} else writeFileSync(GOLDEN, `${JSON.stringify(now, null, 2)}\n`);
