import { signal } from '@preact/signals';
import { hostOfAddress } from '../../feeds/address';
import type { FeedOffer } from '../../ui/feeds/state';
import { problemText } from '../../ui/problems';
import { ask } from '../client';
import { follow } from './page';

/** What the popup has to say of the feed that a tab's page names, as a signal, and a way to follow it. */
export function createOffer(tab: Promise<number>) {
  const offer = signal<FeedOffer>({ is: 'none' });
  return {
    offer,
    async load(): Promise<void> {
      if (offer.value.is !== 'none') return;
      const links = await ask('feedsOfTab', { tabId: await tab }).catch(() => []);
      const [first] = links;
      if (links.some(({ followed }) => followed)) offer.value = { is: 'followed' };
      else if (first) offer.value = { is: 'offered', url: first.url, host: hostOfAddress(first.url) };
    },
    async follow(url: string): Promise<void> {
      offer.value = { is: 'busy' };
      try {
        await follow(url);
        offer.value = { is: 'followed' };
      } catch (failure) {
        offer.value = { is: 'failed', url, host: hostOfAddress(url), error: problemText(failure) };
      }
    },
  };
}
