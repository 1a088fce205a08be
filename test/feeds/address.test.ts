import { describe, expect, it } from 'vitest';
import { feedAddress, webAddress } from '../../src/feeds/address';
import { decode } from '../../src/feeds/decode';

describe('an address that somebody pastes', () => {
  it.each([
    ['https://courier.example/feed.xml', 'https://courier.example/feed.xml'],
    [' courier.example/rss ', 'https://courier.example/rss'],
    ['feed://courier.example/rss', 'https://courier.example/rss'],
    ['feed:http://courier.example/rss', 'http://courier.example/rss'],
    ['feed:https://courier.example/rss', 'https://courier.example/rss'],
    ['http://127.0.0.1:8080/feed.xml', 'http://127.0.0.1:8080/feed.xml'],
    ['localhost:8080/feed', 'https://localhost:8080/feed'],
    ['', null],
    ['news', null],
    ['two words.example', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['data:text/xml,<rss/>', null],
    ['https://me:secret@courier.example/', null],
    [`https://courier.example/${'a'.repeat(3_000)}`, null],
  ])('%#: %.60s → %s', (typed, address) => {
    expect(feedAddress(typed)).toBe(address);
  });

  it('has no fragment, and is of the web', () => {
    expect(webAddress('b#c', 'https://courier.example/a')).toBe('https://courier.example/b');
    expect(webAddress('mailto:a@b.example')).toBeNull();
    expect(webAddress('//')).toBeNull();
  });
});

describe('the bytes of an answer', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it.each([
    ['by the byte order mark', '\u00ef\u00bb\u00bf\u00c3\u00a9', 'text/xml; charset=iso-8859-1', 'é'],
    ['by the content type', '\u00e9', 'text/xml; charset="ISO-8859-1"', 'é'],
    [
      'by the XML declaration',
      '<?xml version="1.0" encoding="koi8-r"?>\u00c1',
      null,
      '<?xml version="1.0" encoding="koi8-r"?>а',
    ],
    ['by the page’s meta', '<meta charset=shift_jis>\u0083e', 'text/html', '<meta charset=shift_jis>テ'],
    ['as UTF-8 otherwise', '\u00c3\u00a9', null, 'é'],
    ['as UTF-8 where the charset is unknown', '\u00c3\u00a9', 'text/xml; charset=klingon', 'é'],
    ['with a sign where they are wrong', '\u00ff', null, '\ufffd'],
  ])('are read %s', (_, given, type, text) => {
    expect(decode(bytes(given), type)).toBe(text);
  });
});
