import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoverInput, HoverIntent, TIMING, timingFor } from '../../src/page/hover';

const move = (mark: string | null, more: { card?: boolean; towards?: boolean } = {}): HoverInput<string> => ({
  type: 'move',
  mark,
  card: more.card ?? false,
  towards: more.towards ?? false,
});

/** A hover intent with its card open on "a", opened at 300. */
function opened(): HoverIntent<string> {
  const intent = new HoverIntent<string>();
  intent.take(move('a'), 0);
  expect(intent.take({ type: 'tick' }, 300)).toEqual({ type: 'open', mark: 'a' });
  return intent;
}

describe('hover intent', () => {
  it('opens after a dwell of 300 ms and not before', () => {
    const intent = new HoverIntent<string>();
    expect(intent.take(move('a'), 1_000)).toBeNull();
    expect(intent.due).toBe(1_300);
    expect(intent.take({ type: 'tick' }, 1_299)).toBeNull();
    expect(intent.take({ type: 'tick' }, 1_300)).toEqual({ type: 'open', mark: 'a' });
    expect(intent.due).toBeNull();
  });

  it('begins the dwell anew on another mark, and forgets it off every mark', () => {
    const intent = new HoverIntent<string>();
    intent.take(move('a'), 0);
    intent.take(move('b'), 200);
    expect(intent.take({ type: 'tick' }, 310)).toBeNull();
    expect(intent.take(move(null), 400)).toBeNull();
    expect(intent.due).toBeNull();
  });

  it('closes 250 ms after the pointer left, and not if it comes back in time', () => {
    const intent = opened();
    intent.take(move(null), 1_000);
    expect(intent.take(move('a'), 1_200)).toBeNull();
    expect(intent.take({ type: 'tick' }, 1_300)).toBeNull();
    intent.take(move(null), 2_000);
    expect(intent.take({ type: 'tick' }, 2_249)).toBeNull();
    expect(intent.take({ type: 'tick' }, 2_250)).toEqual({ type: 'close' });
  });

  it('stays open while the pointer travels towards the card, and closes when it stops on the way', () => {
    const intent = opened();
    for (let now = 1_000; now < 1_800; now += 100)
      expect(intent.take(move(null, { towards: true }), now)).toBeNull();
    expect(intent.take(move(null, { card: true }), 1_850)).toBeNull();
    expect(intent.due).toBeNull();
    intent.take(move(null, { towards: true }), 2_000);
    expect(intent.take({ type: 'tick' }, 2_250)).toEqual({ type: 'close' });
  });

  it('opens in 80 ms when another card closed within 500 ms', () => {
    const intent = opened();
    intent.take(move(null), 1_000);
    intent.take({ type: 'tick' }, 1_250);
    intent.take(move('b'), 1_700);
    expect(intent.due).toBe(1_780);
    intent.take(move(null), 1_701);
    intent.take(move('b'), 1_751);
    expect(intent.due).toBe(2_051);
  });

  it('opens nothing while a button is down, text is being selected, or within 150 ms of a scroll', () => {
    const intent = new HoverIntent<string>();
    intent.take({ type: 'down' }, 0);
    intent.take(move('a'), 10);
    expect(intent.due).toBeNull();
    intent.take({ type: 'up' }, 20);
    intent.take({ type: 'selecting', on: true }, 30);
    intent.take(move('a'), 40);
    expect(intent.due).toBeNull();
    intent.take({ type: 'selecting', on: false }, 50);
    intent.take(move('a'), 60);
    expect(intent.due).toBe(360);
    intent.take({ type: 'scroll' }, 100);
    expect(intent.due).toBeNull();
    intent.take(move('a'), 249);
    expect(intent.due).toBe(549);
  });

  it('waits the calm after a scroll out for a pointer that comes to rest within it', () => {
    const intent = opened();
    intent.take({ type: 'closed' }, 400);
    intent.take({ type: 'scroll' }, 410);
    intent.take(move('b'), 420);
    expect(intent.due).toBe(560);
    expect(intent.take({ type: 'tick' }, 559)).toBeNull();
    expect(intent.take({ type: 'tick' }, 560)).toEqual({ type: 'open', mark: 'b' });
  });

  it('keeps a card that was pinned or opened by key, whatever the pointer does', () => {
    const pinned = opened();
    pinned.take({ type: 'pinned', on: true }, 400);
    pinned.take(move(null), 500);
    pinned.take({ type: 'leave' }, 600);
    expect(pinned.due).toBeNull();
    const byKey = new HoverIntent<string>();
    byKey.take({ type: 'opened', mark: 'a' }, 0);
    byKey.take(move('b'), 100);
    expect(byKey.due).toBeNull();
    expect(byKey.current).toBe('a');
  });

  it('says nothing when the card was closed another way', () => {
    const intent = opened();
    expect(intent.take({ type: 'closed' }, 400)).toBeNull();
    expect(intent.current).toBeNull();
  });

  it('never opens without a dwell, never twice, and closes only what is open (any inputs)', () => {
    const input = fc.oneof(
      fc.record({
        type: fc.constant('move' as const),
        mark: fc.constantFrom('a', 'b', null),
        card: fc.boolean(),
        towards: fc.boolean(),
      }),
      fc.constantFrom<HoverInput<string>>(
        { type: 'down' },
        { type: 'up' },
        { type: 'scroll' },
        { type: 'leave' },
        { type: 'closed' },
        { type: 'tick' },
        { type: 'selecting', on: true },
        { type: 'selecting', on: false },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(input, fc.integer({ min: 0, max: 400 }))), (steps) => {
        const intent = new HoverIntent<string>();
        let now = 0;
        let open: string | null = null;
        let since = null as { mark: string; at: number } | null;
        for (const [step, wait] of steps) {
          now += wait;
          if (step.type === 'move') {
            if (step.mark === null || step.card) since = null;
            else if (since?.mark !== step.mark) since = { mark: step.mark, at: now };
          }
          const output = intent.take(step, now);
          if (output?.type === 'open') {
            expect(open).toBeNull();
            expect(since?.mark).toBe(output.mark);
            expect(now - since!.at).toBeGreaterThanOrEqual(TIMING.dwellWarm);
            open = output.mark;
          }
          if (output?.type === 'close') {
            expect(open).not.toBeNull();
            open = null;
          }
          if (step.type === 'closed') open = null;
          expect(intent.current).toBe(open);
        }
      }),
    );
  });
});

describe('the delay that the reader chooses', () => {
  const opensAt = (intent: HoverIntent<string>): number | null => {
    intent.take(move('a'), 0);
    return intent.due;
  };

  it('makes cards open sooner or later, and leaves a slow hand more time to come back', () => {
    expect(opensAt(new HoverIntent(timingFor('short')))).toBe(150);
    expect(opensAt(new HoverIntent(timingFor('normal')))).toBe(TIMING.dwell);
    const slow = new HoverIntent<string>(timingFor('long'));
    expect(opensAt(slow)).toBe(700);
    slow.take({ type: 'tick' }, 700);
    slow.take(move(null), 1_000);
    expect(slow.take({ type: 'tick' }, 1_499)).toBeNull();
    expect(slow.take({ type: 'tick' }, 1_500)).toEqual({ type: 'close' });
  });
});
