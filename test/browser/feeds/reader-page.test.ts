import { DOMParser, parseHTML } from 'linkedom';
import { expect, it, vi } from 'vitest';
import type { FeedItem } from '../../../src/feeds/types';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.stubGlobal('DOMParser', DOMParser);
vi.stubGlobal('Node', parseHTML('<p>').window.Node);

const { readerAnswers } = await import('../../../src/browser/feeds/reader-page');

const page = (head = '') =>
  `<html><head>${head}</head><body><article><h1>Talks go on</h1>${Array.from({ length: 8 }, (_, i) => `<p>${i}. Mina Sato of the harbour board said on Tuesday that the talks would go on, and that nobody would leave.</p>`).join('')}</article></body></html>`;
const item = { url: 'https://news.courier.example/a', title: 'Talks', published: '2025-04-22' } as FeedItem;
const read = (html: string) =>
  readerAnswers.readFeedPage(
    { html, address: item.url!, item, feed: { title: 'The Harbour Courier', language: null } },
    {},
  );

it('an item’s page is of the outlet that it names, else of its feed’s, and not of a host', async () => {
  expect(await read(page())).toMatchObject({
    publisher: 'The Harbour Courier',
    published: '2025-04-22',
    from: { publisher: 'feed' },
  });
  const named = page('<meta property="og:site_name" content="The Courier on Sunday">');
  expect(await read(named)).toMatchObject({ publisher: 'The Courier on Sunday' });
});
