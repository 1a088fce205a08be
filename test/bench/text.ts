import { readdirSync, readFileSync } from 'node:fs';

/** The bundled articles. */
export function seedTexts(): string[] {
  const folder = new URL('../../seeds/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

const PEOPLE = [
  'Marta Ilves',
  'Tomas Okafor',
  'Lin Yue',
  'Henrik Sand',
  'Aiko Moriyama',
  'Paula Reyes Duarte',
];
const BODIES = ['the Harbour Board', 'Nordhaven Shipping', 'the Ministry of Ports', 'the Dockers Union'];
const SENTENCES = [
  (p: string, b: string) =>
    `${p}, chair of ${b}, said on Tuesday that the new quay would open before the end of May.`,
  (p: string, b: string) =>
    `"We have waited three years for ${b} to decide," ${p.split(' ').at(-1)} told reporters.`,
  (p: string, b: string) =>
    `According to ${b}, ${p} met the engineers on April 14 and asked for a 12 percent discount.`,
  (p: string) => `She added that the price of $3.4 million was "not the last word", and ${p} nodded.`,
  (_: string, b: string) =>
    `The storm of last Friday had closed two of the four berths that ${b} runs for the city.`,
];

/** News-like articles of our own making, the same for the same seed, together at least `size` UTF-16 units. */
export function generatedTexts(size: number, seed = 7): string[] {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const texts: string[] = [];
  for (let made = 0; made < size; ) {
    const lines = Array.from({ length: 18 + draw(14) }, () => {
      const sentence = SENTENCES[draw(SENTENCES.length)]!;
      return sentence(PEOPLE[draw(PEOPLE.length)]!, BODIES[draw(BODIES.length)]!);
    });
    texts.push(lines.join(draw(3) === 0 ? '\n' : ' '));
    made += texts.at(-1)!.length;
  }
  return texts;
}
