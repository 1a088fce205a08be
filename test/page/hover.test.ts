import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atRest,
  type HoverEffect,
  type HoverInput,
  type HoverState,
  hover,
  TIMING,
  type Timing,
  timingFor,
} from '../../src/page/hover';

type Input = HoverInput<string>;
type Effect = HoverEffect<string>;

const move = (mark: string | null, more: { card?: boolean; towards?: boolean } = {}): Input => ({
  type: 'move',
  mark,
  card: more.card ?? false,
  towards: more.towards ?? false,
});
const tick: Input = { type: 'tick' };

/** A reader, a clock and what comes of it: inputs in a row, each at its time. */
class Play {
  state: HoverState<string> = atRest();
  due: number | null = null;
  constructor(private readonly timing: Timing = TIMING) {}

  /** What is to be done after an input, what only prepares left out. */
  at(now: number, input: Input): Effect[] {
    const { state, effects, due } = hover(this.state, input, now, this.timing);
    this.state = state;
    this.due = due;
    return effects.filter(({ type }) => type !== 'prepare');
  }
}

/** With its card open on "a", opened at 300 by a resting pointer. */
function opened(): Play {
  const play = new Play();
  play.at(0, move('a'));
  expect(play.at(300, tick)).toEqual([{ type: 'open', mark: 'a', token: 1, by: 'pointer' }]);
  return play;
}

