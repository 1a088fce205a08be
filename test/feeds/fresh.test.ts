import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteSeen, noteTried, planOf } from '../../src/feeds/fresh';
import { type FeedItem, LIMITS } from '../../src/feeds/types';

const item = (key: string, more: Partial<FeedItem> = {}): FeedItem => ({
  key,
  url: `https://courier.example/${key}`,
  title: key,
  published: null,
  author: null,
  content: null,
  ...more,
});
const hosts = ['courier.example'];

describe('what is new in a feed', () => {
  it('is what was not seen before, each once, in the feed’s order', () => {
    const plan = planOf([item('a'), item('b'), item('a'), item('c')], { seen: ['b'], hosts });
    expect(plan.take.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(plan.waiting).toEqual([]);
  });

  it('waits where its host is not allowed, unless the feed carries the article', () => {
    const there = 'https://www.courier.example/';
    const plan = planOf(
      [
        item('a', { url: `${there}a` }),
        item('b', { url: `${there}b`, content: '<p>…</p>' }),
        item('c', { url: `${there}c` }),
      ],
      { seen: [], hosts },
    );
    expect(plan.take.map(({ key }) => key)).toEqual(['b']);
    expect(plan.waiting).toEqual([{ host: 'www.courier.example', count: 2 }]);
  });

  it('is all taken in the end, so many in a turn, none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60).map(String), { maxLength: 80 }), (keys) => {
        const items = keys.map((key) => item(key));
        let feed = { seen: [] as string[], tries: {}, hosts };
        const taken: string[] = [];
        for (let turn = 0; turn < 10; turn++) {
          const { take } = planOf(items, feed);
          expect(take.length).toBeLessThanOrEqual(LIMITS.turn);
          for (const { key } of take) {
            taken.push(key);
            feed = noteSeen(feed, key);
          }
        }
        expect(taken).toEqual([...new Set(keys)]);
      }),
    );
  });

  it('is given up after some tries, and forgotten tries are no burden', () => {
    let feed = { seen: [] as string[], tries: {} as Record<string, number> };
    for (let i = 1; i < LIMITS.tries; i++) {
      feed = noteTried(feed, '__proto__');
      expect(feed.seen).toEqual([]);
    }
    feed = noteTried(feed, '__proto__');
    expect(feed).toEqual({ seen: ['__proto__'], tries: {} });
  });

  it('is remembered up to a limit', () => {
    const seen = Array.from({ length: LIMITS.seen }, (_, i) => String(i));
    expect(noteSeen({ seen, tries: {} }, 'new').seen).toHaveLength(LIMITS.seen);
  });
});
