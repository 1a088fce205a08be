import { Logo } from '../parts/icon';
import { t } from '../text';
import { ArticlePage } from './article-page';
import { EntityPage } from './entity-page';
import type { DossierView } from './state';

const MISSING = {
  entity: 'dossier.noEntity',
  article: 'dossier.noArticle',
  nothing: 'dossier.noneAsked',
} as const;

/** The dossier page: one entity or one article in full. */
export const DossierPage = ({ view }: { view: DossierView }) => (
  <>
    <header class="np-top">
      <Logo />
      <span>Nameplate</span>
    </header>
    <main>
      {view.is === 'loading' && <p role="status">{t('dossier.loading')}</p>}
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
      {view.is === 'entity' && <EntityPage dossier={view.dossier} />}
      {view.is === 'article' && <ArticlePage opened={view.opened} />}
    </main>
  </>
);
