import en from '../../src/ui/locales/en.json';
import ja from '../../src/ui/locales/ja.json';

type Tree = { [key: string]: string | Tree };

const STRINGS: Record<string, Tree> = { en, ja };
let lang = 'en';

export const setLanguage = (to: string): void => {
  lang = to;
};

/**
 * Stands in for `@wxt-dev/i18n` outside the extension, where the browser has no messages: the same strings from the
 * same files, with the language chosen by the gallery. A key that is missing is an error here.
 */
export function createI18n() {
  return {
    t(key: string, ...given: (number | string[])[]): string {
      const count = given.find((it) => typeof it === 'number');
      const values = given.find((it) => Array.isArray(it)) ?? [];
      let at: string | Tree | undefined = STRINGS[lang];
      for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined;
      if (typeof at === 'object') at = (count === 1 && at['1']) || at.n;
      if (typeof at !== 'string') throw new Error(`${lang} has no string "${key}"`);
      return at.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
    },
  };
}
