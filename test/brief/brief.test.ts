import { describe, expect, it } from 'vitest';
import { openArticle } from '../../src/brief/article';
import { buildBrief } from '../../src/brief/brief';
import { textOf } from '../../src/brief/lines';
import type { LinkedMention } from '../../src/link/types';
import { harbour } from './harbour';

const mention = (entity: string, start: number, marked = true): LinkedMention => ({
  start,
  end: start + 4,
  surface: 'name',
  entity,
  score: 0.9,
  because: [],
  marked,
});

const page = { text: harbour.articles[1]!.text, reading: harbour.readings[1]! };

describe('buildBrief', () => {
  it('orders who is on the page: often and early first, places last, the unmarked not at all', () => {
    const mentions = [
      mention('lund', 0),
      mention('ken', 10),
      mention('mira', 20),
      mention('mira', 30),
      mention('mira', 40),
      mention('zed', 50, false),
    ];
    const { people } = buildBrief(harbour, { mentions });
    expect(people.map(({ entity, count }) => [entity, count])).toEqual([
      ['mira', 3],
      ['ken', 1],
      ['lund', 1],
    ]);
    expect(textOf(people[0]!.role!)).toBe('Harbour Minister');
    expect(people[1]!.role).toBeNull();
  });

  it('tells the story oldest first and the page’s gist in its own sentences', () => {
    const other = { text: `${page.text} `, reading: { ...page.reading, id: 'page' } };
    const brief = buildBrief(harbour, { mentions: [mention('mira', 0)], article: other });
    expect(brief.story.map(({ date }) => date)).toEqual([
      '2024-03-04',
      '2024-03-05',
      '2024-05-09',
      '2024-05-10',
      '2024-05-10',
    ]);
    expect(brief.pageDate).toBe('2024-05-10');
    expect(brief.gist.map(({ text }) => text)).toEqual([
      'Harbour Minister Mira Okafor reopened the north dock on Friday.',
      'She warned that the tides "won\'t wait" for anyone.',
    ]);
    for (const { text, span } of brief.gist) expect(page.text.slice(span.start, span.end)).toBe(text);
  });

  it('leaves the page’s own article out of the story so far', () => {
    const { story } = buildBrief(harbour, { mentions: [mention('mira', 0)], article: page });
    expect(story.map(({ provenance }) => provenance.articleId)).toEqual(['old', 'old']);
  });

  it('has the newest stories for a page without a known name', () => {
    const brief = buildBrief(harbour, { mentions: [], article: null });
    expect(brief.people).toEqual([]);
    expect(brief.story).toEqual([]);
    expect(brief.newest.map(({ date, publisher }) => [date, publisher])).toEqual([
      ['2024-05-10', 'Harbour Daily'],
      ['2024-03-05', 'The Quay'],
    ]);
  });
});

describe('openArticle', () => {
  it('gives the text whole and verbatim, cut at names, with what is known of its source', () => {
    const opened = openArticle(harbour, 'new')!;
    expect(textOf(opened)).toBe(opened.article.text);
    expect(opened.source).toMatchObject({
      publisher: 'Harbour Daily',
      licence: 'CC BY 4.0',
      title: 'Harbour Minister Mira Okafor reopened the north dock on Friday.',
    });
    expect(openArticle(harbour, 'none')).toBeNull();
  });

  it('says what was read in it: names by kind, quotations with their speakers, dates, the summary in order', () => {
    const { read, article } = openArticle(harbour, 'new')!;
    const slice = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
    expect(read.named.map(({ name, places }) => [name, places.map(slice)])).toEqual([
      ['Mira Okafor', ['Mira Okafor', 'Okafor', 'Okafor']],
      ['Kenji Aramaki', ['Aramaki', 'Aramaki']],
      ['Zed Quill', ['Quill']],
      ['Lund', ['Lund']],
    ]);
    expect(read.quotes.map(({ speaker, content }) => [speaker?.name, content.map(slice)])).toEqual([
      ['Mira Okafor', ['The dock is open, and it stays open,']],
      ['Mira Okafor', ["won't wait"]],
      ['Kenji Aramaki', ['the cranes were old']],
      ['Kenji Aramaki', ['Ask Quill about the cranes,']],
    ]);
    expect(read.dates.map((date) => [slice(date), date.value])).toEqual([
      ['Friday', '2024-05-10'],
      ['Thursday', '2024-05-09'],
      ['next week', '2024-W20'],
    ]);
    expect(read.summary.map((span) => slice(span).slice(0, 8))).toEqual(['Harbour ', 'She warn']);
  });
});