describe('hover intent', () => {
  it('opens after a dwell of 300 ms and not before', () => {
    const play = new Play();
    expect(play.at(1_000, move('a'))).toEqual([]);
    expect(play.due).toBe(1_300);
    expect(play.at(1_299, tick)).toEqual([]);
    expect(play.at(1_300, tick)).toEqual([{ type: 'open', mark: 'a', token: 1, by: 'pointer' }]);
    expect(play.due).toBeNull();
  });

  it('counts the dwell from when the pointer came to rest, where that was earlier', () => {
    const play = new Play();
    expect(play.at(1_120, { ...move('a'), since: 1_000 } as Input)).toEqual([]);
    expect(play.due).toBe(1_300);
    // another card closed just before: its time is over already
    const warm = opened();
    warm.at(400, { type: 'closed', token: 1 });
    expect(warm.at(620, { ...move('b'), since: 500 } as Input)).toEqual([
      { type: 'open', mark: 'b', token: 2, by: 'pointer' },
    ]);
  });

  it('says once what may be wanted soon, when the pointer comes to rest on it', () => {
    const first = hover(atRest<string>(), move('a'), 0);
    expect(first.effects).toEqual([{ type: 'prepare', mark: 'a' }]);
    expect(hover(first.state, move('a'), 20).effects).toEqual([]);
    expect(hover(first.state, move('b'), 20).effects).toEqual([{ type: 'prepare', mark: 'b' }]);
  });

  it('begins the dwell anew on another mark, and forgets it off every mark', () => {
    const play = new Play();
    play.at(0, move('a'));
    play.at(200, move('b'));
    expect(play.at(310, tick)).toEqual([]);
    expect(play.at(400, move(null))).toEqual([]);
    expect(play.due).toBeNull();
  });

  it('closes 250 ms after the pointer left, and not if it comes back in time', () => {
    const play = opened();
    play.at(1_000, move(null));
    expect(play.at(1_200, move('a'))).toEqual([]);
    expect(play.at(1_300, tick)).toEqual([]);
    play.at(2_000, move(null));
    expect(play.at(2_249, tick)).toEqual([]);
    expect(play.at(2_250, tick)).toEqual([{ type: 'close', token: 1 }]);
  });

  it('stays open while the pointer travels towards the card, and closes when it stops on the way', () => {
    const play = opened();
    for (let now = 1_000; now < 1_800; now += 100)
      expect(play.at(now, move(null, { towards: true }))).toEqual([]);
    expect(play.at(1_850, move(null, { card: true }))).toEqual([]);
    expect(play.due).toBeNull();
    play.at(2_000, move(null, { towards: true }));
    expect(play.at(2_250, tick)).toEqual([{ type: 'close', token: 1 }]);
  });

  it('stays open over other marks on the way, whose own cards do not open', () => {
    const play = opened();
    play.at(400, move('b', { towards: true }));
    expect(play.at(640, move('b', { towards: true }))).toEqual([]);
    expect(play.at(700, move(null, { card: true }))).toEqual([]);
    expect(play.state.open?.mark).toBe('a');
  });

  it('opens in 80 ms when another card closed within 500 ms', () => {
    const play = opened();
    play.at(1_000, move(null));
    play.at(1_250, tick);
    play.at(1_700, move('b'));
    expect(play.due).toBe(1_780);
    play.at(1_701, move(null));
    play.at(1_750, move('b'));
    expect(play.due).toBe(1_830);
    play.at(1_750, move(null));
    play.at(1_751, move('b'));
    expect(play.due).toBe(2_051);
  });

  it('opens nothing while a button is down, text is being selected, or within 150 ms of a scroll', () => {
    const play = new Play();
    play.at(0, { type: 'down', beside: true });
    play.at(10, move('a'));
    expect(play.due).toBeNull();
    play.at(20, { type: 'up' });
    play.at(30, { type: 'selecting', on: true });
    play.at(40, move('a'));
    expect(play.due).toBeNull();
    play.at(50, { type: 'selecting', on: false });
    play.at(60, move('a'));
    expect(play.due).toBe(360);
    play.at(100, { type: 'scroll' });
    expect(play.due).toBeNull();
    play.at(249, move('a'));
    expect(play.due).toBe(549);
  });

  it('waits the calm after a scroll out for a pointer that comes to rest within it', () => {
    const play = opened();
    play.at(400, { type: 'closed', token: 1 });
    play.at(410, { type: 'scroll' });
    play.at(420, move('b'));
    expect(play.due).toBe(560);
    expect(play.at(559, tick)).toEqual([]);
    expect(play.at(560, tick)).toEqual([{ type: 'open', mark: 'b', token: 2, by: 'pointer' }]);
  });

  it('opens nothing on a mark that has slid away from under the pointer', () => {
    const play = new Play();
    play.at(0, move('a'));
    play.at(299, { type: 'slid' });
    expect(play.due).toBeNull();
    expect(play.at(400, tick)).toEqual([]);
  });

  it('opens at once by key or tap, and keeps that card whatever the pointer does', () => {
    const play = new Play();
    expect(play.at(0, { type: 'want', mark: 'a', by: 'key' })).toEqual([
      { type: 'open', mark: 'a', token: 1, by: 'key' },
    ]);
    play.at(100, move('b'));
    play.at(200, move(null));
    play.at(300, { type: 'leave' });
    expect(play.due).toBeNull();
    expect(play.at(400, { type: 'want', mark: 'b', by: 'tap' })).toEqual([
      { type: 'open', mark: 'b', token: 2, by: 'tap' },
    ]);
  });

  it('closes on a press beside the card, not on one in it', () => {
    const play = opened();
    expect(play.at(400, { type: 'down', beside: false })).toEqual([]);
    play.at(410, { type: 'up' });
    expect(play.at(420, { type: 'down', beside: true })).toEqual([{ type: 'close', token: 1 }]);
  });

  it('leaves a pinned card alone and opens another beside it', () => {
    const play = opened();
    play.at(400, { type: 'pinned', token: 1 });
    expect(play.at(500, move(null))).toEqual([]);
    expect(play.at(600, { type: 'down', beside: true })).toEqual([]);
    play.at(610, { type: 'up' });
    expect(play.due).toBeNull();
    play.at(700, move('b'));
    expect(play.at(1_000, tick)).toEqual([{ type: 'open', mark: 'b', token: 2, by: 'pointer' }]);
  });

  it('takes a card back whose pin was taken out, and closes the other', () => {
    const play = opened();
    play.at(400, { type: 'pinned', token: 1 });
    play.at(500, { type: 'want', mark: 'b', by: 'key' });
    expect(play.at(600, { type: 'unpinned', mark: 'a', token: 1 })).toEqual([{ type: 'close', token: 2 }]);
    play.at(700, move(null));
    expect(play.at(950, tick)).toEqual([{ type: 'close', token: 1 }]);
  });

  it('says nothing when the card was closed another way, and heeds no late word of an older one', () => {
    const play = opened();
    expect(play.at(400, { type: 'closed', token: 1 })).toEqual([]);
    expect(play.state.open).toBeNull();
    play.at(500, { type: 'want', mark: 'b', by: 'key' });
    play.at(600, { type: 'closed', token: 1 });
    expect(play.state.open?.token).toBe(2);
  });
});

