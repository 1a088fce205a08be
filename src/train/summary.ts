import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findProse } from '../extract/boilerplate';
import { prepare } from '../extract/document';
import { loadModel } from '../extract/model';
import { readArticle } from '../extract/read';
import { type Traits, traitsOf, WEIGHTS } from '../extract/summary';
import type { Article } from '../extract/types';
import { loadSet } from './data';
import { rouge } from './rouge';

// npm run train:summary [-- --data DIR]: searches the weights of the summary's traits and prints them beside those in
// src/extract/summary.ts, with how well they do on articles that the search did not see; writes nothing
const SET = 'gum-wikinews-dev';
const DRAWS = 20_000;
/** The mean of the best draws wobbles less than the best one. */
const KEPT = 200;
/** Range of each weight; what makes a sentence lean counts against it. */
const RANGE: Readonly<Traits> = { early: 2, title: 2, central: 2, salient: 2, length: 2, leaning: -1.5 };
const TRAITS = Object.keys(RANGE) as (keyof Traits)[];

/** A sentence that may be the summary: its traits in the order of `TRAITS`, and ROUGE-1 and ROUGE-2 against the person's. */
interface Candidate {
  traits: number[];
  rouge: [number, number];
}

/** Uniform in 0…1: Park and Miller's minimal standard generator, so that the search comes out the same each time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** ROUGE-1 and ROUGE-2 of the sentence that the weights put first. */
function chosen(weights: readonly number[], article: readonly Candidate[]): [number, number] {
  let best: [number, number] = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of article) {
    let score = 0;
    for (let i = 0; i < weights.length; i++) score += weights[i]! * candidate.traits[i]!;
    if (score > most) {
      most = score;
      best = candidate.rouge;
    }
  }
  return best;
}

/** Mean ROUGE-1 and ROUGE-2 in percent. */
function mean(figures: readonly [number, number][]): [number, number] {
  const of = (n: 0 | 1) => (100 * figures.reduce((sum, figure) => sum + figure[n], 0)) / figures.length;
  return [of(0), of(1)];
}

/** Random search: the mean of the weights that do best on the articles, by the sum of both figures. */
function search(draws: readonly number[][], gains: readonly number[]): number[] {
  const order = draws.map((_, i) => i).sort((a, b) => gains[b]! - gains[a]! || a - b);
  const best = order.slice(0, KEPT).map((i) => draws[i]!);
  return TRAITS.map((_, trait) => best.reduce((sum, weights) => sum + weights[trait]!, 0) / best.length);
}

const at = process.argv.indexOf('--data');
const data = at > 0 ? process.argv[at + 1]! : fileURLToPath(new URL('../../../shared/data', import.meta.url));

try {
  const model = loadModel(readFileSync(new URL('../extract/model/reader.bin', import.meta.url)));
  const articles = loadSet(data, SET).map(({ id, text, title, published, gold }): Candidate[] => {
    const day = published ?? null;
    const article: Article = {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      published: { date: day, basis: day ? 'stated' : 'none' },
      origin: 'imported',
    };
    const doc = prepare(article);
    const { entities, mentions } = readArticle(article, model);
    return traitsOf(doc, findProse(doc), entities, mentions).map(({ index, traits }) => {
      const { start, end } = doc.sentences[index]!;
      const sentence = text.slice(start, end);
      return {
        traits: TRAITS.map((trait) => traits[trait]),
        rouge: [rouge(sentence, gold.summary!, 1), rouge(sentence, gold.summary!, 2)],
      };
    });
  });
  const random = generator(1);
  const draws = Array.from({ length: DRAWS }, () => TRAITS.map((trait) => RANGE[trait] * random()));
  const scores = draws.map((weights) => articles.map((article) => chosen(weights, article)));
  const sums = scores.map((figures) => figures.reduce((sum, [one, two]) => sum + one + two, 0));
  const found = search(draws, sums);
  const unseen = articles.map((article, left) => {
    const gains = sums.map((sum, i) => sum - scores[i]![left]![0] - scores[i]![left]![1]);
    return chosen(search(draws, gains), article);
  });
  const show = (name: string, [one, two]: [number, number]) =>
    console.log(`${name.padEnd(28)} ROUGE-1 ${one.toFixed(1)}  ROUGE-2 ${two.toFixed(1)}`);
  const current = TRAITS.map((trait) => WEIGHTS[trait]);
  console.log('trait      found  in use');
  TRAITS.forEach((trait, i) => {
    console.log(
      `${trait.padEnd(8)} ${found[i]!.toFixed(2).padStart(7)} ${current[i]!.toFixed(2).padStart(7)}`,
    );
  });
  show('weights found', mean(articles.map((article) => chosen(found, article))));
  show('weights in use', mean(articles.map((article) => chosen(current, article))));
  show('leave one article out', mean(unseen));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
