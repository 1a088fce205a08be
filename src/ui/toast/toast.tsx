import type { Note } from '../../browser/gather-messages';
import { SavedFacts } from '../parts/saved-facts';
import { problemText } from '../problems';
import { t } from '../text';

export interface ToastProps {
  /** Null while there is nothing to tell: the region is there before, so that assistive technology hears of it. */
  note: Note | null;
  onUndo(): void;
  onOpen(articleId: string): void;
  onClose(): void;
}

/** A note on the page about a save that was asked for by the context menu or a key. It never takes the focus by itself. */
export const Toast = ({ note, onUndo, onOpen, onClose }: ToastProps) => {
  const saved = note?.is === 'saved' ? note.saved : null;
  return (
    <section aria-label={t('saved.region')}>
      <div role="status">
        {saved && <SavedFacts saved={saved} />}
        {note?.is === 'failed' && (
          <p class="was">{t('popup.saveFailed', problemText({ problem: note.problem }))}</p>
        )}
        {note?.is === 'undone' && <p class="was">{t('saved.undone')}</p>}
        {saved?.first && <p class="keep">{t('saved.mayGo')}</p>}
        {note?.is === 'saved' && note.keys && <p class="keys">{t('saved.keys', note.keys)}</p>}
      </div>
      {note && (
        <div class="acts">
          {saved?.undo && (
            <button type="button" onClick={onUndo}>
              {t('saved.undo')}
            </button>
          )}
          {saved && (
            <button type="button" class="np-plain" onClick={() => onOpen(saved.articleId)}>
              {t('saved.open')}
            </button>
          )}
          <button type="button" class="np-plain" onClick={onClose}>
            {t('saved.close')}
          </button>
        </div>
      )}
    </section>
  );
};
