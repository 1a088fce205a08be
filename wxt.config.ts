import { defineConfig } from 'wxt';
import { seedsHooks } from './scripts/seeds';
import { textOnlyPreact } from './scripts/text-only';

export default defineConfig({
  hooks: seedsHooks,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  vite: () => ({ plugins: [textOnlyPreact()] }),
  i18n: { localesDir: 'src/ui/locales' },
  autoIcons: { baseIconPath: 'src/ui/icon.svg' },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        // 140 brought the CSS Custom Highlight API, 142 the declaration that no data is collected
        gecko: {
          id: 'nameplate@nameplate.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
