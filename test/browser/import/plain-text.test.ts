import { describe, expect, it } from 'vitest';
import { headOf } from '../../../src/browser/import/plain-text';

const TEXT =
  'Talks on lantern tolls went into a third week on Monday, the harbour board said, and nobody left.';
const head = (...lines: string[]) => headOf([...lines, TEXT].join('\n'), 'files/lantern-talks.txt');

describe('a text file', () => {
  it('has its first line for a title, and a line that is a date for its day', () => {
    expect(head('Talks go on', '', '22 April 2025', '')).toEqual({
      title: 'Talks go on',
      published: { date: '2025-04-22', basis: 'stated' },
      from: { title: 'text', published: 'text' },
    });
    expect(head('2025-04-22', 'Talks go on')).toMatchObject({
      title: 'Talks go on',
      published: { date: '2025-04-22' },
    });
    expect(head('灯台交渉、三週目へ', '2025年4月22日')).toMatchObject({
      title: '灯台交渉、三週目へ',
      published: { date: '2025-04-22' },
    });
    expect(head('Talks go on', 'Published by the harbour board on: Tue, 22 Apr 2025 06:30')).toMatchObject({
      published: { date: '2025-04-22' },
    });
  });

  it('has its author in a byline', () => {
    expect(head('Talks go on', 'By Mina Sato')).toMatchObject({
      author: 'Mina Sato',
      from: { author: 'text' },
    });
    expect(head('By the quay nobody spoke.').author).toBeUndefined();
  });

  it('says no date where prose has one', () => {
    expect(head('The board met on 22 April 2025 and said that the talks').published).toEqual({
      date: null,
      basis: 'none',
    });
    expect(headOf(`${TEXT} It was 22 April 2025.`, 'a.txt').published.date).toBeNull();
  });

  it('is called by its name where it has no first line that is short', () => {
    expect(headOf(TEXT, 'C:\\files\\lantern talks.txt')).toEqual({
      title: 'lantern talks',
      published: { date: null, basis: 'none' },
      from: {},
    });
  });
});
