import { defineConfig } from 'wxt';
import { seedsHooks } from './scripts/seeds';

export default defineConfig({
  hooks: seedsHooks,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  i18n: { localesDir: 'src/ui/locales' },
  autoIcons: { baseIconPath: 'src/ui/icon.svg' },
  manifest: { name: '__MSG_extName__', description: '__MSG_extDescription__', default_locale: 'en' },
});
