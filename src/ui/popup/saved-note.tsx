import { useEffect, useRef } from 'preact/hooks';
import { articleHref } from '../links';
import { SavedFacts } from '../parts/saved-facts';
import { t } from '../text';
import type { Saving } from './state';

interface Props {
  saving: Saving;
  onUndo(): void;
  onClose(): void;
}

/** What was understood of the article that has just been saved, with the way back; the region is there before it. */
export const SavedNote = ({ saving, onUndo, onClose }: Props) => {
  const done = saving.is === 'done' ? saving : null;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // the button that was pressed has gone
    if (done && document.activeElement === document.body) undo.current?.focus();
  }, [done]);
  return (
    <section aria-label={t('saved.region')} class={done ? 'saved-note' : 'saved-none'}>
      <div role="status">
        {done && <SavedFacts saved={done.saved} />}
        {done?.saved.first && <p class="keep">{t(done.kept === false ? 'saved.notKept' : 'saved.keep')}</p>}
      </div>
      {done && (
        <div class="acts">
          {done.saved.undo && (
            <button ref={undo} type="button" onClick={onUndo}>
              {t('saved.undo')}
            </button>
          )}
          <a class="np-button" href={articleHref(done.saved.articleId)} target="_blank" rel="noopener">
            {t('saved.open')}
          </a>
          <button type="button" class="np-plain" onClick={onClose}>
            {t('saved.close')}
          </button>
        </div>
      )}
    </section>
  );
};
