import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../src/corpus/types';
import { spottingImage } from '../../src/link/base';
import type { Stage } from './browser';
import { madeLibrary } from './library';
import { costOf } from './limit';
import { median, type Row, spread } from './table';

const SIZES = [60, 100_000] as const;
const PAGES = { small: 'a short page', '1mb': '1 MB' };

/** The same build with another bundled corpus: made entities beside its own, `size` in all. */
function withNames(folder: string, size: number): string {
  const made = mkdtempSync(join(tmpdir(), 'nameplate-bench-'));
  cpSync(folder, made, { recursive: true });
  const corpus: Corpus = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8'));
  const library = madeLibrary(corpus, size);
  writeFileSync(join(made, 'corpus.json'), JSON.stringify(library));
  writeFileSync(join(made, 'spotting.bin'), spottingImage(library));
  return made;
}

/** The main-thread time of pages with 100,000 names to look for, over that with 60; the marks are the same. */
export async function nameRows(stage: Stage, folder: string): Promise<Row[]> {
  const builds = SIZES.map((size) => withNames(folder, size));
  const costs = SIZES.map(() => Object.keys(PAGES).map((): number[] => []));
  try {
    for (const [which, build] of builds.entries()) {
      await stage.install(build);
      await stage.wake();
      for (const [i, name] of Object.keys(PAGES).entries())
        costs[which]![i]!.push(...(await costOf(stage, stage.site.made(name), 5)).warm.map((it) => it.total));
    }
  } finally {
    for (const build of builds) rmSync(build, { recursive: true });
  }
  const [few, many] = costs as [number[][], number[][]];
  return Object.values(PAGES).map((what, i) =>
    spread(
      `${what}: main thread with 100,000 names, over that with 60`,
      many[i]!.map((ms) => ms / median(few[i]!)),
      '×',
      1.1,
    ),
  );
}
