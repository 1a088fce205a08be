import type { Plugin } from 'vite';

/**
 * What several of the extension's pages are drawn with comes as one file: each file costs the popup, which is to open at
 * once, some time. Scripts that are one file anyway are left alone.
 */
export const sharedFile = (): Plugin => ({
  name: 'nameplate:shared-file',
  outputOptions(options) {
    if (options.format !== 'es') return null;
    const shared = { name: 'shared', minShareCount: 2, test: /src[\\/](?:ui|browser)[\\/]|preact|wxt/ };
    return { ...options, codeSplitting: { groups: [shared] } };
  },
});