describe('hover intent, whatever happens', () => {
  const mark = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(
    fc.record({
      type: fc.constant('move' as const),
      mark: fc.option(mark),
      card: fc.boolean(),
      towards: fc.boolean(),
    }),
    fc.record({ type: fc.constant('down' as const), beside: fc.boolean() }),
    fc.record({ type: fc.constant('selecting' as const), on: fc.boolean() }),
    fc.record({
      type: fc.constant('want' as const),
      mark,
      by: fc.constantFrom('key' as const, 'tap' as const),
    }),
    fc.constantFrom<Input>({ type: 'up' }, { type: 'scroll' }, { type: 'leave' }, { type: 'slid' }, tick),
    // which of the cards there are, the newest first
    fc.record({
      type: fc.constantFrom('pinned' as const, 'unpinned' as const, 'closed' as const),
      nth: fc.nat({ max: 3 }),
    }),
  );
  const steps = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 400 })), { maxLength: 60 });

  /** What is on the screen by what was told, kept in the simplest way. */
  interface Screen {
    cards: { token: number; mark: string; pinned: boolean }[];
    newest: number;
    button: boolean;
    selecting: boolean;
    scrolled: number;
    /** The mark that the pointer has been on without a break, and since when. */
    since: { mark: string; at: number } | null;
  }

  function played(check: (now: number, input: Input, effects: Effect[], screen: Screen) => void): void {
    fc.assert(
      fc.property(steps, (sequence) => {
        const play = new Play();
        const screen: Screen = {
          cards: [],
          newest: 0,
          button: false,
          selecting: false,
          scrolled: Number.NEGATIVE_INFINITY,
          since: null,
        };
        let now = 0;
        for (const [given, wait] of sequence) {
          now += wait;
          let input: Input;
          if ('nth' in given) {
            const there = screen.cards.filter(
              ({ pinned }) => given.type === 'closed' || pinned === (given.type === 'unpinned'),
            );
            const card = there.at(-1 - given.nth);
            if (!card) continue;
            input = { type: given.type, token: card.token, mark: card.mark };
          } else input = given;
          watch(screen, input, now);
          const effects = play.at(now, input);
          check(now, input, effects, screen);
          for (const effect of effects) carryOut(screen, effect);
          expect(screen.cards.filter(({ pinned }) => !pinned).length).toBeLessThanOrEqual(1);
          expect(play.state.open?.token).toBe(screen.cards.find(({ pinned }) => !pinned)?.token);
        }
      }),
    );
  }

  function watch(screen: Screen, input: Input, now: number): void {
    if (input.type === 'down') screen.button = true;
    if (input.type === 'up') screen.button = false;
    if (input.type === 'selecting') screen.selecting = input.on;
    if (input.type === 'scroll') screen.scrolled = now;
    const breaks = ['down', 'scroll', 'leave', 'slid', 'want', 'unpinned'].includes(input.type);
    if (breaks || (input.type === 'selecting' && input.on)) screen.since = null;
    if (input.type === 'move') {
      const on = input.card ? null : input.mark;
      if (on === null) screen.since = null;
      else if (screen.since?.mark !== on) screen.since = { mark: on, at: now };
    }
    if (input.type === 'closed') screen.cards = screen.cards.filter(({ token }) => token !== input.token);
    if (input.type === 'pinned') screen.cards.find(({ token }) => token === input.token)!.pinned = true;
    if (input.type === 'unpinned') {
      // What was open must be closed by an effect, seen below.
      const card = screen.cards.find(({ token }) => token === input.token)!;
      card.pinned = false;
    }
  }

  function carryOut(screen: Screen, effect: Effect): void {
    if (effect.type === 'close') {
      expect(screen.cards.map(({ token }) => token)).toContain(effect.token);
      screen.cards = screen.cards.filter(({ token }) => token !== effect.token);
    }
    if (effect.type === 'open') {
      // It replaces the unpinned one.
      screen.cards = screen.cards.filter(({ pinned }) => pinned);
      screen.cards.push({ token: effect.token, mark: effect.mark, pinned: false });
      screen.newest = effect.token;
    }
  }

  it('has at most one card that is not pinned, and closes only what is there', () => {
    played(() => {});
  });

  it('gives every opening a token of its own that is the newest', () => {
    played((_now, _input, effects, { newest }) => {
      for (const effect of effects) if (effect.type === 'open') expect(effect.token).toBe(newest + 1);
    });
  });

  it('opens by the pointer only what it has rested on, with no button down, nothing selected, no scroll just before', () => {
    played((now, input, effects, { button, selecting, scrolled, since }) => {
      for (const effect of effects) {
        if (effect.type !== 'open') continue;
        if (effect.by !== 'pointer') {
          expect(input).toMatchObject({ type: 'want', mark: effect.mark, by: effect.by });
          continue;
        }
        expect({ button, selecting }).toEqual({ button: false, selecting: false });
        expect(now - scrolled).toBeGreaterThanOrEqual(TIMING.calm);
        expect(since?.mark).toBe(effect.mark);
        expect(now - since!.at).toBeGreaterThanOrEqual(TIMING.dwellWarm);
      }
    });
  });

  it('never closes a pinned card', () => {
    played((_now, _input, effects, { cards }) => {
      for (const effect of effects)
        if (effect.type === 'close')
          expect(cards.find(({ token }) => token === effect.token)?.pinned).toBe(false);
    });
  });
});

describe('the delay that the reader chooses', () => {
  const opensAt = (play: Play): number | null => {
    play.at(0, move('a'));
    return play.due;
  };

  it('makes cards open sooner or later, and leaves a slow hand more time to come back', () => {
    expect(opensAt(new Play(timingFor('short')))).toBe(150);
    expect(opensAt(new Play(timingFor('normal')))).toBe(TIMING.dwell);
    const slow = new Play(timingFor('long'));
    expect(opensAt(slow)).toBe(700);
    slow.at(700, tick);
    slow.at(1_000, move(null));
    expect(slow.at(1_499, tick)).toEqual([]);
    expect(slow.at(1_500, tick)).toEqual([{ type: 'close', token: 1 }]);
  });
});
