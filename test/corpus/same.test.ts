import { describe, expect, it } from 'vitest';
import { laterVersion, samenessOf } from '../../src/corpus/same';
import type { Article } from '../../src/extract/types';
import { madeArticles } from '../grammar/articles';

const [first, second] = [...madeArticles(2, 3)] as [Article, Article];
const saved: Article = {
  ...first,
  id: 'saved-1',
  url: 'https://www.courier.example/a',
  published: { date: '2025-04-24', basis: 'stated' },
  origin: 'saved',
  from: { url: 'link', published: 'meta' },
};
const longer = `${first.text}\nThe harbour office said on Friday that the talks would go on.`;

describe('an article that comes in', () => {
  it.each<[string, Partial<Article>, 'same' | 'newer' | 'other']>([
    ['as it was', {}, 'same'],
    ['with more to it, at the same address', { text: longer }, 'newer'],
    ['with another title', { title: 'Talks to go on' }, 'newer'],
    ['with another day', { published: { date: '2025-04-25', basis: 'stated' } }, 'newer'],
    [
      'without what is known already',
      { title: undefined, publisher: undefined, published: { date: null, basis: 'none' } },
      'same',
    ],
    ['written anew under its title', { text: second.text }, 'newer'],
    ['under a stale link', { text: second.text, title: second.title }, 'other'],
    [
      'at an address whose page changes',
      { text: second.text, title: second.title, from: { url: 'address' } },
      'newer',
    ],
    [
      'at another address of its site',
      { id: 'saved-2', url: 'https://courier.example/b', text: longer },
      'newer',
    ],
    ['at another outlet', { id: 'saved-2', url: 'https://herald.example/b', text: longer }, 'same'],
    [
      'from a file, without an address',
      { id: 'x', url: undefined, title: undefined, text: first.text.replaceAll('\n', '\r\n\r\n') },
      'same',
    ],
    [
      'with the same text as another’s',
      { id: 'x', url: 'https://courier.example/b', text: second.text, title: second.title },
      'other',
    ],
    [
      'alike, but of another week',
      {
        id: 'x',
        url: 'https://courier.example/b',
        text: longer,
        published: { date: '2025-05-01', basis: 'stated' },
      },
      'other',
    ],
  ])('%s', (_, change, sameness) => {
    const incoming = JSON.parse(JSON.stringify({ ...saved, ...change })) as Article;
    expect(samenessOf(incoming, saved)).toBe(sameness);
  });

  it('with an id that is the same by chance is another', () => {
    const [a, b] = [first, second].map(({ text }) => ({
      id: '1',
      text,
      published: saved.published,
      origin: 'imported' as const,
    }));
    expect(samenessOf(a!, b!)).toBe('other');
    expect(samenessOf({ ...a!, text: longer }, a!)).toBe('newer');
  });
});

describe('a later version', () => {
  it('keeps the id, the origin and what it does not say itself', () => {
    const later = laterVersion(
      {
        id: 'x',
        text: longer,
        title: 'Talks to go on',
        published: { date: null, basis: 'none' },
        origin: 'imported',
        from: { title: 'meta' },
      },
      saved,
    );
    expect(later).toEqual({
      ...saved,
      text: longer,
      title: 'Talks to go on',
      from: { url: 'link', published: 'meta', title: 'meta' },
    });
  });

  it('keeps a day that an editor put right', () => {
    const put: Article = {
      ...saved,
      published: { date: '2025-04-23', basis: 'editor' },
      from: { url: 'link' },
    };
    const later = laterVersion(saved, put);
    expect(later.published).toEqual(put.published);
    expect(later.from).toEqual({ url: 'link' });
  });
});

describe('what the reader has put right', () => {
  const right: Article = { ...saved, publisher: 'The Courier', from: { ...saved.from, publisher: 'editor' } };

  it('stays right in a later version: the outlet, that there is none, and that there is no day', () => {
    const incoming: Article = { ...saved, text: longer, publisher: 'HARBOUR COURIER ONLINE' };
    expect(laterVersion(incoming, right)).toMatchObject({
      text: longer,
      publisher: 'The Courier',
      from: { publisher: 'editor' },
    });
    expect(samenessOf({ ...saved, publisher: 'HARBOUR COURIER ONLINE' }, right)).toBe('same');
    const { publisher: _, ...none } = right;
    expect(laterVersion(incoming, none)).not.toHaveProperty('publisher');
    const dayless: Article = {
      ...saved,
      published: { date: null, basis: 'none' },
      from: { ...saved.from, published: 'editor' },
    };
    expect(laterVersion(incoming, dayless).published).toEqual({ date: null, basis: 'none' });
  });

  it('comes in with a file', () => {
    expect(laterVersion(right, saved)).toMatchObject({
      publisher: 'The Courier',
      from: { publisher: 'editor' },
    });
    const dayless: Article = {
      ...saved,
      published: { date: null, basis: 'none' },
      from: { ...saved.from, published: 'editor' },
    };
    expect(laterVersion(dayless, saved).published.date).toBeNull();
  });
});
