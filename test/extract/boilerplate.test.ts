import { describe, expect, it } from 'vitest';
import { findProse } from '../../src/extract/boilerplate';
import { prepare } from '../../src/extract/document';
import type { Article } from '../../src/extract/types';

const article = (text: string, date: string | null = null): Article => ({
  id: 'a',
  text,
  published: { date, basis: date ? 'editor' : 'none' },
  origin: 'imported',
});
const prose = (text: string) => {
  const doc = prepare(article(text));
  return [...findProse(doc)].map((i) => text.slice(doc.sentences[i]!.start, doc.sentences[i]!.end));
};

describe('datelines', () => {
  const sentence = 'Mara Quill, the envoy, met the press on Monday.';
  it.each([
    'TOKYO (Reuters) - ',
    'OSLO, April 22 (Reuters) — ',
    'LISBON, Portugal (AP) _ ',
    'NEWARK, N.J. _ ',
    'GENEVA — ',
    'Oslo, May 3 (IANS) ',
    'Bergen, Norway, Aug. 11, 2024 (UPI) -- ',
    '(MENAFN - IANS) Oslo, May 3 (IANS) ',
    ' date 2024-05-03 MENAFN - IANS) Oslo, May 3 (IANS) ',
    'Friday, May 3, 2024 ',
    '(CNN) ',
  ])('are cut off: %j', (dateline) => {
    expect(prose(`${dateline}${sentence}`)).toEqual([sentence]);
  });

  it.each([
    'Oslo, the capital, was quiet.',
    'May 3 (a Friday) was quiet.',
    'Quill - who led the talks - left on Monday.',
    'On May 3, 2024 Quill left.',
    'April 22, 2024, was a day like others.',
  ])('are not seen in prose: %j', (text) => {
    expect(prose(text)).toEqual([text]);
  });

  it('state the date of an article that came with none', () => {
    const text = `Friday, May 3, 2024\n\n${sentence}`;
    expect(prepare(article(text)).article.published).toEqual({ date: '2024-05-03', basis: 'stated' });
    expect(prepare(article(`Oslo, May 3 (IANS) ${sentence}`)).article.published.date).toBeNull();
    expect(prepare(article(text, '2024-05-04')).article.published).toEqual({
      date: '2024-05-04',
      basis: 'editor',
    });
  });
});

describe('findProse', () => {
  it('leaves out what speaks of the page', () => {
    expect(
      prose(
        [
          'Talks end without a deal',
          'By Ann Cole',
          'The envoy left Oslo on Monday. She will be back in June.',
          'Stay informed. Subscribe to our newsletter',
          'Markets calm',
          'Shares hardly moved.',
          'The envoy arrives in Oslo. Image: Ann Cole.',
          'Quill waves to the crowd (AP Photo/Ann Cole)',
          'Read more: What the talks are about',
          '© 2024 The Daily Fjord. All rights reserved.',
        ].join('\n'),
      ),
    ).toEqual(['The envoy left Oslo on Monday.', 'She will be back in June.', 'Shares hardly moved.']);
  });

  it('keeps sentences that only look like it', () => {
    const text =
      'Readers were asked to subscribe to the newsletter of the ministry, which is sent on Mondays, Quill said.\nFrom Berlin to Seoul, everyone watched.\nBy Monday the ministry had changed its mind.';
    expect(prose(text)).toHaveLength(3);
  });

  it('takes all lines of a text that has nothing else', () => {
    expect(prose('roses are red\nviolets are blue')).toHaveLength(2);
    expect(prose('')).toEqual([]);
  });
});
