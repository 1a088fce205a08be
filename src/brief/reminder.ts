import type { CorpusEntity } from '../corpus/types';
import { contains, overlaps, type Span } from '../text/span';
import { lineOf } from './lines';
import { firstEndingAfter } from './passages';
import { tell } from './quotes';
import type { Line } from './types';
import type { CorpusView, Leaf } from './view';

/** Articles looked at for the reminder, the newest first: an older one tells an older story. */
const ARTICLES = 12;

interface Candidate {
  leaf: Leaf;
  sentence: Span;
  score: number;
  quoted: boolean;
}

/**
 * The one sentence that best tells who an entity is: it names it, in full if one does, gives its role, begins with it
 * and is the article's own statement, not someone's words. An entity that is only ever named inside a quotation is
 * shown with the whole passage of that quotation, speaker included. Null if no article names it.
 */
export function reminderOf(view: CorpusView, entity: CorpusEntity, leaves: readonly Leaf[]): Line | null {
  let best: Candidate | null = null;
  leaves.slice(0, ARTICLES).forEach((leaf, age) => {
    for (const candidate of candidatesIn(leaf, entity)) {
      candidate.score -= age * 0.5;
      if (best === null || candidate.score > best.score) best = candidate;
    }
  });
  const found = best as Candidate | null;
  if (!found) return null;
  if (found.quoted) {
    const quote = found.leaf.reading.quotes.find((q) => q.content.some((c) => overlaps(c, found.sentence)));
    if (quote) return lineOf(view, found.leaf, tell(found.leaf, quote).passage);
  }
  return lineOf(view, found.leaf, found.sentence);
}

function candidatesIn({ article, reading }: Leaf, entity: CorpusEntity): Candidate[] {
  const leaf = { article, reading };
  const bySentence = new Map<number, Candidate>();
  const rank = reading.entities.findIndex(({ id }) => id === entity.id);
  for (const mention of reading.mentions) {
    if (mention.entity !== entity.id || mention.form !== 'name') continue;
    const index = firstEndingAfter(reading.sentences, mention.start);
    const sentence = reading.sentences[index];
    if (!sentence || !contains(sentence, mention) || bySentence.has(index)) continue;
    const role = reading.roles.filter((r) => r.entity === entity.id && contains(sentence, r));
    const speech = reading.quotes.some(
      (q) => q.kind !== 'indirect' && q.content.some((c) => overlaps(c, sentence)),
    );
    const quoted = reading.quotes.some((q) => q.content.some((c) => contains(c, mention)));
    const length = sentence.end - sentence.start;
    const score =
      Math.min(2, Math.max(0, ...role.map((r) => r.end - r.start)) / 8) +
      (mention.surface === entity.name ? 2 : 0) +
      (mention.start - sentence.start < 60 ? 1 : 0) +
      (reading.summary.some((s) => s.start === sentence.start) ? 0.5 : 0) +
      (rank === 0 ? 0.5 : 0) -
      (speech ? 1.5 : 0) -
      (quoted ? 4 : 0) -
      (length > 320 ? 1 : 0) -
      index * 0.02;
    bySentence.set(index, { leaf, sentence, score, quoted });
  }
  return [...bySentence.values()];
}
