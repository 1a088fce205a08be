import type { Plugin } from 'vite';

/** A place in a package's code that sets markup, and what it becomes. */
interface Place {
  module: RegExp;
  sets: RegExp;
  instead: string;
  times: number;
}

const PARSED =
  "$1.replaceChildren(...new DOMParser().parseFromString('<body>' + $2, 'text/html').body.childNodes);";

const PLACES: Place[] = [
  // `dangerouslySetInnerHTML`, which nothing here uses: no page or article can ever reach it
  {
    module: /[\\/]preact[\\/]dist[\\/]preact\.[a-z.]*js$/,
    sets: /(\w+)\.innerHTML=(\w+)\.__html/g,
    instead: '$1.textContent=$2.__html',
    times: 1,
  },
  // Readability's own copy of the page: parsed in a document without scripts, as it is used
  {
    module: /[\\/]@mozilla[\\/]readability[\\/]Readability\.js$/,
    sets: /(\w+)\.innerHTML = (pageCacheHtml|noscript\.innerHTML);/g,
    instead: PARSED,
    times: 2,
  },
];

/**
 * Packages without assignments of markup, so that Mozilla's linter has nothing to warn of. The build fails when a
 * package's code no longer holds the places, so that they cannot come back unseen.
 */
export function noMarkup(): Plugin {
  return {
    name: 'nameplate:no-markup',
    enforce: 'pre',
    transform(code, id) {
      const place = PLACES.find(({ module }) => module.test(id.split('?')[0]!));
      if (!place) return undefined;
      const found = code.match(place.sets)?.length ?? 0;
      if (found !== place.times) throw new Error(`${id}: sets markup in another way than is known here`);
      return { code: code.replace(place.sets, place.instead), map: null };
    },
  };
}
