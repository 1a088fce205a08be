import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
// None of these files has an article to read, so the model is not wanted.
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => null }));

const { readFile } = await import('../../src/browser/reading');
const { problemOf } = await import('../../src/browser/problem');

/** What a file is refused for. */
async function problemWith(text: string) {
  const failure = await readFile('harbour.jsonl', text).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Error);
  return { message: (failure as Error).message, ...problemOf(failure) };
}

describe('a file that cannot be imported', () => {
  it.each([
    ['', 'empty', []],
    ['{"id": 1,', 'notJson', []],
    ['{"articles": 3}', 'damaged', ['schemaVersion']],
    ['\nhello', 'lineNotJson', ['2']],
    ['[]', 'lineObject', ['1']],
    ['{"text": "x"}\n', 'lineMissing', ['1', 'id']],
    ['\n\n{"id": "a", "text": 3}', 'lineString', ['3', 'text']],
    ['{"id": "a", "text": "x", "title": 3}', 'lineString', ['1', 'title']],
    ['{"id": "a", "text": "x", "published": "soon"}', 'lineDay', ['1', 'published']],
    ['{"article": {"id": ""}, "reading": {}}', 'lineDamaged', ['1', 'article.id']],
  ])('%j is told by its file, line and field, for the pages to put into words', async (text, code, rest) => {
    const problem = await problemWith(text);
    expect(problem.code).toBe(code);
    expect(problem.values.slice(0, rest.length + 1)).toEqual(['harbour.jsonl', ...rest]);
    expect(problem.message).toContain('harbour.jsonl');
  });
});
