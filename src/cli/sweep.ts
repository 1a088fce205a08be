import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '../corpus/compile';
import type { CuratedEntity } from '../corpus/types';
import { THRESHOLD } from '../link/score';
import { Spotter } from '../link/spotter';
import type { LinkedMention } from '../link/types';
import { articleOf } from './articles';
import type { Curve, Point } from './curve';
import { read } from './reader';

interface Document {
  id: string;
  text: string;
  gold: Record<string, unknown>;
}

type Figures = Record<string, Record<string, number>>;

/** What a scorer of ../shared/eval asks of the program under test. */
interface Program {
  compile(
    documents: readonly Document[],
    list: readonly CuratedEntity[],
  ): { corpus: number; seconds: number };
  spot(
    corpus: number,
    documents: readonly Document[],
  ): { answers: { mentions: LinkedMention[] }[]; failed: number; seconds: number };
}

interface Scorer {
  score(set: { name: string; documents: readonly Document[] }, program: Program): { figures: Figures };
}

/** From 0.05 to 0.95 in steps of 0.05, and 0.97. */
const THRESHOLDS: readonly number[] = [...Array.from({ length: 19 }, (_, i) => (i + 1) / 20), 0.97];

/** How many marks on a meant bearer are right of all marks on the homographs. */
const homographPoint = (row: Record<string, number>): Omit<Point, 'threshold'> => {
  const right = row.found! * row.own!;
  const wrong = row['false in all']! * row.contexts!;
  return { precision: right + wrong > 0 ? (100 * right) / (right + wrong) : 100, recall: row.found! };
};

const SETS = [
  {
    scorer: 'links.mjs',
    set: 'ecbplus-1-35',
    point: (row: Record<string, number>) => ({ precision: row.P!, recall: row.R! }),
  },
  { scorer: 'homographs.mjs', set: 'homographs-dev', point: homographPoint },
];

/**
 * The curves of precision against recall by threshold for persons and for all kinds, by the scorers in a folder over the
 * sets in another. What is below the threshold in use counts as if it were the clearly surest sense. Throws where a
 * scorer or a set cannot be read.
 */
export async function sweepLinks(scorers: string, data: string): Promise<Curve[]> {
  const curves: Curve[] = [];
  for (const { scorer, set, point } of SETS) {
    const { score } = (await import(pathToFileURL(join(scorers, scorer)).href)) as Scorer;
    const documents = readFileSync(join(data, `${set}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Document);
    const candidates = candidatesOf(score, set, documents);
    const at = (threshold: number) =>
      score(
        { name: set, documents },
        answering((id) => candidates.get(id)!.filter((m) => m.score >= threshold)),
      ).figures;
    const all = THRESHOLDS.map((threshold) => ({ threshold, figures: at(threshold) }));
    for (const [row, label] of [
      ['person', 'persons'],
      ['all', 'all kinds'],
    ] as const) {
      const points = all.map(({ threshold, figures }) => ({ threshold, ...point(figures[row]!) }));
      curves.push({ label: `${set}, ${label}`, points });
    }
  }
  return curves;
}

/** Every candidate of each document that may be shown at some threshold, the corpora made as the scorer wants them. */
function candidatesOf(
  score: Scorer['score'],
  name: string,
  documents: readonly Document[],
): Map<string, LinkedMention[]> {
  const pairs = new Map(
    documents.map(({ gold: _, ...document }) => {
      const article = articleOf(document);
      return [document.id, { article, reading: read(article) }];
    }),
  );
  const spotters: Spotter[] = [];
  const candidates = new Map<string, LinkedMention[]>();
  score(
    { name, documents },
    {
      compile(known, list) {
        spotters.push(
          new Spotter(
            compile(
              known.map(({ id }) => pairs.get(id)!),
              list,
            ),
          ),
        );
        return { corpus: spotters.length - 1, seconds: 0 };
      },
      spot(corpus, texts) {
        for (const { id, text } of texts) candidates.set(id, shownAtAll(spotters[corpus]!.spot(text)));
        return { answers: texts.map(({ id }) => ({ mentions: candidates.get(id)! })), failed: 0, seconds: 0 };
      },
    },
  );
  return candidates;
}

/** Not what is sure enough and yet not marked: two entities that nothing tells apart are shown at no threshold. */
const shownAtAll = (mentions: readonly LinkedMention[]): LinkedMention[] =>
  mentions.filter(({ marked, score }) => marked || score < THRESHOLD);

const answering = (mentionsOf: (id: string) => LinkedMention[]): Program => ({
  compile: () => ({ corpus: 0, seconds: 0 }),
  spot: (_, texts) => ({
    answers: texts.map(({ id }) => ({ mentions: mentionsOf(id) })),
    failed: 0,
    seconds: 0,
  }),
});
