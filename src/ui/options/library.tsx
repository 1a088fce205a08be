import type { LibraryState } from '../../browser/library/messages';
import { LIBRARY } from '../links';
import { counted, coversText, t } from '../text';

/** How the library stands, and the way to it. */
export const Library = ({ library }: { library: LibraryState }) => (
  <section aria-labelledby="library">
    <h2 id="library">{t('options.library')}</h2>
    <p>
      {[
        counted('options.articles', library.own + library.bundled),
        counted('options.entities', library.entities),
        coversText(library.covers, 'card.covers') ?? t('popup.coversNone'),
      ].join(' · ')}
    </p>
    <p class="np-soft note">{t('options.libraryNote')}</p>
    <div class="acts">
      <a class="np-button" href={LIBRARY}>
        {t('options.libraryOpen')}
      </a>
    </div>
  </section>
);
