import type { ListedArticle } from '../../../src/browser/library/messages';
import documentCss from '../../../src/ui/document.css?inline';
import libraryCss from '../../../src/ui/library/library.css?inline';
import { LibraryPage } from '../../../src/ui/library/page';
import type { LibraryProps } from '../../../src/ui/library/state';
import optionsCss from '../../../src/ui/options/options.css?inline';
import pageCss from '../../../src/ui/page.css?inline';
import { counted, t } from '../../../src/ui/text';
import { LIBRARY, LONG_WORD, source } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

const MAY = Date.UTC(2025, 4, 6, 12);

const listed = (title: string, given: Partial<ListedArticle> = {}): ListedArticle => ({
  ...source(title, { origin: 'saved' }),
  added: MAY,
  size: 4312,
  names: 14,
  ...given,
});

const articles = [
  listed('Lantern talks go into a third week'),
  listed('Who pays for the night?', { origin: 'feed', names: 1, size: 980 }),
  listed('灯台交渉、三週目へ', {
    origin: 'imported',
    publisher: null,
    published: { date: null, basis: 'none' },
  }),
  listed('A keeper of lights says what the fog is for', { origin: 'bundled', added: null }),
];

const state = (given: () => Partial<LibraryProps>, then?: (body: HTMLElement) => void): State =>
  pageState(
    [pageCss, documentCss, optionsCss, libraryCss],
    PAGE_WIDTHS,
    () => (
      <LibraryPage
        library={LIBRARY}
        list={{ articles, more: true }}
        query={{}}
        selected={new Set()}
        corrections={[]}
        error={null}
        news={null}
        busy={false}
        onQuery={idle}
        onMore={idle}
        onSelect={idle}
        onDelete={idle}
        onEdit={idle}
        onExport={idle}
        onUncorrect={idle}
        onErase={idle}
        onUnerase={idle}
        onPersist={idle}
        onAside={idle}
        onRetry={idle}
        {...given()}
      />
    ),
    then,
  );

const person = (name: string) => ({ kind: 'person', name }) as const;

export const libraryStates: Record<string, State> = {
  first: state(() => ({})),
  ticked: state(() => ({
    selected: new Set(articles.slice(0, 2).map(({ articleId }) => articleId)),
    query: { order: 'outlet', reversed: true, outlet: 'Alpine Post', origins: ['saved'], words: 'lan' },
  })),
  editing: state(
    () => ({}),
    (body) => body.querySelector<HTMLElement>('.entry-acts button')?.click(),
  ),
  deleted: state(() => ({
    news: { place: 'list', good: true, lines: [counted('library.deletedMany', 12)], undo: idle },
  })),
  corrected: state(() => ({
    library: { ...LIBRARY, persisted: true },
    corrections: [
      { key: 1, correction: { say: 'one', a: person('Tomas Berg'), b: person('T. Berg') } },
      { key: 2, correction: { say: 'two', a: person('Anna Berg'), b: person('Berg') } },
      { key: 3, correction: { say: 'called', a: person('Mina Sato'), name: '佐藤美奈' } },
    ],
  })),
  'none-fits': state(() => ({ list: { articles: [], more: false }, query: { words: 'zeppelin' } })),
  empty: state(() => ({
    library: { ...LIBRARY, own: 0, bundled: 0, entities: 0, covers: { from: null, to: null }, outlets: [] },
    list: { articles: [], more: false },
  })),
  troubled: state(() => ({
    library: {
      ...LIBRARY,
      aside: 2,
      incoming: 120,
      problem: { code: 'libraryClosed', values: ['The operation is insecure'] },
    },
  })),
  erased: state(() => ({
    library: { ...LIBRARY, own: 0, mine: false, erased: [] },
    news: { place: 'storage', good: true, lines: [t('library.erased')], undo: idle },
  })),
  'long-names': state(() => ({
    library: { ...LIBRARY, outlets: [LONG_WORD] },
    list: {
      articles: [listed(`${LONG_WORD} ${'and a long heading '.repeat(8)}`, { publisher: LONG_WORD })],
      more: false,
    },
    corrections: [{ key: 1, correction: { say: 'one', a: person(LONG_WORD), b: person(LONG_WORD) } }],
  })),
  loading: state(() => ({ library: null, list: null })),
  failed: state(() => ({ library: null, list: null, error: t('problem.unreachable') })),
};
