import type { FeedWords } from '../../browser/feeds/page';
import { t } from '../text';

/** What is told after something has been done about the feeds. */
export const feedWords: FeedWords = {
  failed: (problem) => t('feeds.didNot', problem),
  followed: (title) => t('feeds.followedNow', title),
  unfollowed: (title) => t('feeds.unfollowed', title),
  deleted: () => t('feeds.deleted'),
  again: (title) => t('feeds.again', title),
};
