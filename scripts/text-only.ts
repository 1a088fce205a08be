import type { Plugin } from 'vite';

const MARKUP = /(\w+)\.innerHTML=(\w+)\.__html/g;

/**
 * Preact without `dangerouslySetInnerHTML`: its one assignment of markup becomes one of text. Nothing here uses it, no
 * page or article can then ever reach it, and Mozilla's linter has nothing to warn of. The build fails when Preact's
 * code no longer holds the place, so that it cannot come back unseen.
 */
export function textOnlyPreact(): Plugin {
  return {
    name: 'nameplate:text-only-preact',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.[a-z.]*js$/.test(id.split('?')[0]!)) return undefined;
      const changed = code.replace(MARKUP, '$1.textContent=$2.__html');
      if (changed === code) throw new Error(`${id}: Preact sets markup in another way than is known here`);
      return { code: changed, map: null };
    },
  };
}
