import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/extract/document';
import { loadModel } from '../../src/extract/model';
import { recogniseNames } from '../../src/extract/names';

const model = loadModel(
  new Uint8Array(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url))),
);

function namesOf(text: string): string[] {
  const doc = prepare({ id: 't', text, published: { date: null, basis: 'none' }, origin: 'imported' });
  return recogniseNames(doc, model)
    .filter((name) => name.kind !== 'other')
    .map((name) => `${text.slice(name.start, name.end)} (${name.kind})`);
}
const seed = (name: string) => readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');

describe('recogniseNames', () => {
  it('finds who and what the seeds name', () => {
    const first = namesOf(seed('000_c0956a0b2cbd6477'));
    for (const name of ['George Glass (person)', 'Shigeru Ishiba (person)', 'Japan (place)']) {
      expect(first).toContain(name);
    }
    const second = namesOf(seed('002_4e3e1f84a0349307'));
    for (const name of [
      'Ryosei Akazawa (person)',
      'Donald Trump (person)',
      'Stephen Innes (person)',
      'Berlin (place)',
    ]) {
      expect(second).toContain(name);
    }
  });
});
