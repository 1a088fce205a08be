import { render } from 'preact';
import { ask } from '../../src/browser/client';
import { DossierPage } from '../../src/ui/dossier/page';
import { askedBy, type DossierView } from '../../src/ui/dossier/state';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/dossier/dossier.css';

/** What the page's address asks for, from the background. */
async function open(): Promise<DossierView> {
  const asked = askedBy(location.search);
  if (!asked) return { is: 'missing', what: 'nothing' };
  if ('entity' in asked) {
    const dossier = await ask('full', { entity: asked.entity });
    return dossier ? { is: 'entity', dossier } : { is: 'missing', what: 'entity' };
  }
  const opened = await ask('article', { articleId: asked.article });
  return opened
    ? { is: 'article', opened: { ...opened, passage: asked.passage } }
    : { is: 'missing', what: 'article' };
}

const show = (view: DossierView) =>
  render(
    <DossierPage
      view={view}
      load={(entities, skip) => ask('passages', { entities, skip })}
      onPrint={() => print()}
    />,
    document.body,
  );

document.documentElement.lang = locale().slice(0, 2);
show({ is: 'loading' });
try {
  const view = await open();
  if (view.is === 'entity') document.title = t('dossier.title', view.dossier.name);
  if (view.is === 'article') document.title = t('dossier.title', view.opened.source.title);
  show(view);
} catch (error) {
  show({ is: 'failed', error: error instanceof Error ? error.message : String(error) });
}
