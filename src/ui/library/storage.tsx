import type { LibraryState } from '../../browser/library/messages';
import { Told } from '../parts/told';
import { bytesText, counted, t } from '../text';
import type { LibraryProps } from './state';

type Props = Pick<LibraryProps, 'news' | 'busy' | 'onErase' | 'onUnerase' | 'onPersist' | 'onAside'> & {
  library: LibraryState;
};

/** How much room the library takes, whether the browser keeps it for good, what could not be read, and the way to empty it. */
export const Storage = ({ library, news, busy, onErase, onUnerase, onPersist, onAside }: Props) => {
  const { storage, persisted, aside, own, mine, erased } = library;
  return (
    <section aria-labelledby="storage">
      <h2 id="storage">{t('library.storage')}</h2>
      {storage && <p>{t('library.used', bytesText(storage.used), bytesText(storage.quota))}</p>}
      <p class="np-soft">{t(persisted ? 'library.persisted' : 'library.notPersisted')}</p>
      {aside > 0 && (
        <div class="news bad">
          <p>{counted('library.aside', aside)}</p>
          <button type="button" onClick={onAside}>
            {t('library.asideFile')}
          </button>
        </div>
      )}
      {erased && news?.place !== 'storage' && (
        <div class="news good">
          <p>{t('library.erased')}</p>
          <button type="button" class="np-plain" disabled={busy} onClick={onUnerase}>
            {t('options.undo')}
          </button>
        </div>
      )}
      <div class="acts">
        {!persisted && own > 0 && (
          <button type="button" disabled={busy} onClick={onPersist}>
            {t('library.persist')}
          </button>
        )}
        <button type="button" disabled={busy || !mine} onClick={onErase}>
          {t('library.erase')}
        </button>
      </div>
      <p class="np-soft note">{t('library.eraseNote')}</p>
      <Told news={news} place="storage" />
    </section>
  );
};
