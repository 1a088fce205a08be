import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article, Day, Reading } from '../../src/extract/types';
import type { Span } from '../../src/text/span';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const model = loadModel(readFileSync(at('../../src/extract/model/reader.bin')));

const articleOf = (text: string, date: Day | null = '2025-04-22', title?: string): Article => ({
  id: 'x',
  text,
  title,
  published: { date, basis: date ? 'editor' : 'none' },
  origin: 'imported',
});

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIMEX =
  /^(?:\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?|\d{2,3}|PRESENT_REF|PAST_REF|FUTURE_REF)$/;

/** Every promise of the contract that the Reading breaks, in words. */
function broken({ text }: Article, reading: Reading): string[] {
  const wrong: string[] = [];
  const check = (right: boolean, what: string) => {
    if (!right) wrong.push(what);
  };
  const holds = (span: Span, what: string) =>
    check(
      Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= text.length,
      `${what} ${span.start}–${span.end} lies outside or is empty`,
    );
  const inOrder = (spans: readonly Span[], apart: boolean, what: string) =>
    spans.forEach((span, i) => {
      const before = spans[i - 1];
      if (before)
        check(apart ? before.end <= span.start : before.start <= span.start, `${what} out of order`);
    });
  const ids = new Set(reading.entities.map(({ id }) => id));
  check(ids.size === reading.entities.length, 'an id is given twice');
  const known = (id: string | null, what: string) =>
    check(id === null || ids.has(id), `${what}: no entity ${id}`);
  // a name broken over two lines, or set with wide spaces, is told with one space between its words
  const spaced = text.replace(/\s+/g, ' ');
  for (const { name, aliases } of reading.entities) {
    check(text.includes(name) || spaced.includes(name), `entity name "${name}" is not in the text`);
    check(!aliases.includes(name) && new Set(aliases).size === aliases.length, `aliases of "${name}"`);
  }
  const starts = new Set(reading.sentences.map(({ start, end }) => `${start} ${end}`));
  const isSentence = ({ start, end }: Span, what: string) =>
    check(starts.has(`${start} ${end}`), `${what} is no sentence`);

  for (const sentence of reading.sentences) holds(sentence, 'sentence');
  inOrder(reading.sentences, true, 'sentences');
  for (const mention of reading.mentions) {
    holds(mention, 'mention');
    check(text.slice(mention.start, mention.end) === mention.surface, `mention "${mention.surface}"`);
    known(mention.entity, 'mention');
  }
  inOrder(reading.mentions, false, 'mentions');
  const names = reading.mentions.filter(({ form }) => form === 'name');
  inOrder(names, true, 'names');
  for (const role of reading.roles) {
    holds(role, 'role');
    check(text.slice(role.start, role.end) === role.text, `role "${role.text}"`);
    known(role.entity, 'role');
    check(role.asOf === null || DAY.test(role.asOf), `role as of ${role.asOf}`);
  }
  for (const { content, cue, speaker, entity } of reading.quotes) {
    check(content.length > 0, 'quotation without content');
    for (const part of content) holds(part, 'content');
    inOrder(content, true, 'contents');
    if (cue) holds(cue, 'cue');
    if (speaker) holds(speaker, 'speaker');
    known(entity, 'quotation');
  }
  for (const date of reading.dates) {
    holds(date, 'date');
    check(TIMEX.test(date.value), `date value ${date.value}`);
  }
  inOrder(reading.dates, true, 'dates');
  for (const event of reading.events) {
    isSentence(event, 'event');
    check(DAY.test(event.date), `event date ${event.date}`);
    check(event.entities.length > 0, 'event without entity');
    for (const id of event.entities) known(id, 'event');
  }
  for (const figure of reading.figures) {
    holds(figure, 'figure');
    if (figure.of) holds(figure.of, 'of');
    check(Number.isFinite(figure.value) && figure.unit.length > 0, `figure ${figure.value} ${figure.unit}`);
  }
  check(reading.summary.length <= 3, 'summary too long');
  for (const sentence of reading.summary) isSentence(sentence, 'summary');
  return wrong;
}

function violations(article: Article): string[] {
  const reading = readArticle(article, model);
  const again = readArticle(article, model);
  const same = JSON.stringify(reading) === JSON.stringify(again) ? [] : ['not the same twice'];
  return [...new Set([...broken(article, reading), ...same])];
}

const WORDS = (
  'Glass|Ishiba|the|The|ministry|Ministry|of|said|says|"|“|”|‘|’|,|.|. |? |... |\n|\n\n| |on|Tuesday|last|year|2025|' +
  'April|22|24|percent|$|1.4|billion|a|he|He|it|US|Ambassador|to|Japan|-|—|(|)|Mr|Mr.|U.S.|and|met|will|meet|next|' +
  'week|according|which|that|石破茂|首相|«|»|\u00ad|\u200b|\u0000|\ud83d|\ude00|\uD800|é|e\u0301|İ|ß|1–0|3:00|p.m.'
).split('|');
const news = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' '));
const glued = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
const anything = fc.string({ unit: 'binary', maxLength: 200 });
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
  .map((codes) => String.fromCharCode(...codes));

describe('a Reading', () => {
  it('keeps its promises for any text', () => {
    const day = fc.constantFrom(null, '2025-04-22', '2024-02-29');
    fc.assert(
      fc.property(fc.oneof(news, glued, anything, units), day, (text, date) => {
        expect(violations(articleOf(text, date))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps them for texts at the edges', () => {
    for (const text of [
      '',
      ' ',
      '\n\n\n',
      '.',
      '"',
      '“'.repeat(300),
      '('.repeat(300),
      '. '.repeat(300),
      'a'.repeat(5000),
      'Glass '.repeat(500),
      'said '.repeat(500),
      'Tuesday, '.repeat(300),
      '24 percent of '.repeat(300),
      '\ud800'.repeat(100),
    ])
      expect([text.slice(0, 10), violations(articleOf(text))]).toEqual([text.slice(0, 10), []]);
  });

  it('gets through a long line without a full stop', () => {
    const line =
      'Ito met Holt in Oslo on Tuesday and said "it is 24 percent of the plan", the ministry said ';
    const article = articleOf(line.repeat(1000));
    const reading = readArticle(article, model);
    expect(reading.dates).toHaveLength(1000);
    expect(broken(article, reading)).toEqual([]);
  });

  const data = at('../../../shared/data');
  it.runIf(existsSync(data))(
    'keeps them for all development data',
    () => {
      const wrong: string[] = [];
      for (const file of readdirSync(data).filter((name) => name.endsWith('.jsonl'))) {
        const lines = readFileSync(`${data}/${file}`, 'utf8').trim().split('\n');
        // A tenth of each set, spread over it; `npm run eval` reads them all.
        for (let i = 0; i < lines.length; i += Math.ceil(lines.length / 25)) {
          const { id, text, published, title } = JSON.parse(lines[i]!);
          const found = violations(articleOf(text, published ?? null, title));
          if (found.length) wrong.push(`${file} ${id}: ${found.join('; ')}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
