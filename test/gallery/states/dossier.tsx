import type { Article } from '../../../src/extract/types';
import documentCss from '../../../src/ui/document.css?inline';
import dossierCss from '../../../src/ui/dossier/dossier.css?inline';
import { DossierPage } from '../../../src/ui/dossier/page';
import type { DossierView, Opened } from '../../../src/ui/dossier/state';
import pageCss from '../../../src/ui/page.css?inline';
import { DOSSIERS, LONG_WORD, runsOf, source } from '../fixtures';
import { PAGE_WIDTHS, pageState, type State } from '../state';

const state = (view: DossierView): State =>
  pageState([pageCss, documentCss, dossierCss], PAGE_WIDTHS, () => <DossierPage view={view} />);

const TEXT =
  'HARBOUR — Talks on lantern tolls go into a third week.\n\n[Mina Sato] met [Tomas Berg] at the customs house on Wednesday. “A lantern that is not lit helps nobody,” she said.\n\nThe [Guild of Pilots] waits.';

function opened(text: string, title: string | undefined, passage: Opened['passage']): DossierView {
  const runs = runsOf(text);
  const article: Article = {
    id: 'a1',
    text: runs.map((run) => run.text).join(''),
    title,
    published: { date: '2025-04-22', basis: 'stated' },
    origin: 'saved',
  };
  const from = source(title ?? '', { origin: 'saved', licence: 'CC BY 4.0' });
  return { is: 'article', opened: { source: from, article, runs, passage } };
}

export const dossierStates: Record<string, State> = {
  entity: state({ is: 'entity', dossier: DOSSIERS.english }),
  bare: state({ is: 'entity', dossier: DOSSIERS.bare }),
  nothing: state({ is: 'entity', dossier: DOSSIERS.nothing }),
  'long-names': state({ is: 'entity', dossier: DOSSIERS.long }),
  'many-lines': state({ is: 'entity', dossier: DOSSIERS.many }),
  japanese: state({ is: 'entity', dossier: DOSSIERS.japanese }),
  article: state(opened(TEXT, 'Lantern talks go into a third week', { start: 56, end: 110 })),
  'article-untitled': state(opened(`${LONG_WORD}\n${TEXT}`, undefined, null)),
  'article-japanese': state(
    opened('[佐藤美奈]氏は水曜日、税関で[トーマス・ベルグ]氏と会談した。', '灯台交渉、三週目へ', null),
  ),
  loading: state({ is: 'loading' }),
  failed: state({ is: 'failed', error: 'Nameplate’s own file corpus.json cannot be read.' }),
  'missing-name': state({ is: 'missing', what: 'entity' }),
  'missing-article': state({ is: 'missing', what: 'article' }),
  'missing-nothing': state({ is: 'missing', what: 'nothing' }),
};
