import { render } from 'preact';
import { whenChanged } from '../../src/browser/changes';
import { ask } from '../../src/browser/client';
import type { Correction } from '../../src/corpus/join/types';
import { DossierPage } from '../../src/ui/dossier/page';
import { askedBy, type DossierView } from '../../src/ui/dossier/state';
import { articleHref, entityHref } from '../../src/ui/links';
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
      right={{ search: async (query) => (await ask('search', { query })).entities, correct }}
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

/** Puts right who is who, and shows what that makes of the entity. */
async function correct(correction: Correction): Promise<() => Promise<void>> {
  const { key, instead } = await ask('correct', { correction });
  await reopen(correction.say === 'called' ? correction.name : correction.a.name);
  return async () => {
    await ask('uncorrect', { key, instead });
    await reopen(correction.a.name);
  };
}

/** The entity that is open once more, under another id where it has one now. */
async function reopen(name: string): Promise<void> {
  if (view.is !== 'entity') return;
  let dossier = await ask('full', { entity: view.dossier.entity });
  const [found] = dossier ? [] : (await ask('search', { query: name })).entities;
  if (found) {
    history.replaceState(null, '', entityHref(found.entity));
    dossier = await ask('full', { entity: found.entity });
  }
  if (!dossier) return;
  document.title = t('dossier.title', dossier.name);
  show({ is: 'entity', dossier });
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
// Somebody may be put right in another window, or have been in the news meanwhile.
whenChanged('library', async () => {
  if (view.is === 'entity') await reopen(view.dossier.name);
});
await start();
