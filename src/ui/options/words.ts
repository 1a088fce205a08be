import type { SettingsWords } from '../../browser/settings-page';
import { counted, t } from '../text';

/** What is told after something has been done on the settings page. */
export const settingsWords: SettingsWords = {
  failed: (problem) => t('options.failed', problem),
  imported: (count) => counted('options.imported', count),
  replaced: (count) => counted('options.replaced', count),
  nothingNew: () => t('options.nothingNew'),
  exported: (name) => t('options.exported', name),
  deleted: (title) => t('options.deleted', title),
  restored: (title) => t('options.restored', title),
  siteOn: (host) => t('options.siteOnNow', host),
  siteOff: (host) => t('options.siteOffNow', host),
  unrejected: (surface, host) => t('options.unrejected', surface, host),
};
