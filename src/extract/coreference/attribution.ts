import type { Span } from '../../text/span';
import type { Mention } from '../types';

const RANK = { person: 0, organisation: 1, place: 2, other: 3 } as const;

/**
 * Whose words a speaker's span is: of the mentions in it the nominal or pronoun that fills it, else the person named
 * last in it before any clause of its own, else an organisation, else a place. `mentions` in the order of the text.
 */
export function speakingMention(mentions: readonly Mention[], speaker: Span): Mention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < speaker.start) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && mentions[low - 1]!.end > speaker.start && low > 0) low--;
  let best: Mention | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = low; i < mentions.length && mentions[i]!.start < speaker.end; i++) {
    const mention = mentions[i]!;
    if (mention.entity === null || mention.end <= speaker.start) continue;
    const inside = mention.start >= speaker.start && mention.end <= speaker.end;
    if (!inside && mention.form !== 'nominal') continue;
    const share = (mention.end - mention.start) / (speaker.end - speaker.start);
    const score =
      -RANK[mention.kind] +
      (mention.form === 'nominal' ? share * 1.5 : 0) -
      (mention.kind === 'other' ? 5 : 0);
    if (score > bestScore) [best, bestScore] = [mention, score];
  }
  return best;
}
