import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../../src/browser/import/lines';

async function all(file: File) {
  const found = [];
  for await (const line of linesOf(file)) found.push(line);
  return found;
}

it('tells with each line how far it is in the file, though the browser reads it at once', async () => {
  const lines = ['one', '', 'three'];
  expect(await all(new File([`${lines.join('\n')}\n`], 'a.jsonl'))).toEqual([
    { number: 1, text: 'one', read: 4 },
    { number: 2, text: '', read: 5 },
    { number: 3, text: 'three', read: 11 },
  ]);
});

it('gives the lines of any text, none of them further than the file is long and each further than the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })), async (parts) => {
      const text = parts.join('\n');
      const file = new File([text], 'a.jsonl');
      const found = await all(file);
      const lines = text.split('\n');
      if (lines.at(-1) === '') lines.pop();
      expect(found.map((line) => line.text)).toEqual(lines);
      const reads = found.map(({ read }) => read);
      expect(reads).toEqual([...reads].sort((a, b) => a - b));
      expect(Math.max(0, ...reads)).toBeLessThanOrEqual(file.size);
    }),
  );
});
