import { pathToFileURL } from 'node:url';
import { lexiconOf, loadModel, packModel } from '../extract/model';
import { recogniseNames } from '../extract/names';
import { chainsOf, SETTINGS, train } from './crf';
import type { Annotated, Example } from './data';
import type { LexiconSource } from './lexicon';

interface Scorer {
  score(
    set: { documents: Annotated[] },
    program: { read(): { answers: { mentions: object[] }[] } },
  ): { figures: Record<string, { P: number; R: number; F1: number }> };
}

/** Trains on all folds but one and reads that one, in turn; prints each set's figures by the shared scorer. */
export async function crossValidate(
  examples: Example[],
  source: LexiconSource,
  folds: number,
  data: string,
): Promise<void> {
  const { score } = (await import(pathToFileURL(`${data}/../eval/names.mjs`).href)) as Scorer;
  const lexicon = lexiconOf(source);
  const chains = examples.map((example) => chainsOf(example, lexicon));
  const answers = new Map<Example, { mentions: object[] }>();
  for (let fold = 0; fold < folds; fold++) {
    const tagger = train(chains.filter((_, i) => i % folds !== fold).flat(), SETTINGS);
    const model = loadModel(packModel({ ...source, tagger }));
    examples.forEach((example, i) => {
      if (i % folds !== fold) return;
      answers.set(example, {
        mentions: recogniseNames(example.doc, model).map((name) => ({ ...name, form: 'name' })),
      });
    });
  }
  for (const set of new Set(examples.map((example) => example.set))) {
    const some = examples.filter((example) => example.set === set);
    const { figures } = score(
      { documents: some.map((example) => example.annotated) },
      { read: () => ({ answers: some.map((example) => answers.get(example)!) }) },
    );
    const cells = Object.entries(figures).map(
      ([kind, { P, R, F1 }]) => `${kind} ${P.toFixed(1)}/${R.toFixed(1)}/${F1.toFixed(1)}`,
    );
    console.log(`${set}, ${folds}-fold, P/R/F1: ${cells.join('  ')}`);
  }
}
