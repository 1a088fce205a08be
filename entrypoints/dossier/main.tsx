import { render } from 'preact';
import { ask } from '../../src/browser/client';
import { DossierPage } from '../../src/ui/dossier/page';
import { askedBy, type DossierView } from '../../src/ui/dossier/state';
import { articleHref } from '../../src/ui/links';
import { problemText } from '../../src/ui/problems';
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

let view: DossierView = { is: 'loading' };

function show(next: DossierView): void {
  view = next;
  render(
    <DossierPage
      view={view}
      load={(entities, skip) => ask('passages', { entities, skip })}
      onPrint={() => print()}
      onRetry={start}
      onPassage={(span) => {
        if (view.is !== 'article') return;
        history.pushState(null, '', articleHref(view.opened.article.id, span));
        show({ is: 'article', opened: { ...view.opened, passage: span } });
      }}
    />,
    document.body,
  );
}

/** Opens what is asked for, or says why it cannot. */
async function start(): Promise<void> {
  show({ is: 'loading' });
  try {
    const opened = await open();
    if (opened.is === 'entity') document.title = t('dossier.title', opened.dossier.name);
    if (opened.is === 'article') document.title = t('dossier.title', opened.opened.source.title);
    show(opened);
  } catch (error) {
    show({ is: 'failed', error: problemText(error) });
  }
}

// Back and forward through the passages of the article that is open.
addEventListener('popstate', () => {
  const asked = askedBy(location.search);
  if (view.is === 'article' && asked && 'article' in asked)
    show({ is: 'article', opened: { ...view.opened, passage: asked.passage } });
});

document.documentElement.lang = locale().slice(0, 2);
await start();
