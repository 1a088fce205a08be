import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const UI = fileURLToPath(new URL('../../src/ui', import.meta.url));

it('no field has its spelling checked: browsers fetch dictionaries for that, and some send what is typed to a server', () => {
  const unmarked: string[] = [];
  let fields = 0;
  for (const file of readdirSync(UI, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx')) continue;
    const source = readFileSync(join(UI, file), 'utf8');
    for (const [field] of source.matchAll(
      /<input\b[^>]*?type="(?:text|search|url)"[\s\S]*?\/>|<textarea\b[\s\S]*?>/g,
    )) {
      fields++;
      if (!field.includes('spellCheck={false}') && !field.includes('spellcheck={false}'))
        unmarked.push(`${file}: ${field}`);
    }
  }
  expect(fields).toBeGreaterThan(5);
  expect(unmarked).toEqual([]);
});
