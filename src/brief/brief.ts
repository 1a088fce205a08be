import type { Corpus } from '../corpus/types';
import type { Article, Kind, Reading } from '../extract/types';
import type { LinkedMention } from '../link/types';
import { eventLine } from './events';
import { lineOf } from './lines';
import { roleOf } from './roles';
import { storyOf } from './story';
import type { Brief, EventLine, PageEntity } from './types';
import { type CorpusView, viewOf } from './view';

/** What is known of the page that a brief is for. */
export interface BriefPage {
  /** The linked mentions of the page, in its order; those not marked are left out. */
  mentions: readonly LinkedMention[];
  /** The page's own article with what was read in it, where it has one. */
  article?: { text: Article['text']; reading: Reading } | null;
}

const STORY = 12;
const NEWEST = 6;
/** How many of the page's entities tell the story. */
export const TELLERS = 12;
const KIND_WEIGHT: Record<Kind, number> = { person: 1, organisation: 0.6, place: 0.2, other: 0.1 };

/** What the popup shows: who is on the page, its gist, the story so far, and the newest of the corpus. */
export function buildBrief(corpus: Corpus, { mentions, article }: BriefPage): Brief {
  const view = viewOf(corpus);
  const ranked = rankPage(view, mentions);
  const reading = article?.reading;
  const pageDate = reading?.published.date ?? null;
  const weights = new Map(ranked.slice(0, TELLERS).map(({ page, score }) => [page.entity, score]));
  const itself = (one: Article): boolean => one.id === reading?.id || one.text === article?.text;
  return {
    people: ranked.map(({ page }) => page),
    gist: reading && article ? gistSentences(article.text, reading) : [],
    pageDate,
    story: storyOf(view, weights, pageDate, STORY, itself).map((told) => eventLine(view, told)),
    newest: newestStories(view),
    covers: corpus.covers,
  };
}

/** The page's entities, the most important first: named often, named early, people before places, known in the corpus. */
function rankPage(
  view: CorpusView,
  mentions: readonly LinkedMention[],
): { page: PageEntity; score: number }[] {
  const found = new Map<string, { count: number; first: number }>();
  mentions.forEach(({ entity, marked }, i) => {
    if (!marked) return;
    const known = found.get(entity);
    if (known) known.count++;
    else found.set(entity, { count: 1, first: i });
  });
  const ranked: { page: PageEntity; score: number }[] = [];
  for (const [id, { count, first }] of found) {
    const entity = view.entities.get(id);
    if (!entity) continue;
    const early = 1 - first / mentions.length;
    const score = KIND_WEIGHT[entity.kind] * (Math.log2(1 + count) + early + 0.5 * entity.salience);
    const role = roleOf(view, id);
    ranked.push({ page: { entity: id, name: entity.name, kind: entity.kind, role, count }, score });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** The summary in the order of the text, verbatim. */
const gistSentences = (text: string, { summary }: Reading): Brief['gist'] =>
  [...summary]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ text: text.slice(start, end), span: { start, end } }));

/** The most telling sentence of each of the newest articles, on the article's day. */
function newestStories(view: CorpusView): EventLine[] {
  const lines: EventLine[] = [];
  for (const leaf of view.newest) {
    if (lines.length === NEWEST) break;
    const { date } = leaf.article.published;
    const telling = leaf.reading.summary[0] ?? leaf.reading.sentences[0];
    if (date !== null && telling) lines.push({ ...lineOf(view, leaf, telling), date, precision: 'day' });
  }
  return lines;
}
