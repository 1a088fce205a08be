import { describe, expect, it } from 'vitest';
import { askedBy } from '../../src/ui/dossier/state';
import { articleHref, entityHref, passageHref, webHref } from '../../src/ui/links';

const search = (href: string) => href.slice(href.indexOf('?'));

describe('addresses of the dossier page', () => {
  it('say what they were made from', () => {
    const span = { start: 3, end: 9 };
    expect(askedBy(search(entityHref('a&b=ü')))).toEqual({ entity: 'a&b=ü' });
    expect(askedBy(search(articleHref('x:1')))).toEqual({ article: 'x:1', passage: null });
    expect(askedBy(search(passageHref({ articleId: 'x y', span })))).toEqual({
      article: 'x y',
      passage: span,
    });
  });

  it('leave out a passage that is none', () => {
    for (const wrong of ['start=9&end=3', 'start=-1&end=3', 'start=a&end=3', 'start=1.5&end=3', 'start=3']) {
      expect(askedBy(`?article=x&${wrong}`)).toEqual({ article: 'x', passage: null });
    }
    expect(askedBy('')).toBeNull();
  });
});

describe('webHref', () => {
  it('links to the web and nowhere else', () => {
    expect(webHref('https://news.example/a b')).toBe('https://news.example/a%20b');
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'chrome://version', 'news', '', null]) {
      expect(webHref(wrong)).toBeNull();
    }
  });
});
