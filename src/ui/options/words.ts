import type { SettingsWords } from '../../browser/settings-page';
import { t } from '../text';

/** What is told after something has been done on the settings page. */
export const settingsWords: SettingsWords = {
  failed: (problem) => t('options.failed', problem),
  siteOn: (host) => t('options.siteOnNow', host),
  siteOff: (host) => t('options.siteOffNow', host),
  unrejected: (surface, host) => t('options.unrejected', surface, host),
};
