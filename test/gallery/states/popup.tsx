import type { Brief, PageEntity } from '../../../src/brief/types';
import type { Saved } from '../../../src/browser/gather-messages';
import type { TabBrief } from '../../../src/browser/messages';
import pageCss from '../../../src/ui/page.css?inline';
import { Popup } from '../../../src/ui/popup/popup';
import popupCss from '../../../src/ui/popup/popup.css?inline';
import type { PopupProps } from '../../../src/ui/popup/state';
import { t } from '../../../src/ui/text';
import { DOSSIERS, event, LONG_WORD, line, role } from '../fixtures';
import { idle, POPUP_WIDTHS, pageState, type State } from '../state';

const person = (name: string, count: number, more: Partial<PageEntity> = {}): PageEntity => ({
  entity: `e-${name}`,
  name,
  kind: 'person',
  role: role('chief negotiator of the harbour board'),
  count,
  ...more,
});

const brief: TabBrief = {
  people: [
    person('Mina Sato', 4),
    person('Tomas Berg', 2, { role: null }),
    person('Guild of Pilots', 1, { kind: 'organisation', role: null }),
    person('North Pier', 3, { kind: 'place', role: null }),
  ],
  gist: [{ text: 'Talks on lantern tolls go into a third week.', span: { start: 0, end: 44 } }],
  pageDate: '2025-04-20',
  story: DOSSIERS.english.events.toReversed(),
  newest: DOSSIERS.english.events.slice(0, 2),
  covers: DOSSIERS.english.covers,
  host: 'courier.example',
  enabled: true,
  reachable: true,
  private: false,
  shelf: 'all',
  savable: true,
  saved: null,
  whole: true,
};

const empty: Pick<Brief, 'people' | 'gist' | 'story' | 'newest' | 'covers'> = {
  people: [],
  gist: [],
  story: [],
  newest: [],
  covers: { from: null, to: null },
};

const state = (given: Partial<PopupProps>): State =>
  pageState([pageCss, popupCss, 'body { margin: 0 auto; } :root { --across: 100vw; }'], POPUP_WIDTHS, () => (
    <Popup
      view={{ is: 'ready', brief }}
      query=""
      found={null}
      saving={{ is: 'idle' }}
      news=""
      feed={{ is: 'none' }}
      onFollow={idle}
      onQuery={idle}
      onJump={idle}
      onEnable={idle}
      onSave={idle}
      onUnsave={idle}
      onSaveSeen={idle}
      onRetry={idle}
      onReload={idle}
      onSettings={idle}
      {...given}
    />
  ));
const ready = (more: Partial<TabBrief>, given: Partial<PopupProps> = {}): State =>
  state({ view: { is: 'ready', brief: { ...brief, ...more } }, ...given });

const saved: Saved = {
  articleId: 'a1',
  title: 'Lantern talks go into a third week',
  was: 'new',
  publisher: 'The Harbour Courier',
  published: { date: '2025-04-22', basis: 'stated' },
  dated: 'structured',
  names: ['Mina Sato', 'Tomas Berg', 'Guild of Pilots'].map((name) => ({ name, kind: 'person' })),
  named: 7,
  quotes: 3,
  undo: { added: ['a1'], replaced: null },
  first: true,
};

const found = {
  entities: [{ entity: 'e-Mina Sato', name: 'Mina Sato', kind: 'person' as const, role: role('negotiator') }],
  passages: [
    { line: line('A [lantern] that is not lit helps nobody.'), marks: [{ start: 2, end: 9 }], score: 2 },
  ],
};

export const popupStates: Record<string, State> = {
  page: ready({}),
  'no-date': ready({ pageDate: null }),
  'many-people': ready({ people: Array.from({ length: 14 }, (_, i) => person(`Pilot ${i + 1}`, 14 - i)) }),
  loading: state({ view: { is: 'loading' } }),
  failed: state({ view: { is: 'failed', error: 'Nameplate’s own file corpus.json cannot be read.' } }),
  closed: ready({ ...empty, newest: brief.newest, host: null, reachable: false }),
  soon: ready({ whole: false, savable: false, gist: [], story: [] }),
  'soon-no-names': ready({ ...empty, newest: brief.newest, whole: false, savable: false }),
  shop: ready({ ...empty, newest: brief.newest, host: 'addons.mozilla.org', reachable: false }),
  'no-article': ready({ savable: false, gist: [], pageDate: null }),
  searching: state({ query: 'lan', found: null }),
  absent: ready({ ...empty, newest: brief.newest, reachable: false }),
  off: ready({ ...empty, newest: brief.newest, enabled: false }),
  'no-names': ready({ ...empty, newest: brief.newest, covers: brief.covers }),
  'empty-library': ready(empty),
  found: state({ query: 'lantern', found }),
  feed: ready({}, { feed: { is: 'offered', url: 'https://courier.example/feed', host: 'courier.example' } }),
  'feed-failed': ready(
    {},
    {
      feed: {
        is: 'failed',
        url: 'https://courier.example/feed',
        host: 'courier.example',
        error: t('problem.feedStatus', 'courier.example', '500'),
      },
    },
  ),
  'feed-followed': ready({}, { feed: { is: 'followed' } }),
  'found-nothing': state({ query: 'zeppelin', found: { entities: [], passages: [] } }),
  private: ready({ private: true, shelf: 'bundled', savable: false }),
  saving: state({ saving: { is: 'busy' } }),
  saved: ready({ saved: 'a1' }, { news: 'Saved' }),
  'saved-now': ready({ saved: 'a1' }, { saving: { is: 'done', saved, kept: null } }),
  'saved-again': ready(
    { saved: 'a1' },
    { saving: { is: 'done', saved: { ...saved, was: 'updated', first: false }, kept: null } },
  ),
  'saved-bare': ready(
    { saved: 'a1' },
    {
      saving: {
        is: 'done',
        saved: {
          ...saved,
          title: `${LONG_WORD} and what it means`,
          publisher: null,
          published: { date: null, basis: 'none' },
          dated: null,
          names: [],
          named: 0,
          quotes: 0,
        },
        kept: false,
      },
    },
  ),
  'save-failed': state({ saving: { is: 'failed', error: 'There is no article on this page.' } }),
  'long-names': ready({
    host: `${LONG_WORD}.example`,
    people: [person(DOSSIERS.long.name, 12), person(LONG_WORD, 1)],
    story: [event(`${LONG_WORD} met.`, '2025-04-16')],
  }),
  japanese: ready({
    people: [person('佐藤美奈', 3, { role: DOSSIERS.japanese.roles[0]! }), person('トーマス・ベルグ', 1)],
    gist: [{ text: '灯台の通行料をめぐる交渉は三週目に入った。', span: { start: 0, end: 20 } }],
    story: DOSSIERS.japanese.events.toReversed(),
  }),
};
