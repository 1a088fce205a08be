import type { Plugin } from 'vite';

/**
 * A policy for every page of the extension besides the manifest's: no page asks anybody but the extension itself. The
 * manifest's has to let the background ask for feeds, and the background has no page of its own to be told by.
 */
export function pagePolicy(): Plugin {
  return {
    name: 'nameplate:page-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
        injectTo: 'head-prepend',
      },
    ],
  };
}
