import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from '../../src/ui/locales/en.json';
import ja from '../../src/ui/locales/ja.json';
import { saidInCode } from './said-in-code';

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

  it('spell a word one way in Japanese, and put no spaces about the name', () => {
    const all = [...japanese.values()].flat().join('\n');
    expect(
      all.match(
        /ライブラリー|ブラウザ(?!ー)|フォルダ(?!ー)|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}] Nameplate|Nameplate [\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
      ),
    ).toBeNull();
  });

  it('keep to the length that browsers allow a description', () => {
    for (const { extDescription } of [en, ja]) expect(extDescription.length).toBeLessThanOrEqual(132);
  });

  it('are Japanese in Japanese, but for names and addresses', () => {
    const same = new Set(['locale', 'dossier.wikidata', 'options.siteExample', 'feeds.example']);
    const untranslated = [...japanese].filter(([key, forms]) => {
      const latin = forms.some((form) => /\p{sc=Latin}{2}/u.test(form.replaceAll('Nameplate', '')));
      return (
        latin && !same.has(key) && !forms.every((form) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(form))
      );
    });
    expect(untranslated).toEqual([]);
  });
});

describe('the components', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = ['src/ui', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  );

  it('say nothing that is not among the strings', () => {
    expect(files.length).toBeGreaterThan(30);
    const said = files.flatMap((file) =>
      saidInCode(readFileSync(join(root, file), 'utf8')).map((words) => `${file}: ${words}`),
    );
    expect(said).toEqual([]);
  });

  it('are looked through: text between tags, attributes that are read, branches, the page’s title', () => {
    const code = `
      const One = () => <p class="some class" title="A title">Plain words {t('key.of')} · {a ? 'one way' : t('b')}</p>;
      const Two = () => <img alt={\`of \${name}\`} aria-label={busy && 'Busy'} role="alert" id={'an-id'} />;
      const Three = () => <>{'In braces'}{list.map((it) => <b>deep</b>)} Nameplate</>;
      document.title = 'Said at once';`;
    expect(saidInCode(code).sort()).toEqual(
      ['A title', 'Plain words', 'one way', 'of', 'Busy', 'In braces', 'deep', 'Said at once'].sort(),
    );
  });
});
