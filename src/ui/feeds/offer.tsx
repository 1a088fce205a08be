import { Turning } from '../parts/turning';
import { t } from '../text';
import type { FeedOffer } from './state';

/** The popup's quiet line about the page's feed; nothing where it has none. */
export const Offer = ({ offer, onFollow }: { offer: FeedOffer; onFollow(url: string): void }) => {
  if (offer.is === 'none') return null;
  return (
    <section class="offer" aria-label={t('feeds.heading')}>
      {offer.is === 'followed' ? (
        <p role="status" class="np-soft">
          {t('feeds.followed')}
        </p>
      ) : (
        <button
          type="button"
          class="np-plain"
          disabled={offer.is === 'busy'}
          onClick={() => offer.is !== 'busy' && onFollow(offer.url)}
        >
          <Turning busy={offer.is === 'busy'} now={t('feeds.following')}>
            {t('feeds.offer')}
          </Turning>
        </button>
      )}
      {offer.is === 'offered' && <p class="np-soft">{t('feeds.offerNote', offer.host)}</p>}
      {offer.is === 'failed' && (
        <p class="bad" role="alert">
          {t('feeds.failed', offer.error)}
        </p>
      )}
    </section>
  );
};
