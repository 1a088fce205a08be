import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasWorth } from '../../src/page/worth';

const isWorth = (body: string): boolean => {
  vi.stubGlobal('document', parseHTML(`<!doctype html><html><body>${body}</body></html>`).document);
  return hasWorth();
};

afterEach(() => vi.unstubAllGlobals());

describe('whether a document has text to read', () => {
  it('finds a text with a capital, or in another script', () => {
    expect(isWorth('<div><p>a quay</p><p>the Harbour</p></div>')).toBe(true);
    expect(isWorth('<p>石破</p>')).toBe(true);
  });

  it('finds none in a picture, a counter and a script', () => {
    expect(isWorth('<img alt="Ad"><p>12:30</p><script>const A = 1;</script><style>A{}</style>')).toBe(false);
    expect(isWorth('')).toBe(false);
  });

  it('takes an element of the page’s own making to have some, in a shadow tree', () => {
    expect(isWorth('<news-app></news-app>')).toBe(true);
  });
});
