import type { FeedView } from '../../feeds/types';
import { Turning } from '../parts/turning';
import { problemText } from '../problems';
import { counted, scriptLang, t, timeText } from '../text';
import type { FeedsProps } from './state';

interface Props extends Pick<FeedsProps, 'onUnfollow' | 'onPause' | 'onCheck' | 'onAllow'> {
  feed: FeedView;
}

/** One feed: what it brought, when it last worked and why it did not, and what can be done with it. */
export const FeedRow = ({ feed, onUnfollow, onPause, onCheck, onAllow }: Props) => {
  const { id, title, home, url, hosts, is, brought, busy } = feed;
  return (
    <li class="feed">
      <div class="feed-what">
        <p>
          <a href={home ?? url} target="_blank" rel="noopener noreferrer" lang={scriptLang(title)}>
            {title}
          </a>{' '}
          <span class="np-soft">{hosts.join(', ')}</span>
        </p>
        <p class="np-soft">
          {counted('feeds.brought', brought)} · <Standing feed={feed} />
        </p>
        {feed.problem && feed.problem.code !== 'feedElsewhere' && is !== 'gone' && !busy && (
          <p class="feed-bad">{problemText({ problem: feed.problem })}</p>
        )}
        {hostsWanted(feed).map(({ host, why }) => (
          <p key={host} class="feed-wants">
            <span>{why}</span>
            <button type="button" class="np-plain" onClick={() => onAllow(id, host)}>
              {t('feeds.allow', host)}
            </button>
          </p>
        ))}
      </div>
      <div class="feed-acts">
        {is !== 'paused' && (
          <button
            type="button"
            disabled={busy}
            aria-label={t(busy ? 'feeds.checkingFor' : 'feeds.checkFor', title)}
            onClick={() => onCheck(id)}
          >
            <Turning busy={busy} now={t('feeds.checking')}>
              {t('feeds.check')}
            </Turning>
          </button>
        )}
        {is !== 'gone' && (
          <button
            type="button"
            aria-label={t(is === 'paused' ? 'feeds.resumeFor' : 'feeds.pauseFor', title)}
            onClick={() => onPause(id, is !== 'paused')}
          >
            {t(is === 'paused' ? 'feeds.resume' : 'feeds.pause')}
          </button>
        )}
        <button type="button" aria-label={t('feeds.stopFor', title)} onClick={() => onUnfollow(id, title)}>
          {t('feeds.stop')}
        </button>
      </div>
    </li>
  );
};

/** When it last worked, and when it is asked for next. */
const Standing = ({ feed: { is, worked, next, busy } }: { feed: FeedView }) => {
  const last = worked === null ? t('feeds.workedNever') : t('feeds.worked', timeText(worked));
  if (is === 'gone') return <>{t('feeds.gone')}</>;
  if (is === 'paused')
    return (
      <>
        {t('feeds.paused')} · {last}
      </>
    );
  if (busy || next === null) return <>{last}</>;
  return (
    <>
      {last} · {t('feeds.next', timeText(next))}
    </>
  );
};

/** Hosts that it would take to go on, each with the reason. */
function hostsWanted({ waiting, elsewhere }: FeedView): { host: string; why: string }[] {
  const wanted = waiting.map(({ host, count }) => ({ host, why: counted('feeds.waiting', count, host) }));
  const moved = elsewhere && new URL(elsewhere).hostname;
  if (moved && !wanted.some(({ host }) => host === moved))
    wanted.push({ host: moved, why: t('feeds.elsewhere', moved) });
  return wanted;
}
