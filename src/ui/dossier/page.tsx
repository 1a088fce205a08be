import type { Span } from '../../text/span';
import { LIBRARY } from '../links';
import { Icon, Logo } from '../parts/icon';
import { t } from '../text';
import { ArticlePage } from './article-page';
import { EntityPage } from './entity-page';
import type { LoadPassages } from './passages';
import type { PuttingRight } from './put-right';
import type { DossierView } from './state';

const MISSING = {
  entity: { title: 'dossier.noEntity', why: 'dossier.maybeDeleted' },
  article: { title: 'dossier.noArticle', why: 'dossier.maybeDeleted' },
  nothing: { title: 'dossier.noneAsked', why: 'dossier.noneAskedHow' },
} as const;

interface Props {
  view: DossierView;
  load: LoadPassages;
  right: PuttingRight;
  onPrint(): void;
  onRetry(): void;
  /** A passage of the article that is open is to be shown. */
  onPassage(span: Span): void;
}

/** The dossier page: one entity or one article in full. */
export const DossierPage = ({ view, load, right, onPrint, onRetry, onPassage }: Props) => (
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
          <p class="np-late" role="status">
            {t('dossier.loading')}
          </p>
        </>
      )}
      {view.is === 'failed' && (
        <div role="alert">
          <h1>{t('dossier.failed')}</h1>
          <p class="why">{view.error}</p>
          <button type="button" onClick={onRetry}>
            {t('dossier.retry')}
          </button>
        </div>
      )}
      {view.is === 'missing' && (
        <>
          <h1>{t(MISSING[view.what].title)}</h1>
          <p class="why">{t(MISSING[view.what].why)}</p>
          <a class="np-button" href={LIBRARY}>
            {t('dossier.toLibrary')}
          </a>
        </>
      )}
      {view.is === 'entity' && <EntityPage dossier={view.dossier} load={load} right={right} />}
      {view.is === 'article' && <ArticlePage opened={view.opened} onPassage={onPassage} />}
    </main>
  </>
);
