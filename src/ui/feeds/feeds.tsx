import { AddressForm } from '../parts/address-form';
import { Told } from '../parts/told';
import { Turning } from '../parts/turning';
import { counted, t } from '../text';
import { FeedRow } from './row';
import type { FeedsProps } from './state';

/** What is followed, how each stands, and one more by its address. */
export const Feeds = (props: FeedsProps) => {
  const { feeds, news, busy, left, onFollow, onDeleteLeft } = props;
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">{t('feeds.heading')}</h2>
      <p class="np-soft">{t('feeds.about')}</p>
      {feeds?.length === 0 && <p class="np-soft feeds-none">{t('feeds.none')}</p>}
      {feeds && feeds.length > 0 && (
        <ul class="feeds">
          {feeds.map((feed) => (
            <FeedRow key={feed.id} {...props} feed={feed} />
          ))}
        </ul>
      )}
      <AddressForm
        label={t('feeds.address')}
        example={t('feeds.example')}
        action={
          <Turning busy={busy} now={t('feeds.following')}>
            {t('feeds.follow')}
          </Turning>
        }
        most={2000}
        busy={busy}
        onAddress={onFollow}
      />
      <p class="np-soft note">{t('feeds.permission')}</p>
      <Told news={news} place="feeds" />
      {left && (
        <p class="feeds-left">
          <span>{counted('feeds.left', left.count, left.title)}</span>
          <button type="button" disabled={busy} onClick={onDeleteLeft}>
            {t('feeds.deleteLeft')}
          </button>
        </p>
      )}
    </section>
  );
};
