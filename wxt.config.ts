import { defineConfig } from 'wxt';
import { noMarkup } from './src/build/no-markup';
import { pagePolicy } from './src/build/policy';
import { seedsHooks } from './src/build/seeds';

/** The pages that names are marked on. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

export default defineConfig({
  hooks: seedsHooks,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  // What all supported browsers know of CSS stays as it is written; `light-dark()` above all.
  vite: () => ({ plugins: [noMarkup(), pagePolicy()], build: { cssTarget: ['chrome134', 'firefox142'] } }),
  i18n: { localesDir: 'src/ui/locales' },
  autoIcons: { baseIconPath: 'src/ui/icon.svg' },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // `webRequest` tells where a feed's server sends one on. In Firefox it comes with the first feed and goes with the
    // last; Chromium's worker would be told of nothing until it is started anew.
    permissions: [
      'storage',
      'scripting',
      'alarms',
      'contextMenus',
      ...(browser === 'chrome' ? ['offscreen', 'webRequest'] : []),
    ],
    ...(browser === 'firefox' && { optional_permissions: ['webRequest'] }),
    // 134 is the first whose highlight styles are inherited
    ...(browser === 'chrome' && { minimum_chrome_version: '134' }),
    host_permissions: PAGES,
    // By hand, not by WXT: see entrypoints/marks.ts.
    content_scripts: [
      {
        matches: PAGES,
        js: ['marks.js'],
        css: ['assets/highlight.css'],
        all_frames: true,
        run_at: 'document_idle',
        match_origin_as_fallback: true,
      },
    ],
    // One above the other on most keyboards; N, P and C with these are Chromium's own (groups of tabs), which it then leaves unset.
    commands: {
      'next-mark': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNext__' },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandPrevious__' },
      'count-marks': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandCount__' },
      'save-article': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandSave__' },
    },
    content_security_policy: {
      // The background asks for feeds; its pages ask nobody (src/build/policy.ts).
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' http: https:; ${browser === 'firefox' ? "frame-src 'self'; " : ''}base-uri 'none'; form-action 'none'`,
    },
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
