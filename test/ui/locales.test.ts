import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from '../../src/ui/locales/en.json';
import ja from '../../src/ui/locales/ja.json';

type Tree = { [key: string]: string | Tree };

/** Each message with the forms it has, by its key. */
function messages(tree: Tree, path = ''): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(path + name, [value]);
    else if (typeof value.n === 'string') out.set(path + name, Object.values(value) as string[]);
    else for (const [key, forms] of messages(value, `${path}${name}.`)) out.set(key, forms);
  }
  return out;
}

const placeholders = (forms: string[]) =>
  [...new Set(forms.flatMap((form) => form.match(/\$\d/g) ?? []))].sort();

describe('the strings', () => {
  const english = messages(en);
  const japanese = messages(ja);

  it('are all there in both languages, none empty', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const forms of [...english.values(), ...japanese.values()]) {
      for (const form of forms) expect(form.trim()).not.toBe('');
    }
  });

  it('say the same things: each placeholder of one stands in the other', () => {
    for (const [key, forms] of english) {
      expect([key, placeholders(japanese.get(key)!)]).toEqual([key, placeholders(forms)]);
    }
  });

  it('keep to the length that browsers allow a description', () => {
    for (const { extDescription } of [en, ja]) expect(extDescription.length).toBeLessThanOrEqual(132);
  });

  it('are Japanese in Japanese, but for names and addresses', () => {
    const same = new Set(['extName', 'locale', 'dossier.title', 'dossier.wikidata', 'options.siteExample']);
    const untranslated = [...japanese].filter(
      ([key, forms]) =>
        !same.has(key) && !forms.every((form) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\uff08]/u.test(form)),
    );
    expect(untranslated).toEqual([]);
  });

  it('are all used: by their keys, or by the beginning of a key that is made', () => {
    const folders = ['src', 'entrypoints', 'wxt.config.ts'];
    const code = folders
      .flatMap(sourcesIn)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const made = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start]) => start!);
    const unused = [...english.keys()].filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`"${key}"`) &&
        !code.includes(`__MSG_${key.replaceAll('.', '_')}__`) &&
        !made.some((start) => key.startsWith(start)) &&
        // `${range}Day` of coversText
        !(key.endsWith('Day') && code.includes(`'${key.slice(0, -3)}'`)),
    );
    expect(unused).toEqual([]);
  });
});

function sourcesIn(path: string): string[] {
  const whole = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  if (path.endsWith('.ts')) return [whole];
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => join(whole, name));
}
