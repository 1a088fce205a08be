import type { Sentence } from '../../text/sentences';
import type { Token } from '../../text/tokens';

/** Words that tell nothing of what a text is about. */
const STOP = new Set(
  (
    'the a an and or but of in on at by for from to with as is are was were be been being it its he she they them his her ' +
    'their this that these those which who whom whose what when where while how why has have had do does did not no nor ' +
    'will would can could may might must should shall than then so such into over under after before between about ' +
    'against during through up down out off also more most some any all both each other others own same only just very ' +
    's t said says say told i you we us our your my me him there here if because until since per via one two new'
  ).split(' '),
);

/** Last units of what is cut: s, g, d, y. */
const STEM_ENDS = new Set([...'sgdy'].map((end) => end.charCodeAt(0)));

/** The stem of an English content word by cutting what Porter's first step cuts; null for a word of no content. */
export function stemOf(token: Token): string | null {
  if (token.kind === 'punctuation') return null;
  const word = token.surface.toLowerCase();
  if (STOP.has(word) || (word.length < 3 && token.kind === 'word')) return null;
  return word.length < 5 || !STEM_ENDS.has(word.charCodeAt(word.length - 1))
    ? word
    : word.replace(/(?:'s|ies|es|s|ing|ed|ly)$/, (end) => (end === 'ies' ? 'y' : ''));
}

/** The bag of stems of a range of tokens. */
export function bagOf(
  tokens: readonly Token[],
  { firstToken, endToken }: Pick<Sentence, 'firstToken' | 'endToken'>,
): Map<string, number> {
  const bag = new Map<string, number>();
  for (let at = firstToken; at < endToken; at++) {
    const stem = stemOf(tokens[at]!);
    if (stem !== null) bag.set(stem, (bag.get(stem) ?? 0) + 1);
  }
  return bag;
}

export const lengthOf = (bag: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const count of bag.values()) sum += count * count;
  return Math.sqrt(sum);
};

/** Cosine of two bags, 0..1; linear in the smaller. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [stem, count] of few) dot += count * (many.get(stem) ?? 0);
  return dot ? dot / (lengthOf(a) * lengthOf(b)) : 0;
}

/** Share of the stems of `wanted` that the bag has. */
export function coverage(bag: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): number {
  let found = 0;
  for (const stem of wanted.keys()) if (bag.has(stem)) found++;
  return wanted.size ? found / wanted.size : 0;
}
