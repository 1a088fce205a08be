import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences';
import { tokenise } from '../../src/text/tokens';

const split = (text: string) => splitSentences(text, tokenise(text)).map((s) => text.slice(s.start, s.end));

describe('splitSentences', () => {
  it('splits at full stops, question and exclamation marks', () => {
    expect(split('Rain fell. Did it stop? No! It went on.')).toEqual([
      'Rain fell.',
      'Did it stop?',
      'No!',
      'It went on.',
    ]);
  });

  it('does not split after titles, initials and abbreviations', () => {
    for (const text of [
      'Mr. Tanaka met Gen. J. P. Holt on Sept. 3 at No. 10.',
      'The U.S. Senate heard Dr. Ann B. Cole of Acme Inc. on Monday.',
      'Sen. Mara Quill (D-Ore.) Sponsored it with Rep. Ito (R-Ga.) on Monday.',
      'It starts at 9 a.m. on Friday, e.g. in St. Gallen.',
    ])
      expect(split(text)).toEqual([text]);
  });

  it('splits after an abbreviation that ends its sentence', () => {
    expect(split('She moved to the U.S. The firm stayed. It is Acme Inc. But who owns it?')).toEqual([
      'She moved to the U.S.',
      'The firm stayed.',
      'It is Acme Inc.',
      'But who owns it?',
    ]);
  });

  it('keeps closing quotation marks and brackets with their sentence', () => {
    expect(
      split('"We won." He smiled. (They lost.) "Why?" she asked. ‘Never.’ Then “Go!” Ito said.'),
    ).toEqual([
      '"We won."',
      'He smiled.',
      '(They lost.)',
      '"Why?" she asked.',
      '‘Never.’',
      'Then “Go!” Ito said.',
    ]);
  });

  it('leaves decimals, addresses and ellipses inside a sentence whole', () => {
    for (const text of [
      'It rose 1.4 points on example.org today.',
      'He waited... and left.',
      'They said "we [...] Are ready" at once.',
    ])
      expect(split(text)).toEqual([text]);
    expect(split('He waited... Then he left.')).toEqual(['He waited...', 'Then he left.']);
  });

  it('ends a sentence at a line break, and counts blocks', () => {
    const text = 'Talks begin\nIto met Holt. They spoke\r\n\r\nThe end';
    const sentences = splitSentences(text, tokenise(text));
    expect(sentences.map((s) => [s.block, text.slice(s.start, s.end)])).toEqual([
      [0, 'Talks begin'],
      [1, 'Ito met Holt.'],
      [1, 'They spoke'],
      [2, 'The end'],
    ]);
  });

  it('goes on over the breaks of a hard-wrapped text', () => {
    const text =
      'The minister told the members of the house that the talks\nwith Mr Holt would go on for as long as the other side of\nthe table wished, and that no date had been set by either\nTokyo or Washington. Nobody rose.\n\nThe next day came.';
    expect(split(text)).toHaveLength(3);
  });

  it('splits where a careless page left the space out, and at ideographic full stops', () => {
    expect(split('The talks ended.The envoy left.')).toEqual(['The talks ended.', 'The envoy left.']);
    expect(split('石破茂首相が会談した。赤沢氏も同席した。')).toHaveLength(2);
  });

  it('puts every token in exactly one sentence, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '.',
        '"',
        '...',
        '\n',
        '\n\n',
        ' ',
        'Mr',
        'U.S.',
        'a',
        'The',
        '(',
        ')',
        '!',
        '?',
        '5',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const tokens = tokenise(text);
        const sentences = splitSentences(text, tokens);
        let next = 0;
        for (const s of sentences) {
          if (s.firstToken !== next || s.endToken <= next) return false;
          if (s.start !== tokens[s.firstToken]!.start || s.end !== tokens[s.endToken - 1]!.end) return false;
          next = s.endToken;
        }
        return next === tokens.length;
      }),
    );
  });
});
