import type { createFeeds } from '../../browser/feeds/page';
import type { FeedsProps } from './state';

/** What the list of feeds renders, from its model as it stands. */
export const feedsProps = (model: ReturnType<typeof createFeeds>): FeedsProps => ({
  feeds: model.feeds.value,
  news: model.news.value,
  busy: model.busy.value,
  left: model.left.value && { title: model.left.value.title, count: model.left.value.articles.length },
  onDeleteLeft: model.deleteLeft,
  onFollow: model.follow,
  onUnfollow: model.unfollow,
  onPause: model.pause,
  onCheck: model.check,
  onAllow: model.allowHost,
});
