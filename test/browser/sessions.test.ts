import { describe, expect, it, vi } from 'vitest';
import type { Knowledge } from '../../src/browser/knowledge';
import type { PageSpotter } from '../../src/link/page';
import type { SpottedMention } from '../../src/link/types';
import { unpacked } from '../../src/page/own-answer';

vi.mock('wxt/browser', () => ({ browser: {} }));

const { spotChunk } = await import('../../src/browser/sessions');

type Answer = ReturnType<PageSpotter['add']>;

const mention = (start: number, end: number, entity: string): SpottedMention => ({
  ...{ start, end, entity, surface: 'x', kind: 'person', score: 0.9, because: [], marked: true },
});

/** A spotter that answers each chunk of its page as it is told here. */
function spotter(answers: readonly Answer[]): Knowledge['spotter'] {
  const told = new Map<number, SpottedMention[]>();
  const page: Pick<PageSpotter, 'add' | 'mentions'> = {
    add(chunk) {
      for (const one of answers[chunk]!) told.set(one.chunk, one.mentions);
      return answers[chunk]!;
    },
    mentions: (chunk) => told.get(chunk) ?? [],
  };
  return { page: () => page } as unknown as Knowledge['spotter'];
}

const place = { tab: 1, frame: 0, page: 'here', host: 'example.org' };
const options = { rejected: [], ownMarks: false };

/** What of each answer is told to the page's thread at once, and what it need not look into, as chunk:start-end. */
function answered(knowledge: Knowledge, chunks: number): { open: string[]; own: string[] }[] {
  const page = String(Math.random());
  return Array.from({ length: chunks }, (_, chunk) => {
    const answer = spotChunk(knowledge, { ...place, page }, { chunk, text: '' }, options)!;
    const spans = (of: { chunk: number; marks: { start: number; end: number }[] }[]) =>
      of.flatMap((one) => one.marks.map(({ start, end }) => `${one.chunk}:${start}-${end}`));
    return { open: spans(answer.chunks), own: spans(unpacked(answer.own)) };
  });
}

describe('what only the library explains', () => {
  it('is told apart from what the bundled articles weigh', () => {
    const all = spotter([[{ chunk: 0, mentions: [mention(0, 3, 'a'), mention(5, 8, 'b')] }]]);
    const bundled = spotter([[{ chunk: 0, mentions: [mention(0, 3, 'a')] }]]);
    expect(answered({ spotter: all, bundled }, 1)).toEqual([{ open: ['0:0-3'], own: ['0:5-8'] }]);
  });

  it('is so no longer when more of the page has the bundled articles take it for the same longer name', () => {
    const long = { chunk: 0, mentions: [mention(0, 9, 'a')] };
    const more = { chunk: 1, mentions: [] };
    const all = spotter([[long], [more]]);
    const bundled = spotter([[{ chunk: 0, mentions: [mention(4, 9, 'c')] }], [more, long]]);
    expect(answered({ spotter: all, bundled }, 2)).toEqual([
      { open: [], own: ['0:0-9'] },
      { open: ['0:0-9'], own: [] },
    ]);
  });
});
