import type { LinkedMention } from './types';

/**
 * The mentions of a text, in its order, of which none overlaps another: two that came to lie on each other, since each was
 * extended to the longer name that both are a part of ("Mo Cheeks", where the corpus knows "Mo" and "Cheeks"), become the
 * surer one. Linear.
 */
export function withoutOverlap<M extends LinkedMention>(mentions: readonly M[]): M[] {
  const kept: M[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    if (!last || last.end <= mention.start) kept.push(mention);
    else if (worth(mention) > worth(last)) kept[kept.length - 1] = mention;
  }
  return kept;
}

const worth = ({ marked, score }: LinkedMention): number => (marked ? 1 : 0) + score;
