import { describe, expect, it } from 'vitest';
import { pairQuotationMarks } from '../../../src/extract/quotations/marks';

/** The contents of the text's quotations, each line a paragraph; "^" before those inside another, "…" behind those never closed. */
function contents(text: string): string[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  return pairQuotationMarks(text, paragraphs).map(
    ({ content, depth, closed }) =>
      '^'.repeat(depth) + text.slice(content.start, content.end) + (closed ? '' : '…'),
  );
}

describe('pairs of quotation marks', () => {
  it.each([
    ['“a” "b" «c» „d“ 「e」 『f』 ``g\'\'', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['‘a b’ and ‹c d›', ['a b', 'c d']],
    ['« a » et »b« x', ['a', 'b']],
    ['“outer ‘inner’ outer”', ['outer ‘inner’ outer', '^inner']],
    ['"He said "no" twice"', ['He said "no" twice', '^no']],
    ["don't, the dogs' bones, '90s, rock 'n' roll, ’tis", []],
    ["'It isn't the dogs' fault,' he said", ["It isn't the dogs' fault,"]],
    ['a 6\'2" man', []],
    ['“one\n“two”', ['one…', 'two']],
    ['"one\nno mark', ['one…']],
    ['“” “ ” x', []],
    ["“Scrubs,'' he said", ['Scrubs,']],
  ])('%s', (text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});
