import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArticle } from '../../src/brief/article';
import { buildBrief } from '../../src/brief/brief';
import { buildFullDossier } from '../../src/brief/dossier';
import { textOf } from '../../src/brief/lines';
import { createSearch } from '../../src/brief/search';
import { passagesOf } from '../../src/brief/shared-passages';
import type { Line } from '../../src/brief/types';
import type { Corpus } from '../../src/corpus/types';
import type { Article, Reading } from '../../src/extract/types';
import type { Span } from '../../src/text/span';
import { corpusFrom, entity } from './small';

const IDS = ['a', 'b', 'c', 'd'];
const KINDS = ['person', 'organisation', 'place', 'other'] as const;
const id = fc.constantFrom(...IDS);
const day = fc.constantFrom('2024-02-28', '2024-03-01', '2025-01-01');
const word = fc.constantFrom('Glass', 'said', '"', '”', 'he', '石破', '\ud800', 'x\u0000', '\n', '.', '  ');

/** Any text with any claims over it, sentences and mentions in order as a Reading has them. */
const leaf = (articleId: string) =>
  fc.array(word, { minLength: 1, maxLength: 40 }).chain((words) => {
    const text = words.join(' ');
    const at = fc.nat(text.length);
    const span = fc.tuple(at, at).map(([x, y]): Span => ({ start: Math.min(x, y), end: Math.max(x, y) }));
    const apart = (spans: Span[]) =>
      spans
        .sort((x, y) => x.start - y.start || x.end - y.end)
        .filter((one, i, all) => one.end > one.start && (i === 0 || one.start >= all[i - 1]!.end));
    return fc
      .record({
        sentences: fc.array(span, { maxLength: 5 }).map(apart),
        named: fc.array(span, { maxLength: 6 }).map(apart),
        owners: fc.array(fc.option(id), { minLength: 6, maxLength: 6 }),
        roles: fc.array(fc.tuple(span, id, fc.option(day)), { maxLength: 4 }),
        quotes: fc.array(
          fc.tuple(fc.array(span, { maxLength: 2 }), fc.option(span), fc.option(span), fc.option(id)),
          { maxLength: 4 },
        ),
        events: fc.array(fc.tuple(span, day, fc.array(id, { maxLength: 2 })), { maxLength: 4 }),
        date: fc.option(day),
      })
      .map((made) => {
        const published = { date: made.date, basis: made.date ? ('stated' as const) : ('none' as const) };
        const article: Article = { id: articleId, text, published, origin: 'imported' };
        const reading: Reading = {
          id: articleId,
          published,
          sentences: made.sentences,
          entities: [],
          mentions: made.named.map((one, i) => ({
            ...one,
            surface: text.slice(one.start, one.end),
            form: 'name' as const,
            kind: 'person' as const,
            entity: made.owners[i] ?? null,
          })),
          roles: made.roles.map(([one, owner, asOf]) => ({
            ...one,
            entity: owner,
            text: text.slice(one.start, one.end),
            asOf,
          })),
          quotes: made.quotes.map(([content, cue, speaker, owner], i) => ({
            kind: (['direct', 'mixed', 'indirect'] as const)[i % 3]!,
            content,
            cue,
            speaker,
            entity: owner,
          })),
          dates: [],
          events: made.events.map(([one, date, entities]) => ({
            ...one,
            date,
            precision: 'day' as const,
            entities,
          })),
          figures: [],
          summary: made.sentences.slice(0, 2),
        };
        return { article, reading };
      });
  });

const anyCorpus = fc.tuple(leaf('one'), leaf('two:3:4')).map((leaves) =>
  corpusFrom(
    IDS.map((one, i) => entity(one, KINDS[i]!, `Name ${one}`)),
    leaves.map(({ article }) => article),
    leaves.map(({ reading }) => reading),
  ),
);

function holds(corpus: Corpus, line: Line): void {
  const { articleId, span } = line.provenance;
  const { text } = corpus.articles.find((article) => article.id === articleId)!;
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeLessThanOrEqual(text.length);
  expect(text.slice(span.start, span.end)).toContain(textOf(line));
}

describe('whatever an article says', () => {
  it('every line stands in the passage it gives, word for word', () => {
    fc.assert(
      fc.property(anyCorpus, (corpus) => {
        const search = createSearch(corpus);
        const mentions = IDS.map((one) => ({
          start: 0,
          end: 1,
          surface: 'x',
          entity: one,
          score: 1,
          because: [],
          marked: true,
        }));
        const brief = buildBrief(corpus, { mentions });
        const lines: Line[] = [
          ...brief.story,
          ...brief.newest,
          ...search('glass').passages.map((p) => p.line),
        ];
        for (const one of IDS) {
          const dossier = buildFullDossier(corpus, one)!;
          for (const { quotes } of dossier.topics)
            for (const i of quotes) expect(dossier.quotes[i]).toBeDefined();
          for (const { lines: told } of passagesOf(corpus, [one]).articles) lines.push(...told);
          lines.push(...dossier.roles, ...dossier.events, ...dossier.quotes);
          if (dossier.reminder) lines.push(dossier.reminder);
        }
        for (const line of lines) holds(corpus, line);
        for (const { id: articleId, text } of corpus.articles) {
          const opened = openArticle(corpus, articleId)!;
          expect(textOf(opened)).toBe(text);
          const { named, quotes, dates, figures, summary } = opened.read;
          const spans = [...dates, ...figures, ...summary];
          spans.push(...named.flatMap((n) => n.places), ...quotes.flatMap((q) => q.content));
          for (const { start, end } of spans) {
            expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
