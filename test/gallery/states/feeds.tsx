import type { FeedView } from '../../../src/feeds/types';
import documentCss from '../../../src/ui/document.css?inline';
import { Feeds } from '../../../src/ui/feeds/feeds';
import feedsCss from '../../../src/ui/feeds/feeds.css?inline';
import type { FeedsProps } from '../../../src/ui/feeds/state';
import optionsCss from '../../../src/ui/options/options.css?inline';
import pageCss from '../../../src/ui/page.css?inline';
import { t } from '../../../src/ui/text';
import { LONG_WORD } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

const AT = Date.UTC(2025, 3, 22, 9, 30);
const feed = (more: Partial<FeedView> = {}): FeedView => ({
  id: 'https://courier.example/feed',
  url: 'https://courier.example/feed',
  title: 'The Harbour Courier',
  home: 'https://courier.example/',
  hosts: ['courier.example'],
  is: 'followed',
  tried: AT,
  worked: AT,
  next: AT + 3_780_000,
  problem: null,
  waiting: [],
  elsewhere: null,
  brought: 34,
  busy: false,
  ...more,
});

const state = (given: () => Partial<FeedsProps>): State =>
  pageState([pageCss, documentCss, optionsCss, feedsCss], PAGE_WIDTHS, () => (
    <main>
      <h1 class="np-hidden">{t('library.title')}</h1>
      <Feeds
        feeds={[feed()]}
        news={null}
        busy={false}
        left={null}
        onDeleteLeft={idle}
        onFollow={async () => true}
        onUnfollow={idle}
        onPause={idle}
        onCheck={idle}
        onAllow={idle}
        {...given()}
      />
    </main>
  ));

const failed = (code: 'feedStatus' | 'feedElsewhere', values: string[]) => ({ problem: { code, values } });

export const feedsStates: Record<string, State> = {
  none: state(() => ({ feeds: [] })),
  followed: state(() => ({})),
  all: state(() => ({
    feeds: [
      feed({ busy: true }),
      feed({
        id: '2',
        title: 'Tides',
        hosts: ['tides.example'],
        brought: 1,
        worked: null,
        ...failed('feedStatus', ['tides.example', '500']),
      }),
      feed({
        id: '3',
        title: '港湾日報',
        hosts: ['feeds.daily.example', 'daily.example'],
        waiting: [{ host: 'www.daily.example', count: 12 }],
        ...failed('feedElsewhere', ['cdn.example']),
        elsewhere: 'https://cdn.example/feed',
      }),
      feed({ id: '4', title: 'Pilots’ Notes', hosts: ['pilots.example'], is: 'paused', next: null }),
      feed({ id: '5', title: 'The Old Gazette', hosts: ['gazette.example'], is: 'gone', next: null }),
    ],
  })),
  asking: state(() => ({ busy: true })),
  refused: state(() => ({
    feeds: [],
    news: {
      place: 'feeds',
      good: false,
      lines: [t('feeds.didNot', t('problem.feedNone', 'courier.example'))],
      undo: null,
    },
  })),
  stopped: state(() => ({
    feeds: [],
    left: { title: 'The Harbour Courier', count: 34 },
    news: {
      place: 'feeds',
      good: true,
      lines: [t('feeds.unfollowed', 'The Harbour Courier')],
      undo: idle,
    },
  })),
  'long-names': state(() => ({
    feeds: [
      feed({ title: `${LONG_WORD} ${'and a long name '.repeat(6)}`, hosts: [`${LONG_WORD}.example`] }),
      feed({ id: '2', waiting: [{ host: `${LONG_WORD}.example`, count: 3 }] }),
    ],
  })),
};
