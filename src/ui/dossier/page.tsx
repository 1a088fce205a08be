import type { Span } from '../../text/span';
import { Icon, Logo } from '../parts/icon';
import { t } from '../text';
import { ArticlePage } from './article-page';
import { EntityPage } from './entity-page';
import type { LoadPassages } from './passages';
import type { DossierView } from './state';

const MISSING = {
  entity: 'dossier.noEntity',
  article: 'dossier.noArticle',
  nothing: 'dossier.noneAsked',
} as const;

interface Props {
  view: DossierView;
  load: LoadPassages;
  onPrint(): void;
  /** A passage of the article that is open is to be shown. */
  onPassage(span: Span): void;
}

/** The dossier page: one entity or one article in full. */
export const DossierPage = ({ view, load, onPrint, onPassage }: Props) => (
  <>
    <header class="np-top">
      <Logo />
      <span>Nameplate</span>
      {(view.is === 'entity' || view.is === 'article') && (
        <button type="button" class="np-plain" onClick={onPrint}>
          <Icon name="print" />
          {t('cite.print')}
        </button>
      )}
    </header>
    <main>
      {view.is === 'loading' && (
        <>
          <h1 class="np-hidden">Nameplate</h1>
          <p role="status">{t('dossier.loading')}</p>
        </>
      )}
      {view.is === 'failed' && (
        <div role="alert">
          <h1>Nameplate</h1>
          <p>{t('dossier.failed', view.error)}</p>
        </div>
      )}
      {view.is === 'missing' && (
        <>
          <h1>Nameplate</h1>
          <p>{t(MISSING[view.what])}</p>
        </>
      )}
      {view.is === 'entity' && <EntityPage dossier={view.dossier} load={load} />}
      {view.is === 'article' && <ArticlePage opened={view.opened} onPassage={onPassage} />}
    </main>
  </>
);
