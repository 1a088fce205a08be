const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

function gramsOf(words: readonly string[], n: number): Map<string, number> {
  const grams = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** ROUGE-N as F, 0…1: the n-grams of words that two texts share (Lin 2004), without stemming. */
export function rouge(text: string, reference: string, n: number): number {
  const [mine, theirs] = [gramsOf(wordsOf(text), n), gramsOf(wordsOf(reference), n)];
  let [shared, all] = [0, 0];
  for (const [gram, count] of mine) {
    shared += Math.min(count, theirs.get(gram) ?? 0);
    all += count;
  }
  for (const count of theirs.values()) all += count;
  return all ? (2 * shared) / all : 0;
}
