/** A figure of the scorers with what is to be reached, in percent. */
export interface Aim {
  task: string;
  set: string;
  row: string;
  figure: string;
  aim: number;
  /** The figure counts errors: lower is better. */
  atMost?: true;
  /** The name tagger's weights were learnt from this very set: its figure proves nothing, `npm run train -- --folds 6` does. */
  seen?: true;
}

const rows = (
  task: string,
  set: string,
  aims: [row: string, figure: string, aim: number, atMost?: true][],
): Aim[] =>
  aims.map(([row, figure, aim, atMost]) => ({ task, set, row, figure, aim, ...(atMost ? { atMost } : {}) }));

/** What the reading and the linking are to reach on the development data. */
export const AIMS: readonly Aim[] = [
  ...rows('names', 'news-fair-dev', [
    ['person', 'F1', 80],
    ['all', 'F1', 68],
  ]),
  ...[
    ...rows('names', 'gum-wikinews-dev', [
      ['person', 'F1', 82],
      ['all', 'F1', 70],
    ]),
    ...rows('names', 'wikigold', [
      ['person', 'F1', 82],
      ['all', 'F1', 70],
    ]),
  ].map((aim): Aim => ({ ...aim, seen: true })),
  ...rows('quotes', 'polnear-dev', [
    ['direct', 'content + speaker', 90],
    ['direct + mixed', 'content + speaker', 82],
    ['indirect, verb of saying', 'content + speaker', 75],
    ['attribution', 'P', 85],
  ]),
  ...rows('quotes', 'gum-wikinews-dev', [['entity', 'F1', 75]]),
  ...rows('dates', 'gum-wikinews-dev', [
    ['value', 'F1', 90],
    ['full day', 'F1', 95],
    ['relative only', 'accuracy', 92],
  ]),
  ...rows('dates', 'timebank-train', [
    ['value', 'F1', 78],
    ['full day', 'F1', 94],
    ['relative only', 'accuracy', 93],
  ]),
  ...rows('pronouns', 'gap-development', [['all', 'F1', 72]]),
  ...rows('cluster', 'ecbplus-1-35', [
    ['person', 'F1', 88],
    ['all', 'F1', 85],
  ]),
  ...rows('summary', 'gum-wikinews-dev', [
    ['first sentence', 'ROUGE-1', 40],
    ['first sentence', 'ROUGE-2', 24],
    ['salience', 'R-precision', 68],
  ]),
  ...rows('links', 'ecbplus-1-35', [
    ['person', 'P', 99],
    ['person', 'R', 96],
    ['all', 'F1', 94],
  ]),
  ...rows('links', 'homographs-dev', [
    ['person', 'false in lower case', 0, true],
    ['person', 'false inside longer name', 1, true],
    ['person', 'false for namesake', 5, true],
    ['person', 'found', 93],
    ['all', 'false in lower case', 0, true],
    ['all', 'false in all', 5, true],
    ['all', 'found', 90],
  ]),
];
