import type { LibraryWords } from '../../browser/library-page';
import { counted, t } from '../text';
import { correctionText } from './corrections';

/** What is told after something has been done on the library page. */
export const libraryWords: LibraryWords = {
  failed: (problem) => t('options.failed', problem),
  deleted: (titles) =>
    titles.length === 1 ? t('options.deleted', titles[0]!) : counted('library.deletedMany', titles.length),
  restored: (count) => counted('library.restoredMany', count),
  edited: (title) => t('library.edited', title),
  exported: (name) => t('options.exported', name),
  corrected: (correction) => t('library.corrected', correctionText(correction)),
  uncorrected: (correction) => t('library.uncorrected', correctionText(correction)),
  erased: () => t('library.erased'),
  unerased: () => t('library.unerased'),
  persisted: (granted) => t(granted ? 'library.persistGranted' : 'library.persistRefused'),
};
