import { describe, expect, it } from 'vitest';
import { findProse } from '../../src/extract/boilerplate';
import { findDates } from '../../src/extract/dates';
import { prepare } from '../../src/extract/document';
import { findEvents } from '../../src/extract/events';
import type { Quotation } from '../../src/extract/quotations';
import type { Entity, Mention } from '../../src/extract/types';

const NAMES: Entity[] = [
  { id: 'ito', kind: 'person', name: 'Ito', aliases: [] },
  { id: 'holt', kind: 'person', name: 'Holt', aliases: [] },
  { id: 'oslo', kind: 'place', name: 'Oslo', aliases: [] },
];

/** [date, precision, entities] of every event of a text of 2025-04-18, a Friday; `said` is what is quoted. */
function events(text: string, said?: string) {
  const doc = prepare({
    id: 'a',
    text,
    published: { date: '2025-04-18', basis: 'editor' },
    origin: 'imported',
  });
  const mentions = NAMES.flatMap(({ id, name, kind }) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(
      ({ index }): Mention => ({
        start: index,
        end: index + name.length,
        surface: name,
        form: 'name',
        kind,
        entity: id,
      }),
    ),
  ).sort((a, b) => a.start - b.start);
  const start = said ? text.indexOf(said) : 0;
  const quotations: Quotation[] = said
    ? [{ kind: 'indirect', content: [{ start, end: start + said.length }], cue: null, speaker: null }]
    : [];
  const found = findEvents(
    doc,
    findProse(doc),
    { entities: NAMES, mentions, roles: [] },
    findDates(doc),
    quotations,
  );
  return found.map(({ date, precision, entities }) => [date, precision, entities.join(' ')]);
}

describe('findEvents', () => {
  it('tells who did what on which day', () => {
    expect(events('Ito met Holt on Wednesday and left Oslo.')).toEqual([
      ['2025-04-16', 'day', 'ito holt oslo'],
    ]);
    expect(events('Ito opened the talks last month.')).toEqual([['2025-03-01', 'month', 'ito']]);
    expect(events('In 2021, Holt became envoy.')).toEqual([['2021-01-01', 'year', 'holt']]);
  });

  it('gives each clause its own date and people, what is scheduled last', () => {
    expect(
      events(
        'Ito will meet the king next week. Holt held talks in Oslo this week, while Ito will go there next month.',
      ),
    ).toEqual([
      ['2025-04-14', 'week', 'holt oslo'],
      ['2025-04-21', 'week', 'ito'],
      ['2025-05-01', 'month', 'ito'],
    ]);
  });

  it('takes a saying for none', () => {
    expect(events('Ito said on Friday that it went well.', 'it went well')).toEqual([]);
    expect(
      events('Ito said Friday he was glad that Holt visited Oslo.', 'he was glad that Holt visited Oslo'),
    ).toEqual([]);
    expect(
      events('On Monday, Ito welcomed Holt, the ministry said.', 'On Monday, Ito welcomed Holt'),
    ).toHaveLength(1);
  });

  it('needs a date that tells when, somebody, and a verb', () => {
    for (const text of [
      'Ito met Holt.',
      'Rain fell on Monday.',
      'Ito starred in the 1998 film.',
      'Ito has lived in Oslo since 1998.',
      'Ito on Monday.',
    ])
      expect(events(text)).toEqual([]);
  });
});
